package org.passerelle.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * All that is known of a title.
 *
 * @param responsibility the title page's own words, or null
 * @param publisher      or null
 * @param series         or null
 * @param languages      ISO 639-2 codes
 * @param copies         the first of those that {@link CatalogueSearch#copies} tells of
 */
public record TitleDetails(FoundTitle found, String responsibility, List<String> authors, String publisher,
                           List<String> isbns, List<String> languages, List<String> subjects, String series,
                           List<CopyAt> copies) {

    /**
     * One copy of it.
     *
     * @param shelfMark  or null
     * @param expectedOn the day at its branch on which it is expected to leave where it is, or null
     */
    public record CopyAt(String barcode, UUID branch, String branchName, String shelfMark, MaterialType material, PlaceKind place,
                         LocalDate expectedOn) {

        public PlaceOfCopy where() {
            return new PlaceOfCopy(place, place == PlaceKind.SHELF ? null : expectedOn, branchName, shelfMark);
        }
    }
}
