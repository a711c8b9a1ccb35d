package org.passerelle.circulation.reservations.domain;

import java.util.UUID;

/** What a patron has asked for in open reservations, as the limits count it. */
public record OpenRequests(UUID patron, long reservations, long documents) {

    public static OpenRequests nothing(UUID patron) {
        return new OpenRequests(patron, 0, 0);
    }
}
