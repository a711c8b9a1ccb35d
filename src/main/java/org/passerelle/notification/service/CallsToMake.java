package org.passerelle.notification.service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.platform.process.steps.OpenTasks;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a branch has to call, for those who work there. */
@Service
public class CallsToMake {

    private final JdbcClient jdbc;
    private final OpenTasks tasks;
    private final SignedIn signedIn;

    CallsToMake(JdbcClient jdbc, OpenTasks tasks, SignedIn signedIn) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.signedIn = signedIn;
    }

    /**
     * @param phone   or null
     * @param attempt 1 for the first call
     * @param task    the address of its form, or null between two attempts, where nobody is to call yet
     */
    public record Call(UUID message, String name, String phone, String about, int attempt, String task) {

        private Call in(Map<UUID, String> tasks) {
            return new Call(message, name, phone, about, attempt, tasks.get(message));
        }
    }

    /** @param first at most as many as were asked for; who has waited longest first */
    public record Calls(List<Call> first, int all) {

        public int leftOut() {
            return all - first.size();
        }
    }

    /** Two statements. */
    @Transactional(readOnly = true)
    public Calls of(UUID branch, int most) {
        signedIn.requireAt(branch);
        List<Counted> read = jdbc.sql("""
                        select id, recipient_name, phone, subject, call_attempts + 1, count(*) over () from app.outbox_message
                        where state = 'TO_CALL' and branch = :branch order by round_at, id limit :most""")
                .param("branch", branch).param("most", most)
                .query((row, i) -> new Counted(new Call(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                        row.getString(4), row.getInt(5), null), row.getInt(6))).list();
        Map<UUID, String> open = tasks.of(read.stream().map(counted -> counted.call().message()).toList()).stream()
                .collect(Collectors.toMap(OpenTask::about, OpenTask::path, (first, other) -> first));
        return new Calls(read.stream().map(counted -> counted.call().in(open)).toList(),
                read.isEmpty() ? 0 : read.getFirst().all());
    }

    /** How many each of these branches has to make, of those where the person signed in may act. One statement. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> at(Collection<UUID> branches) {
        CurrentUser user = signedIn.require(Role.AGENT);
        return jdbc.sql("select branch, count(*) from app.outbox_message where state = 'TO_CALL' and branch = any(?) group by branch")
                .param(branches.stream().filter(user::mayActAt).toArray(UUID[]::new))
                .query((row, i) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Counted(Call call, int all) {
    }
}
