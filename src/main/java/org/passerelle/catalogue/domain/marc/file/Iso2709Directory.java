package org.passerelle.catalogue.domain.marc.file;

import static org.passerelle.catalogue.domain.marc.file.Iso2709.FIELD_END;
import static org.passerelle.catalogue.domain.marc.file.Iso2709.LEADER;
import static org.passerelle.catalogue.domain.marc.file.Iso2709.SUBFIELD_START;
import static org.passerelle.catalogue.domain.marc.file.Iso2709.indexOf;
import static org.passerelle.catalogue.domain.marc.file.Iso2709.number;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.passerelle.catalogue.domain.marc.BadRecord;
import org.passerelle.catalogue.domain.marc.MarcRecord;
import org.passerelle.catalogue.domain.marc.RefusedRecord;

/**
 * Which tag each field of an ISO 2709 record has. Directories lie: where what one says of lengths and starts is not what
 * the terminators show, it is followed only as far as all of its lengths, all of its starts, or their own sum agree with
 * the fields; otherwise any field might become the title, and the record is refused.
 */
final class Iso2709Directory {

    private static final int ENTRY = 12;

    private final byte[] record;
    private final int base;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();

    /** Starts count from the first byte after the directory, lengths with the terminator; so also below. */
    private record Entry(String tag, int length, int start) {

        int end() {
            return start + length;
        }
    }

    private record Field(int start, int length) {

        int end() {
            return start + length;
        }
    }

    /** @param to without the terminator */
    record Span(String tag, int from, int to) {
    }

    private Iso2709Directory(byte[] record) throws RefusedRecord {
        this.record = record;
        int end = indexOf(record, FIELD_END, LEADER);
        if (end <= LEADER || (end - LEADER) % ENTRY != 0) {
            throw broken();
        }
        for (int at = LEADER; at < end; at += ENTRY) {
            Entry entry = new Entry(new String(record, at, 3, StandardCharsets.ISO_8859_1), number(record, at + 3, 4),
                    number(record, at + 7, 5));
            if (entry.length() < 0 || entry.start() < 0) {
                throw broken();
            }
            entries.add(entry);
        }
        base = end + 1;
        int from = base;
        for (int to = indexOf(record, FIELD_END, from); to >= 0; to = indexOf(record, FIELD_END, from)) {
            fields.add(new Field(from - base, to + 1 - from));
            from = to + 1;
        }
    }

    /** @throws RefusedRecord when it cannot be told which field is which */
    static List<Span> spans(byte[] record) throws RefusedRecord {
        Iso2709Directory directory = new Iso2709Directory(record);
        List<Span> spans = directory.asItSays().or(directory::byLengths).or(directory::byStarts)
                .or(directory::byItsOwnCount).orElseThrow(Iso2709Directory::broken);
        if (spans.stream().anyMatch(directory::isControlFieldWithSubfields)) {
            throw broken();
        }
        return spans;
    }

    /**
     * Each entry names a field of its own, from its beginning to its end. A terminator inside is data, as long as no other
     * entry begins behind it; fields that nobody names were deleted.
     */
    private Optional<List<Span>> asItSays() {
        List<Entry> inOrder = entries.stream().sorted(Comparator.comparingInt(Entry::start)).toList();
        Set<Integer> ends = fields.stream().map(Field::end).collect(Collectors.toSet());
        boolean holds = startsAreOfDifferentFields()
                && entries.stream().allMatch(entry -> entry.length() > 0 && ends.contains(entry.end()))
                && IntStream.range(1, inOrder.size())
                        .allMatch(i -> inOrder.get(i - 1).end() <= inOrder.get(i).start());
        return holds ? Optional.of(entries.stream().map(entry ->
                new Span(entry.tag(), base + entry.start(), base + entry.end() - 1)).toList()) : Optional.empty();
    }

    /** Starts are wrong, but the lengths are those of the fields in their order. */
    private Optional<List<Span>> byLengths() {
        boolean holds = entries.size() == fields.size() && IntStream.range(0, entries.size())
                .allMatch(i -> entries.get(i).length() == fields.get(i).length());
        return holds ? Optional.of(inOrder()) : Optional.empty();
    }

    /** Lengths are wrong, as where four digits were too few, but the fields start where the entries say, in their order. */
    private Optional<List<Span>> byStarts() {
        Map<Integer, Field> byStart = fields.stream().collect(Collectors.toMap(Field::start, Function.identity()));
        boolean holds = startsAreOfDifferentFields() && IntStream.range(1, entries.size())
                .allMatch(i -> entries.get(i - 1).start() < entries.get(i).start());
        return holds ? Optional.of(entries.stream().map(entry -> span(entry, byStart.get(entry.start()))).toList())
                : Optional.empty();
    }

    /**
     * Characters were counted instead of bytes, or those of another character set: each entry starts where the one before
     * it ends by its own count. Out of their order, nothing would show which fields the entries mean.
     */
    private Optional<List<Span>> byItsOwnCount() {
        boolean holds = entries.size() == fields.size() && entries.getFirst().start() == 0
                && IntStream.range(1, entries.size())
                        .allMatch(i -> entries.get(i).start() == entries.get(i - 1).end());
        return holds ? Optional.of(inOrder()).filter(spans -> spans.stream().allMatch(this::hasTheShapeOfItsTag))
                : Optional.empty();
    }

    private boolean startsAreOfDifferentFields() {
        Set<Integer> starts = fields.stream().map(Field::start).collect(Collectors.toSet());
        return entries.stream().map(Entry::start).filter(starts::remove).count() == entries.size();
    }

    private List<Span> inOrder() {
        return IntStream.range(0, entries.size()).mapToObj(i -> span(entries.get(i), fields.get(i))).toList();
    }

    private Span span(Entry entry, Field field) {
        return new Span(entry.tag(), base + field.start(), base + field.end() - 1);
    }

    private boolean hasTheShapeOfItsTag(Span span) {
        return MarcRecord.Field.isControlTag(span.tag())
                || span.to() > span.from() + 2 && record[span.from() + 2] == SUBFIELD_START;
    }

    /** An identifier that is a title's field. Of 009, which is everybody's own, nothing is known. */
    private boolean isControlFieldWithSubfields(Span span) {
        int mark = indexOf(record, SUBFIELD_START, span.from());
        return MarcRecord.Field.isControlTag(span.tag()) && !span.tag().equals("009") && mark >= 0 && mark < span.to();
    }

    private static RefusedRecord broken() {
        return new RefusedRecord(BadRecord.Reason.BROKEN_STRUCTURE);
    }
}
