package org.passerelle.circulation;

import java.util.UUID;

/** Those who wait for titles, as a returns desk and the room of crates meet them; inside the caller's transaction. */
public interface WaitingPatrons {

    /** How many wait for that title at that branch and have not been offered a copy. */
    int waiting(UUID title, UUID branch);

    /**
     * A copy is fit for use again: where somebody waits for it at its branch, it is held for the first of them, who gets
     * an offer.
     *
     * @return false, and nothing has changed, when nobody waits
     */
    boolean setAside(UUID copy);
}
