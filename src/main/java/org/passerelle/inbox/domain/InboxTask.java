package org.passerelle.inbox.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.people.WorkSite;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.TaskAudience;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;

/**
 * One open task as the inbox shows it.
 *
 * @param subjectKey   message key of the line under its name, or null
 * @param site         where the work is
 * @param zone         whose clock its dates are shown by
 * @param assigneeName or null
 * @param person       the account that the task names, or null: it is nobody else's
 * @param due          or null
 * @param waiting      since when somebody waits outside for it, or null
 * @param mayAct       whether the person who asked may take and complete it
 */
public record InboxTask(TaskRef ref, CaseRef process, TaskKind kind, String formKey, String subjectKey,
                        List<String> subjectArgs, WorkSite site, String branchName, ZoneId zone, Set<String> groups,
                        UUID assignee, String assigneeName, UUID person, Instant due, Instant waiting, Instant created, int priority,
                        boolean mayAct) {

    public boolean isLate(Instant now) {
        return due != null && due.isBefore(now);
    }

    /** Null for the whole network. */
    public UUID branch() {
        return site.branch();
    }

    public TaskAudience audience() {
        return new TaskAudience(person, groups);
    }

    /** What its form is given. */
    public UserTask asUserTask() {
        return new UserTask(ref, process, kind.taskKey(), formKey, assignee, person, groups, created, due, priority);
    }
}
