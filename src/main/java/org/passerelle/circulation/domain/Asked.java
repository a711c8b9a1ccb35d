package org.passerelle.circulation.domain;

import java.util.UUID;

/** What a patron has asked for in open reservations, as the limits count it. */
public record Asked(UUID patron, long reservations, long documents) {

    public static Asked nothing(UUID patron) {
        return new Asked(patron, 0, 0);
    }
}
