package org.passerelle.circulation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.catalogue.PlaceKind;

/** Those who wait for titles, as a returns desk and the room of crates meet them; inside the caller's transaction. */
public interface WaitingPatrons {

    /** Those who wait for that title at that branch and have not been offered a copy. One statement. */
    Queue waiting(UUID title, UUID branch);

    /** Their names, as staff know them, in the order of their turns; at most so many. */
    List<String> names(UUID title, UUID branch, int most);

    /** Those of the titles that somebody waits for at that branch. One statement. */
    Set<UUID> awaited(Collection<UUID> titles, UUID branch);

    /** @param first name of who has the first turn, or null where nobody waits */
    record Queue(int length, String first) {
    }

    /**
     * A copy in somebody's hand is fit for use again: where somebody waits for it at its branch, it is set aside for
     * them. The offer follows, in a transaction of its own.
     *
     * @param branch the copy's own
     * @param from   where it is
     * @return false, and nothing has changed, when nobody waits
     */
    boolean setAside(UUID copy, UUID title, UUID branch, PlaceKind from);

    /**
     * A copy is fit for use and stands apart: until somebody has it in hand and scans it nobody can have it, nor is
     * offered it, and its branch is asked to put it on its shelf.
     *
     * @param caseId the case it stands for where it is
     */
    void putOnShelf(UUID copy, UUID caseId, PlaceKind from);
}
