package org.passerelle.team.ui;

import java.util.Optional;
import java.util.UUID;

/** Ids in addresses, as people may have typed them. */
public final class TeamAddress {

    private TeamAddress() {
    }

    public static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
