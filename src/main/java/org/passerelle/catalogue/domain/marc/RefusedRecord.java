package org.passerelle.catalogue.domain.marc;

/** Stops the reading of one record; whoever reads a file gets a {@link BadRecord} instead. */
public final class RefusedRecord extends Exception {

    private final BadRecord.Reason reason;

    public RefusedRecord(BadRecord.Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public BadRecord.Reason reason() {
        return reason;
    }
}
