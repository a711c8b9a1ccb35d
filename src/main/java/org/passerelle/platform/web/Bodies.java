package org.passerelle.platform.web;

/** What screens send. */
public final class Bodies {

    /** In bytes, far more than what people type; only uploaded files are larger. */
    public static final long LARGEST = 1L << 20;

    /** The same, of people who have not signed in: what a field holds stays in memory as long as its screen. */
    public static final long LARGEST_OF_ANYBODY = 1L << 17;

    private Bodies() {
    }
}
