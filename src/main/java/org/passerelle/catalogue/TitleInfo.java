package org.passerelle.catalogue;

import java.util.UUID;

/**
 * A title as lists show it.
 *
 * @param author the first author, or null
 * @param year   of publication, or null
 */
public record TitleInfo(UUID id, String title, String author, Integer year, MaterialType material) {
}
