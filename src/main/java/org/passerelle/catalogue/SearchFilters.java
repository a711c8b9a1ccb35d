package org.passerelle.catalogue;

import java.util.UUID;

/**
 * What a search is narrowed to.
 *
 * @param material      or null for all
 * @param branch        titles with a copy there, or null for anywhere
 * @param availableOnly titles with a copy on its shelf, at that branch if one is given
 */
public record SearchFilters(MaterialType material, UUID branch, boolean availableOnly) {

    public static final SearchFilters NONE = new SearchFilters(null, null, false);

    public boolean narrows() {
        return !equals(NONE);
    }
}
