package org.passerelle.catalogue;

import java.util.List;

/**
 * A title to be added by hand.
 *
 * @param identifier     unique in the catalogue
 * @param responsibility the title page's own words, or null
 * @param publisher      or null
 * @param year           of publication, or null
 * @param isbns          thirteen digits each, no hyphens
 * @param languages      ISO 639-2 codes
 * @param series         or null
 */
public record NewTitle(String identifier, String title, String responsibility, List<String> authors, String publisher,
                       Integer year, List<String> isbns, List<String> languages, List<String> subjects, String series,
                       MaterialType material) {

    /** A title of which only this is known. */
    public static NewTitle of(String identifier, String title, String author, Integer year, MaterialType material) {
        return new NewTitle(identifier, title, null, author == null ? List.of() : List.of(author), null, year,
                List.of(), List.of(), List.of(), null, material);
    }
}
