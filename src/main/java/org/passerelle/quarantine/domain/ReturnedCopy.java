package org.passerelle.quarantine.domain;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.quarantine.CrateId;

/**
 * One document that came back, and what became of it.
 *
 * @param branch    where it came back
 * @param ownBranch where it belongs
 * @param shelfMark or null
 * @param loan      the loan it closed, or null
 * @param wasAt     where it was believed to be before the scan
 * @param crate     or null where it needed none
 * @param verdict   what an inspection under way has found: to repair, to be withdrawn or missing; null while it is fit
 * @param note      why it goes to repair or is withdrawn, or null
 */
public record ReturnedCopy(UUID id, UUID copy, UUID branch, UUID ownBranch, String barcode, UUID title,
                           String titleText, String shelfMark, Instant droppedOffAt, UUID loan, boolean late,
                           PlaceKind wasAt, CrateId crate, ReturnOutcome outcome, ReturnOutcome verdict, String note) {

    public boolean isOfOtherBranch() {
        return !branch.equals(ownBranch);
    }
}
