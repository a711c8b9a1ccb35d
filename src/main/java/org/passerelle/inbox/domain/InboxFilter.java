package org.passerelle.inbox.domain;

import java.util.UUID;
import org.passerelle.platform.PlainText;

/**
 * What a person looks for.
 *
 * @param due    by when, by the clock of the task's branch
 * @param branch what is to be done there, what belongs to no branch, and what is the person's own or told to few, wherever; or
 *               null for all
 * @param kind   or null for all
 * @param words  as typed; case, accents and small typos do not count
 */
public record InboxFilter(Chip chip, Due due, UUID branch, TaskKind kind, String words) {

    public static final InboxFilter START = new InboxFilter(Chip.WAITING, Due.ANY, null, null, "");

    public InboxFilter {
        words = PlainText.words(words);
    }

    public InboxFilter with(Chip other) {
        return new InboxFilter(other, due, branch, kind, words);
    }

    /** @param other or null for all */
    public InboxFilter at(UUID other) {
        return new InboxFilter(chip, due, other, kind, words);
    }

    public InboxFilter with(Due other) {
        return new InboxFilter(chip, other, branch, kind, words);
    }

    /** Each is a part of {@link #ALL}; the first three are what the person can work on now. */
    public enum Chip {
        /** Assigned to the person, or to nobody and open to them. */
        WAITING,
        /** Assigned to the person. */
        MINE,
        /** Assigned to nobody, for the person's role and branches. */
        GROUP,
        /** Every open task, also those of colleagues and, where no branch is asked for, of other branches. */
        ALL
    }

    public enum Due {
        /** Due before now. */
        LATE,
        /** Due on this day, late or not. */
        TODAY,
        /** Due from this Monday to Sunday, late or not. */
        WEEK,
        /** Whatever its date, and without one. */
        ANY
    }
}
