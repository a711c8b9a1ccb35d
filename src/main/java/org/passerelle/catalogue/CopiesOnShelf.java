package org.passerelle.catalogue;

import java.util.List;
import java.util.UUID;

/** These copies have come to their shelves, in the transaction that is under way: told before anybody can see it. */
public record CopiesOnShelf(List<Copy> copies) {

    public record Copy(UUID id, UUID title, UUID branch) {
    }
}
