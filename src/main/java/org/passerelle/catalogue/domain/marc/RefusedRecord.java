package org.passerelle.catalogue.domain.marc;

/** Stops the reading of one record; never leaves this package. */
final class RefusedRecord extends Exception {

    private final BadRecord.Reason reason;

    RefusedRecord(BadRecord.Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    BadRecord.Reason reason() {
        return reason;
    }
}
