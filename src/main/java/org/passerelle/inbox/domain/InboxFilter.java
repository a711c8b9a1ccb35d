package org.passerelle.inbox.domain;

import java.util.UUID;

/**
 * What a person looks for.
 *
 * @param branch or null for all
 * @param kind   or null for all
 * @param words  as typed; case, accents and small typos do not count
 */
public record InboxFilter(Chip chip, UUID branch, TaskKind kind, String words) {

    public static final InboxFilter START = new InboxFilter(Chip.WAITING, null, null, "");

    public InboxFilter with(Chip other) {
        return new InboxFilter(other, branch, kind, words);
    }

    /** Each is a part of {@link #ALL}; the first three are what the person can work on now. */
    public enum Chip {
        /** Assigned to the person, or to nobody and open to them. */
        WAITING,
        /** Assigned to the person. */
        MINE,
        /** Assigned to nobody, for the person's role and branches. */
        GROUP,
        /** Of those waiting, due today by the branch's clock. */
        TODAY,
        /** Of those waiting, due before now. */
        LATE,
        /** Every open task, also those of colleagues and of other branches. */
        ALL
    }
}
