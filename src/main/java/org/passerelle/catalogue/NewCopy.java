package org.passerelle.catalogue;

import java.util.UUID;

/**
 * A copy to be added; it begins on its shelf.
 *
 * @param barcode   unique in the network
 * @param shelfMark or null
 * @param note      or null
 */
public record NewCopy(UUID title, String barcode, UUID branch, String shelfMark, MaterialType material, String note) {
}
