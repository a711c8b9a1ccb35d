package org.passerelle.quarantine.domain;

/** Ways to treat a document; which of them a material bears, the table says. */
public enum Method {
    DRY_WIPE,
    DAMP_WIPE,
    /** A product that meets EN 14476. */
    VIRUCIDE;

    /** Whether a product has to act for some time. */
    public boolean needsProduct() {
        return this == VIRUCIDE;
    }
}
