package org.passerelle.catalogue;

import java.time.LocalDate;

/**
 * Where a copy is, as far as anybody is told.
 *
 * @param until      the day at its branch on which it is expected to leave that place, or null where none is known
 * @param branchName the branch it belongs to
 * @param shelfMark  or null
 */
public record PlaceOfCopy(PlaceKind place, LocalDate until, String branchName, String shelfMark) {
}
