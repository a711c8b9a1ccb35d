package org.passerelle.catalogue.domain.marc.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.ReadRecord;
import org.passerelle.catalogue.domain.marc.RecordPosition;

/**
 * Reads a file of records one after the other, from its start or from where an earlier reading stopped.
 *
 * <p>Every record of the file gives exactly one outcome, good or bad, in the order of the file; no bad one hides a
 * good one. Whatever the size of the file or of a record, memory stays within a few megabytes. The same bytes, format
 * and profile always give equal outcomes.
 *
 * <p>{@link #hasNext} and {@link #next} throw {@link UncheckedIOException} when the file cannot be read on.
 */
public final class MarcFileReader implements Iterator<ReadRecord>, AutoCloseable {

    /** Bytes, terminator included: the most that the five digits of an ISO 2709 leader can announce. */
    public static final int LONGEST_RECORD = 99_999;

    /** Characters, tags included: ten times an ISO 2709 record, as XML spells out what that abbreviates. */
    public static final int LONGEST_XML_RECORD = 1_000_000;

    private final InputStream file;
    private final RecordSource source;
    private ReadRecord ahead;

    private MarcFileReader(InputStream file, RecordSource source) {
        this.file = file;
        this.source = source;
    }

    /**
     * @param file from its very first byte; closed with this reader, left open when this fails
     * @param from {@link RecordPosition#START}, or the {@link ReadRecord#next()} of the last outcome that was kept
     * @throws IOException when the file cannot be read, or is ISO 2709 and ends before that position
     */
    public static MarcFileReader open(InputStream file, MarcFormat format, CopyMappingProfile profile,
            RecordPosition from) throws IOException {
        try {
            InputStream buffered = new BufferedInputStream(file, 1 << 16);
            RecordSource source = format == MarcFormat.MARCXML ? new MarcXmlSource(buffered, profile, from)
                    : new Iso2709Source(buffered, format, profile, from);
            return new MarcFileReader(buffered, source);
        } catch (EOFException shorterThanThat) {
            throw new EOFException("The file ends before byte " + from.offset());
        }
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            try {
                ahead = source.next();
            } catch (IOException cannotReadOn) {
                throw new UncheckedIOException(cannotReadOn);
            }
        }
        return ahead != null;
    }

    @Override
    public ReadRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The file has been read to its end");
        }
        ReadRecord outcome = ahead;
        ahead = null;
        return outcome;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
