package org.passerelle.platform.ui.live;

import java.util.UUID;

/**
 * Something that screens show and that has changed. Published as an application event within the transaction; open
 * screens hear of it after commit.
 *
 * @param id of which one, or null for all; where people have things of their own, the account of whose
 */
public record Topic(Kind kind, UUID id) {

    /** What can change, as a constant of whoever changes it. @param name for example {@code branch-day} */
    public record Kind(String name) {

        public Topic of(UUID id) {
            return new Topic(this, id);
        }

        /** Of whichever. */
        public Topic any() {
            return new Topic(this, null);
        }
    }
}
