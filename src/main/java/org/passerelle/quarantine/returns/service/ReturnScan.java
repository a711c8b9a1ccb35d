package org.passerelle.quarantine.returns.service;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.quarantine.domain.ReturnSource;

/**
 * One barcode at a returns desk.
 *
 * @param stacked    whether the documents are piled up in their crate rather than spread out
 * @param droppedOff when the patron gave it back, or null for now
 * @param isAgain    whether the same person has just been told that it goes to its shelf
 */
public record ReturnScan(UUID branch, String barcode, boolean stacked, Instant droppedOff, ReturnSource source,
                         boolean isAgain) {

    public ReturnScan(UUID branch, String barcode, boolean stacked, Instant droppedOff, ReturnSource source) {
        this(branch, barcode, stacked, droppedOff, source, false);
    }

    public ReturnScan again() {
        return new ReturnScan(branch, barcode, stacked, droppedOff, source, true);
    }
}
