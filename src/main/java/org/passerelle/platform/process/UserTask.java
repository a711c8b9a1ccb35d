package org.passerelle.platform.process;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A user task as the rest of the product sees it.
 *
 * @param assignee        the account that works on it, or null
 * @param person          the account that the task names, or null: nobody else sees it
 * @param candidateGroups names of roles or duties, as {@link TaskAudience} knows them
 * @param due             or null
 */
public record UserTask(TaskRef ref, CaseRef process, String taskKey, String formKey, UUID assignee,
                       UUID person, Set<String> candidateGroups, Instant created, Instant due, int priority) {

    public TaskAudience audience() {
        return new TaskAudience(person, candidateGroups);
    }
}
