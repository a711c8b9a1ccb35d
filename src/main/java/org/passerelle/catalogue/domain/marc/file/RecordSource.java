package org.passerelle.catalogue.domain.marc.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.passerelle.catalogue.domain.marc.BadRecord;
import org.passerelle.catalogue.domain.marc.BibliographicRecord;
import org.passerelle.catalogue.domain.marc.GoodRecord;
import org.passerelle.catalogue.domain.marc.ReadRecord;
import org.passerelle.catalogue.domain.marc.RecordPosition;

/** Numbers the outcomes of a file and tells each stretch of it once; how records are found is left to the formats. */
abstract class RecordSource {

    private static final long NONE = -1;

    private final Deque<ReadRecord> found = new ArrayDeque<>();
    private boolean nothingRecognised;
    private boolean ended;
    private long nextNumber;
    private long strayFrom = NONE;

    RecordSource(RecordPosition from) {
        nextNumber = from.number();
        nothingRecognised = from.equals(RecordPosition.START);
    }

    /** Null at the end of the file. */
    final ReadRecord next() throws IOException {
        while (found.isEmpty() && !ended) {
            ended = !findMore();
            if (ended) {
                tellTheRest();
            }
        }
        return found.poll();
    }

    /** Tells what comes next in the file by {@link #read}, {@link #refused} or {@link #stray}; false at its end. */
    abstract boolean findMore() throws IOException;

    /** How far the file has been read, in bytes. */
    abstract long offset();

    final void read(BibliographicRecord record, long from, long to) {
        tellStray(from);
        found.add(new GoodRecord(new RecordPosition(nextNumber++, from), new RecordPosition(nextNumber, to), record));
    }

    final void refused(BadRecord.Reason reason, long from, long to) {
        tellStray(from);
        tell(reason, from, to);
    }

    /** Bytes that are no record: told as one stretch, once it is known where they end. */
    final void stray(long from) {
        if (strayFrom == NONE) {
            strayFrom = from;
        }
    }

    private void tellStray(long to) {
        nothingRecognised = false;
        if (strayFrom != NONE) {
            tell(BadRecord.Reason.NOT_A_RECORD, strayFrom, to);
            strayFrom = NONE;
        }
    }

    private void tellTheRest() {
        if (nothingRecognised) {
            tell(BadRecord.Reason.NOT_MARC, 0, offset());
        } else {
            tellStray(offset());
        }
    }

    private void tell(BadRecord.Reason reason, long from, long to) {
        found.add(new BadRecord(new RecordPosition(nextNumber++, from), new RecordPosition(nextNumber, to), reason));
    }
}
