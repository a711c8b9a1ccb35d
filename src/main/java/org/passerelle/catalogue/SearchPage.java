package org.passerelle.catalogue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One page of what a search found, best first.
 *
 * @param total       how many titles were found in all; beyond {@link CatalogueSearch#COUNTED_UP_TO} they are not counted
 * @param approximate true when no title has all the words as they were written, and these come close
 * @param words       the words that were searched, as they are compared
 * @param branches    those that a search can be narrowed to: id and name, in order of name
 */
public record SearchPage(List<FoundTitle> titles, long total, boolean approximate, List<String> words,
                         Map<UUID, String> branches) {

    /** Whether there are more titles than were counted. */
    public boolean uncounted() {
        return total > CatalogueSearch.COUNTED_UP_TO;
    }
}
