package org.passerelle.circulation;

import java.util.UUID;

/** A reservation, as other modules and the process know it. */
public record ReservationId(UUID value) {
}
