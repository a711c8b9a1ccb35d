package org.passerelle.quarantine.domain;

/** By which way a document came back. */
public enum ReturnSource {
    DESK,
    /** A return box, emptied some time after the drop-off. */
    BOX,
    DRIVE,
    VOLUNTEER,
    RELAY
}
