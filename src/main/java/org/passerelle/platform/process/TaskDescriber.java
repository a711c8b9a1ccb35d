package org.passerelle.platform.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A module describes the open tasks of one process, for the people who look for work in the inbox. */
public interface TaskDescriber {

    String processKey();

    /** Facts of each of these tasks, in a fixed number of statements whatever their number. */
    Map<TaskRef, TaskFacts> describe(Collection<UserTask> tasks);

    /** Accounts that may not take that task, whatever their role and branch. At most one statement. */
    default Set<UUID> notFor(UserTask task) {
        return Set.of();
    }

    /**
     * @param subjectKey  message key of the line under the task's name
     * @param subjectArgs its arguments, as plain text
     * @param branch      where the work is, or null for the whole network
     * @param due         the one date that matters, or null
     * @param searchWords what a person may type to find it: names, codes, titles
     */
    record TaskFacts(String subjectKey, List<String> subjectArgs, UUID branch, Instant due,
                     String searchWords) {
    }
}
