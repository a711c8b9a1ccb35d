package org.passerelle.catalogue.domain.marc.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.MarcRecord;
import org.passerelle.catalogue.domain.marc.Reading;
import org.passerelle.catalogue.domain.marc.RefusedRecord;
import org.passerelle.catalogue.domain.marc.file.Iso2709Directory.Span;


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

    static final int LEADER = 24;

    private Iso2709() {
    }

    /**
     * @param record the bytes up to and including the record terminator
     * @throws RefusedRecord when structure or characters do not hold
     */
    static MarcRecord parse(byte[] record, MarcFormat format, Characters characters) throws RefusedRecord {
        List<Span> spans = Iso2709Directory.spans(record);
        Set<String> tags = spans.stream().map(Span::tag).collect(Collectors.toSet());
        return parse(record, spans, Characters.of(format, Reading.Dialect.of(format, tags::contains), record), characters);
    }

    /** Looks at the structure alone, whatever the characters: each byte is the character of its number. */
    static MarcRecord structure(byte[] record) throws RefusedRecord {
        return parse(record, Iso2709Directory.spans(record), Characters.CharacterSet.BYTES, new Characters());
    }

    private static MarcRecord parse(byte[] record, List<Span> spans, Characters.CharacterSet set, Characters characters)
            throws RefusedRecord {
        List<MarcRecord.Field> fields = new ArrayList<>();
        for (Span span : spans) {
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

    private static MarcRecord.Field dataField(String tag, byte[] content, Characters.CharacterSet set,
            Characters characters) throws RefusedRecord {
        char first = content.length > 0 ? (char) (content[0] & 0xFF) : ' ';
        char second = content.length > 1 ? (char) (content[1] & 0xFF) : ' ';
        List<MarcRecord.Subfield> subfields = new ArrayList<>();
        int at = indexOf(content, SUBFIELD_START, 0);
        while (at >= 0) {
            int next = indexOf(content, SUBFIELD_START, at + 1);
            int end = next < 0 ? content.length : next;
            // A code that is no sign of ASCII names nothing: its text is left out, whatever it is.
            if (end > at + 1 && content[at + 1] > ' ') {
                byte[] text = Arrays.copyOfRange(content, at + 2, end);
                subfields.add(new MarcRecord.Subfield((char) content[at + 1], characters.decode(text, set)));
            }
            at = next;
        }
        return new MarcRecord.Field(tag, first, second, null, List.copyOf(subfields));
    }

    static int indexOf(byte[] bytes, byte wanted, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    static int number(byte[] bytes, int from, int digits) {
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
