package org.passerelle.catalogue.domain.marc;

/**
 * A copy field that gives no copy. Its record is good all the same.
 *
 * @param rank      which copy field of its record this is, from 1
 * @param reason    why it is refused
 * @param barcode   the barcode that cannot be taken, cut to {@link CopyData#LONGEST_BARCODE} characters and without
 *                  control characters; null when there is none
 * @param shelfMark to find the copy by; null when not given
 */
public record RefusedCopy(int rank, Reason reason, String barcode, String shelfMark) {

    public enum Reason {
        NO_BARCODE,
        BARCODE_TOO_LONG,
        CONTROL_CHARACTER_IN_BARCODE,
        /** Another copy of the same record has it; the first one keeps it. */
        BARCODE_REPEATED
    }
}
