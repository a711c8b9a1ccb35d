package org.passerelle.catalogue;

import java.util.UUID;

/**
 * A title as lists show it.
 *
 * @param author the first author, or null
 * @param year   of publication, or null
 */
public record TitleInfo(UUID id, String title, String author, Integer year, MaterialType material) {

    /** As a line of a list names it. */
    public String titleAndAuthor() {
        return titleAndAuthor(title, author);
    }

    /** @param author or null */
    public static String titleAndAuthor(String title, String author) {
        return author == null ? title : title + " · " + author;
    }
}
