package org.passerelle.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What it means to those who wait when copies are to come on other days; inside the caller's transaction. */
public interface ExpectedDays {

    /**
     * Those who would have their document on another day, the first to have it first. Everybody has the copy of their turn:
     * who is second in a queue has the second that comes.
     *
     * @param copies those that would come at another instant
     */
    List<ExpectedDay> ofMoved(Map<UUID, Move> copies);

    /** When a copy comes as things are, and when it would. */
    record Move(Instant before, Instant after) {
    }

    /**
     * @param patron the name by which staff know the person
     * @param before the day at the branch, as {@code after} is
     */
    record ExpectedDay(String patron, String title, String branch, LocalDate before, LocalDate after) {
    }
}
