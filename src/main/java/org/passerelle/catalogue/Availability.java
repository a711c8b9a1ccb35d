package org.passerelle.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one branch has of a title, and will have.
 *
 * @param available copies on their shelf
 * @param copies    all its copies; those missing or out of circulation do not count
 * @param expected  the days at the branch on which copies that are away are expected, the first one first; a copy of
 *                  which nothing is known is not in it
 */
public record Availability(int available, int copies, List<LocalDate> expected) {

    public static final Availability NOTHING = new Availability(0, 0, List.of());

    /** When somebody at that place in the queue may expect a copy: 1 is first. */
    public Optional<LocalDate> expectedFor(int position) {
        return position < 1 || position > expected.size() ? Optional.empty() : Optional.of(expected.get(position - 1));
    }
}
