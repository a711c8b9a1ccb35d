package org.passerelle.platform.policy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A decision table that managers read and change: its shape, and what a change of it means to the module that asks it.
 * A module contributes one bean per table; the policies screen shows them and knows no module.
 */
public interface PolicyTable {

    PolicyShape shape();

    /**
     * Whether its running cases are known to a few alone. How far a version reached, and how many cases followed, is then told to
     * nobody but its publisher and not counted anywhere; and who writes beside the table is told what does not belong there.
     */
    default boolean isPrivate() {
        return false;
    }

    /**
     * What would change for what is running now, if the table answered so. Changes nothing.
     *
     * @param follows which of {@link Impact#changes()}, by their ids, would be decided anew: what the remarks and listings
     *                say is what happens when only those are
     */
    Impact impact(Answers proposed, Predicate<UUID> follows);

    /**
     * A new version holds from now on: what has not begun is expected as it says, and it decides anew for these running
     * cases. Called in the transaction of its publication.
     *
     * @param cases ids of {@link Impact#changes()}; none where it reaches no running case
     * @return how many followed: what has ended since is left alone
     */
    int apply(Set<UUID> cases);

    /** The one row of outputs for each case that can be asked. */
    record Answers(Map<Map<String, Object>, Map<String, Object>> rows) {

        public Map<String, Object> to(Map<String, Object> inputs) {
            return rows.get(inputs);
        }
    }

    /**
     * @param words    the key of what its running cases are called, and the start of {@code .before}, the heading of what
     *                 holds for them now, and of a sentence for each reach, such as {@code .ALL_RUNNING}
     * @param changes  every running case that would be decided otherwise, whether it follows or not
     * @param remarks  sentences on what would happen, the most important first
     * @param listings whom it would touch
     */
    record Impact(String words, List<Change> changes, List<Remark> remarks, List<Listing> listings) {

        /** In words that fit any case. */
        public Impact(List<Change> changes, List<Remark> remarks, List<Listing> listings) {
            this("policy.changes", changes, remarks, listings);
        }
    }

    /**
     * Those that a change would touch, as a table of their own. The words of the title are given {@code total}.
     *
     * @param total how many there are; the rows may be only the first of them
     * @param rows  a cell for each column: a text, a number, a day, or a {@link Remark}
     */
    record Listing(String titleKey, int total, List<String> columnKeys, List<List<Object>> rows) {

        /** As many as somebody reads. */
        private static final int MOST_ROWS = 500;

        public static Listing of(String titleKey, List<String> columnKeys, List<List<Object>> all) {
            return new Listing(titleKey, all.size(), columnKeys, List.copyOf(all.subList(0, Math.min(MOST_ROWS, all.size()))));
        }
    }

    /**
     * A running case of whatever kind that would be decided otherwise.
     *
     * @param name   what people call it
     * @param zone   whose clock its instants are told by
     * @param before what was decided: an instant, or what a cell of a {@link Listing} may be
     * @param after  what the table would decide, likewise
     */
    record Change(UUID id, String name, String place, ZoneId zone, Object before, Object after) {
    }

    record Remark(String messageKey, Object... args) {
    }
}
