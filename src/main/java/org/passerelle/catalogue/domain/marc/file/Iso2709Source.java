package org.passerelle.catalogue.domain.marc.file;

import static org.passerelle.catalogue.domain.marc.file.MarcFileReader.LONGEST_RECORD;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.passerelle.catalogue.domain.marc.BadRecord;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.MarcRecord;
import org.passerelle.catalogue.domain.marc.Reading;
import org.passerelle.catalogue.domain.marc.RecordPosition;
import org.passerelle.catalogue.domain.marc.RefusedRecord;

/**
 * Finds the records of an ISO 2709 file. Each stretch up to a record terminator is judged on its own, so that a broken
 * record never takes the following one with it; when a record was cut and the next one follows in the same stretch,
 * the announced length of the next one, which ends at the terminator, shows where it starts.
 */
final class Iso2709Source extends RecordSource {

    private static final int LENGTH_DIGITS = 5;

    private final InputStream file;
    private final MarcFormat format;
    private final CopyMappingProfile profile;
    private final Characters characters = new Characters();
    private final byte[] buffer = new byte[2 * LONGEST_RECORD];
    private long offset;

    Iso2709Source(InputStream file, MarcFormat format, CopyMappingProfile profile, RecordPosition from)
            throws IOException {
        super(from);
        this.file = file;
        this.format = format;
        this.profile = profile;
        file.skipNBytes(from.offset());
        offset = from.offset();
    }

    /**
     * @param start      offset in the file of the first byte of the stretch
     * @param bytesFrom  offset in the file of the first byte that is held: later than start when the stretch is too
     *                   long to be held whole
     * @param beginsWell whether a leader, or what there is of one, stands at the start
     */
    private record Stretch(long start, long bytesFrom, byte[] bytes, boolean beginsWell, boolean terminated) {

        boolean tooLong() {
            return start != bytesFrom || bytes.length > LONGEST_RECORD;
        }

        int announcedLength() {
            return start == bytesFrom ? Iso2709.announcedLength(bytes, 0, bytes.length) : -1;
        }

        long end() {
            return bytesFrom + bytes.length;
        }
    }

    @Override
    boolean findMore() throws IOException {
        Stretch stretch = nextStretch();
        if (stretch == null) {
            return false;
        }
        if (stretch.terminated()) {
            judge(stretch);
        } else {
            judgeLast(stretch);
        }
        return true;
    }

    @Override
    long offset() {
        return offset;
    }

    private void judge(Stretch stretch) {
        if (!stretch.tooLong() && stretch.announcedLength() == stretch.bytes().length) {
            parse(stretch);
            return;
        }
        int next = Iso2709.startOfRecordEndingHere(stretch.bytes());
        boolean recordFollows = next > 0 && stretch.bytes().length - next <= LONGEST_RECORD;
        if (recordFollows) {
            long nextStart = stretch.bytesFrom() + next;
            BadRecord.Reason reason = stretch.start() != stretch.bytesFrom() ? BadRecord.Reason.TOO_LONG
                    : BadRecord.Reason.TRUNCATED;
            refuseOrPassOver(stretch, reason, nextStart);
            byte[] record = Arrays.copyOfRange(stretch.bytes(), next, stretch.bytes().length);
            parse(new Stretch(nextStart, nextStart, record, true, true));
        } else if (stretch.tooLong()) {
            refuseOrPassOver(stretch, BadRecord.Reason.TOO_LONG, stretch.end());
        } else {
            parse(stretch);
        }
    }

    /** The end of the file came before a terminator. */
    private void judgeLast(Stretch stretch) {
        boolean onlyTheTerminatorIsMissing = !stretch.tooLong()
                && stretch.announcedLength() == stretch.bytes().length + 1;
        if (onlyTheTerminatorIsMissing) {
            parse(stretch);
        } else {
            refuseOrPassOver(stretch, BadRecord.Reason.TRUNCATED, stretch.end());
        }
    }

    private void parse(Stretch stretch) {
        try {
            if (stretch.announcedLength() >= 0) {
                Reading.requireADocument(new String(stretch.bytes(), 0, Iso2709.LEADER, StandardCharsets.ISO_8859_1));
            }
            MarcRecord record = Iso2709.parse(stretch.bytes(), format, characters);
            read(Reading.of(record, format, profile), stretch.start(), stretch.end());
        } catch (RefusedRecord refused) {
            if (refused.reason() != BadRecord.Reason.BROKEN_STRUCTURE) {
                refused(refused.reason(), stretch.start(), stretch.end());
            } else {
                boolean cut = stretch.announcedLength() > stretch.bytes().length;
                refuseOrPassOver(stretch, cut ? BadRecord.Reason.TRUNCATED : BadRecord.Reason.BROKEN_STRUCTURE,
                        stretch.end());
            }
        }
    }

    private void refuseOrPassOver(Stretch stretch, BadRecord.Reason reason, long end) {
        if (stretch.beginsWell()) {
            refused(reason, stretch.start(), end);
        } else {
            stray(stretch.start());
        }
    }

    private Stretch nextStretch() throws IOException {
        int b = file.read();
        int blanks = 0;
        while (separates(b)) {
            blanks = b == ' ' ? blanks + 1 : 0;
            offset++;
            b = file.read();
        }
        if (b < 0) {
            return null;
        }
        // Five blanks are the length that a leader leaves to be counted.
        int length = blanks >= LENGTH_DIGITS && !Character.isDigit(b) ? LENGTH_DIGITS : 0;
        Arrays.fill(buffer, 0, length, (byte) ' ');
        long start = offset - length;
        long bytesFrom = start;
        boolean beginsWell = false;
        while (b >= 0) {
            if (length == buffer.length) {
                beginsWell = bytesFrom == start ? beginsWell(length) : beginsWell;
                length = LONGEST_RECORD;
                System.arraycopy(buffer, buffer.length - length, buffer, 0, length);
                bytesFrom += buffer.length - length;
            }
            buffer[length++] = (byte) b;
            offset++;
            if (b == Iso2709.RECORD_END) {
                break;
            }
            b = file.read();
        }
        beginsWell = bytesFrom == start ? beginsWell(length) : beginsWell;
        return new Stretch(start, bytesFrom, Arrays.copyOf(buffer, length), beginsWell, b >= 0);
    }

    private boolean beginsWell(int length) {
        if (Iso2709.announcedLength(buffer, 0, length) >= 0) {
            return true;
        }
        for (int i = 0; i < length; i++) {
            if (buffer[i] < '0' || buffer[i] > '9') {
                return i >= 5 && length < 24;
            }
        }
        return length < 24;
    }

    /** Line ends, end-of-file marks and byte-order marks, which programs leave between records. */
    private static boolean separates(int b) {
        return b >= 0 && b <= ' ' || b == 0xEF || b == 0xBB || b == 0xBF;
    }
}
