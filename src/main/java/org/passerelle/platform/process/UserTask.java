package org.passerelle.platform.process;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A user task as the rest of the product sees it.
 *
 * @param assignee        the account that works on it, or null
 * @param candidateGroups names of roles
 * @param due             or null
 */
public record UserTask(TaskRef ref, CaseRef process, String taskKey, String formKey, UUID assignee,
                       Set<String> candidateGroups, Instant created, Instant due, int priority) {
}
