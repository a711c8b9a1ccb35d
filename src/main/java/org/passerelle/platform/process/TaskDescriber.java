package org.passerelle.platform.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.platform.people.WorkSite;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A module describes the open tasks of one process, for the people who look for work in the inbox. */
public interface TaskDescriber {

    String processKey();

    /** Facts of each of these tasks, in a fixed number of statements whatever their number. */
    Map<TaskRef, TaskFacts> describe(Collection<UserTask> tasks);

    /** For {@link #describe}: what is known of the cases of these tasks, in one statement, as facts of each task. */
    static <T> Map<TaskRef, TaskFacts> byCase(Collection<UserTask> tasks, Function<List<UUID>, Map<UUID, T>> known,
                                              BiFunction<UserTask, T, TaskFacts> facts) {
        Map<UUID, T> ofCases = known.apply(tasks.stream().map(task -> task.process().id()).distinct().toList());
        return tasks.stream().filter(task -> ofCases.containsKey(task.process().id())).collect(Collectors.toMap(
                UserTask::ref, task -> facts.apply(task, ofCases.get(task.process().id()))));
    }

    /** The same where a row says it all; the statement has one parameter, the array of the cases' ids. */
    static Map<TaskRef, TaskFacts> byCase(Collection<UserTask> tasks, JdbcClient jdbc, String sql, FactsOfRow facts) {
        return byCase(tasks, cases -> {
            Map<UUID, TaskFacts> ofCases = new HashMap<>();
            jdbc.sql(sql).param(cases.toArray(UUID[]::new)).query(row -> {
                ofCases.put(row.getObject("id", UUID.class), facts.of(row));
            });
            return ofCases;
        }, (task, described) -> described);
    }

    /** @see #byCase */
    interface FactsOfRow {

        TaskFacts of(ResultSet row) throws SQLException;
    }

    /** Accounts that may not take that task, whatever their role and branch. At most one statement. */
    default Set<UUID> notFor(UserTask task) {
        return Set.of();
    }

    /**
     * @param subjectKey  message key of the line under the task's name
     * @param subjectArgs its arguments, as plain text
     * @param site        where the work is; who holds a duty there sees its tasks
     * @param due         the one date that matters, or null
     * @param waiting     since when somebody waits outside for it, or null: such a task comes before all others
     * @param searchWords what a person may type to find it: names, codes, titles
     */
    record TaskFacts(String subjectKey, List<String> subjectArgs, WorkSite site, Instant due, Instant waiting,
                     String searchWords) {

        /** Of a task at that branch, or of the whole network. @param branch or null */
        public TaskFacts(String subjectKey, List<String> subjectArgs, UUID branch, Instant due, Instant waiting, String searchWords) {
            this(subjectKey, subjectArgs, WorkSite.of(branch), due, waiting, searchWords);
        }

        /** The same, of one that nobody waits outside for. */
        public TaskFacts(String subjectKey, List<String> subjectArgs, UUID branch, Instant due, String searchWords) {
            this(subjectKey, subjectArgs, branch, due, null, searchWords);
        }

        /** Of a task about somebody in a team. */
        public TaskFacts(String subjectKey, List<String> subjectArgs, WorkSite site, Instant due, String searchWords) {
            this(subjectKey, subjectArgs, site, due, null, searchWords);
        }

        public UUID branch() {
            return site.branch();
        }
    }
}
