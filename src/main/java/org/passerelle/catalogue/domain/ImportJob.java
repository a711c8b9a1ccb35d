package org.passerelle.catalogue.domain;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.RecordPosition;

/**
 * One file on its way into the catalogue.
 *
 * @param account     who brought the file
 * @param since       when it came, or when it was started
 * @param ended       null while it waits or runs
 * @param format      null, like the mapping, until somebody has said how the file is to be read
 * @param next        where reading goes on
 */
public record ImportJob(UUID id, String fileName, long fileBytes, Status status, UUID account, String accountName,
                        Instant since, Instant ended, MarcFormat format, ImportMapping mapping, RecordPosition next,
                        Counts counts) {

    public enum Status {
        /** The file is here; format and mapping are to be confirmed. */
        WAITING,
        RUNNING,
        DONE,
        /** It could not go on; it can be taken up again where it stopped. */
        STOPPED,
        /** Somebody gave it up. What it brought stays. */
        GIVEN_UP
    }

    /**
     * @param created         titles; like the two that follow
     * @param refused         records
     * @param copiesCreated   copies; like the two that follow
     * @param unknownMaterial records whose material nothing told
     * @param copiesUnnamed   copies here that the file's record of their title does not name; they are kept
     */
    public record Counts(int created, int updated, int unchanged, int refused, int copiesCreated, int copiesUpdated,
                         int copiesRefused, int unknownMaterial, int copiesUnnamed) {
    }

    /** Records read so far. */
    public long read() {
        return next.number() - 1;
    }
}
