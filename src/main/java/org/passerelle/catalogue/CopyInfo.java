package org.passerelle.catalogue;

import java.util.UUID;

/**
 * A copy and where it is now.
 *
 * @param shelfMark null when the copy has none
 * @param caseId    the case it stands there for, or null
 * @param author    the first author, or null
 */
public record CopyInfo(UUID id, UUID title, String barcode, UUID branch, String shelfMark, MaterialType material,
                       PlaceKind place, UUID caseId, String titleText, String author) {

    /** As a line of a list names it. */
    public String titleAndAuthor() {
        return TitleInfo.titleAndAuthor(titleText, author);
    }
}
