package org.passerelle.circulation;

import java.util.UUID;
import org.passerelle.catalogue.PlaceKind;

/** Those who wait for titles, as a returns desk and the room of crates meet them; inside the caller's transaction. */
public interface WaitingPatrons {

    /** How many wait for that title at that branch and have not been offered a copy. */
    int waiting(UUID title, UUID branch);

    /**
     * A copy in somebody's hand is fit for use again: where somebody waits for it at its branch, it is set aside for
     * them. The offer follows, in a transaction of its own.
     *
     * @param branch the copy's own
     * @param from   where it is
     * @return false, and nothing has changed, when nobody waits
     */
    boolean setAside(UUID copy, UUID title, UUID branch, PlaceKind from);
}
