package org.passerelle;

import java.util.List;
import java.util.stream.Stream;

/** Each part of circulation knows those on the floors before its own; two on one floor serve others and not each other. */
final class FloorsOfCirculation {

    static final List<List<String>> FLOORS = List.of(List.of("queue"), List.of("reservations"), List.of("drive", "waiting"),
            List.of("desk", "publicpages"));

    private FloorsOfCirculation() {
    }

    static Stream<String> parts() {
        return FLOORS.stream().flatMap(List::stream);
    }

    /** Itself, and what stands before it. */
    static boolean mayKnow(String part, String other) {
        return part.equals(other) || floor(other) < floor(part);
    }

    private static int floor(String part) {
        return FLOORS.indexOf(FLOORS.stream().filter(floor -> floor.contains(part)).findFirst().orElseThrow());
    }
}
