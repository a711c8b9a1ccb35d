package org.passerelle.catalogue.domain.marc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The frame of one ISO 2709 record: leader of 24 bytes, directory of 12-byte entries (tag, length, start), fields.
 *
 * <p>Read here rather than by marc4j's readers: they refuse a record, or lose their place in the file, when lengths
 * were counted in characters instead of bytes, which is common in UTF-8 exports and harms nothing else.
 */
final class Iso2709 {

    static final byte RECORD_END = 0x1D;
    static final byte FIELD_END = 0x1E;
    static final byte SUBFIELD_START = 0x1F;

    private static final int LEADER = 24;
    private static final int ENTRY = 12;

    private Iso2709() {
    }

    private record Entry(String tag, int length, int start) {
    }

    private record Span(String tag, int from, int to) {
    }

    /**
     * @param record the bytes up to and including the record terminator
     * @throws RefusedRecord when structure or characters do not hold
     */
    static MarcRecord parse(byte[] record, MarcFormat format, Characters characters) throws RefusedRecord {
        Characters.CharacterSet set = Characters.of(format, record);
        List<MarcRecord.Field> fields = new ArrayList<>();
        for (Span span : spans(record)) {
            byte[] content = Arrays.copyOfRange(record, span.from(), span.to());
            fields.add(MarcRecord.Field.isControlTag(span.tag())
                    ? MarcRecord.Field.control(span.tag(), characters.decode(content, set))
                    : dataField(span.tag(), content, set, characters));
        }
        return new MarcRecord(new String(record, 0, LEADER, StandardCharsets.ISO_8859_1), List.copyOf(fields));
    }

    /** The length that the leader announces, or -1 when these bytes do not start with a leader. */
    static int announcedLength(byte[] bytes, int from, int to) {
        boolean leader = to - from >= LEADER && number(bytes, from + 12, 5) > LEADER;
        return leader ? number(bytes, from, 5) : -1;
    }

    /** Where a record starts whose announced length ends exactly at the end of these bytes, or -1. */
    static int startOfRecordEndingHere(byte[] bytes) {
        for (int from = 1; from <= bytes.length - LEADER; from++) {
            if (announcedLength(bytes, from, bytes.length) == bytes.length - from
                    && bytes[Math.min(bytes.length, from + number(bytes, from + 12, 5)) - 1] == FIELD_END) {
                return from;
            }
        }
        return -1;
    }

    private static List<Span> spans(byte[] record) throws RefusedRecord {
        int directoryEnd = indexOf(record, FIELD_END, LEADER);
        if (directoryEnd <= LEADER || (directoryEnd - LEADER) % ENTRY != 0) {
            throw broken();
        }
        List<Entry> entries = new ArrayList<>();
        int together = 0;
        for (int at = LEADER; at < directoryEnd; at += ENTRY) {
            int length = number(record, at + 3, 4);
            int start = number(record, at + 7, 5);
            together += length;
            if (length < 0 || start < 0) {
                throw broken();
            }
            entries.add(new Entry(new String(record, at, 3, StandardCharsets.ISO_8859_1), length, start));
        }
        int base = directoryEnd + 1;
        // Fields that lie upon each other would make a small record fill the memory.
        boolean directoryHolds = together < record.length && entries.stream().allMatch(entry -> {
            int end = base + entry.start() + entry.length() - 1;
            return entry.length() > 0 && end < record.length && record[end] == FIELD_END;
        });
        if (!directoryHolds) {
            return spansByTerminators(record, base, entries);
        }
        return entries.stream()
                .map(entry -> new Span(entry.tag(), base + entry.start(), base + entry.start() + entry.length() - 1))
                .toList();
    }

    /** When lengths are wrong but there are as many terminated fields as entries, the order tells which is which. */
    private static List<Span> spansByTerminators(byte[] record, int base, List<Entry> entries) throws RefusedRecord {
        List<Entry> inOrder = entries.stream().sorted(Comparator.comparingInt(Entry::start)).toList();
        List<Span> spans = new ArrayList<>();
        int from = base;
        for (Entry entry : inOrder) {
            int end = indexOf(record, FIELD_END, from);
            boolean shapeHolds = MarcRecord.Field.isControlTag(entry.tag())
                    || end > from + 2 && record[from + 2] == SUBFIELD_START;
            if (end < 0 || !shapeHolds) {
                throw broken();
            }
            spans.add(new Span(entry.tag(), from, end));
            from = end + 1;
        }
        if (indexOf(record, FIELD_END, from) >= 0) {
            throw broken();
        }
        return spans;
    }

    private static MarcRecord.Field dataField(String tag, byte[] content, Characters.CharacterSet set,
            Characters characters) throws RefusedRecord {
        char first = content.length > 0 ? (char) (content[0] & 0xFF) : ' ';
        char second = content.length > 1 ? (char) (content[1] & 0xFF) : ' ';
        List<MarcRecord.Subfield> subfields = new ArrayList<>();
        int at = indexOf(content, SUBFIELD_START, 0);
        while (at >= 0) {
            int next = indexOf(content, SUBFIELD_START, at + 1);
            int end = next < 0 ? content.length : next;
            if (end > at + 1) {
                byte[] text = Arrays.copyOfRange(content, at + 2, end);
                subfields.add(new MarcRecord.Subfield((char) (content[at + 1] & 0xFF), characters.decode(text, set)));
            }
            at = next;
        }
        return new MarcRecord.Field(tag, first, second, null, List.copyOf(subfields));
    }

    private static RefusedRecord broken() {
        return new RefusedRecord(BadRecord.Reason.BROKEN_STRUCTURE);
    }

    private static int indexOf(byte[] bytes, byte wanted, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int number(byte[] bytes, int from, int digits) {
        if (from + digits > bytes.length) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }
}
