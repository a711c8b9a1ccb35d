package org.passerelle.team.members.service;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.people.WorkSite;
import org.passerelle.platform.process.CaseAudience;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.steps.CaseSentence;
import org.passerelle.platform.process.steps.CaseSentence.Said;
import org.passerelle.team.members.process.LeaveWishProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a leave wish is about, how it stands, and who may follow it. */
@Configuration
class CasesOfLeave {

    private static final Duration DECIDED_WITHIN = Duration.ofDays(7);

    @Bean
    CaseAudience followersOfWishes(LeaveDesk desk) {
        return new CaseAudience(LeaveWishProcess.KEY, desk::mayFollow);
    }

    @Bean
    CaseSentence sentenceOfWish(JdbcClient jdbc) {
        return CaseSentence.of(LeaveWishProcess.KEY, jdbc, """
                select w.state, w.starts, w.ends, a.display_name, g.team, coalesce(b.time_zone, 'UTC') as zone from app.leave_wish w
                join app.account a on a.id = w.agent left join app.team_agent g on g.account = w.agent
                left join app.branch b on b.id = g.branch where w.id = ?""", row -> new Said("said.leave-wish." + row.getString("state"),
                ZoneId.of(row.getString("zone")), Teams.CHANGED.of(row.getObject("team", UUID.class)),
                row.getString("display_name"), row.getDate("starts").toLocalDate(), row.getDate("ends").toLocalDate()));
    }

    @Bean
    TaskDescriber leaveWishTasks(JdbcClient jdbc) {
        return new TaskDescriber() {
            @Override
            public String processKey() {
                return LeaveWishProcess.KEY;
            }

            /** Nobody decides about themselves. */
            @Override
            public Set<UUID> notFor(UserTask task) {
                return Set.copyOf(jdbc.sql("select agent from app.leave_wish where id = ?").param(task.process().id()).query(UUID.class).list());
            }

            @Override
            public Map<TaskRef, TaskFacts> describe(Collection<UserTask> tasks) {
                return TaskDescriber.byCase(tasks, jdbc, """
                        select w.id, w.wished_at, a.display_name, g.branch, g.team from app.leave_wish w
                        join app.account a on a.id = w.agent left join app.team_agent g on g.account = w.agent
                        where w.id = any(?)""", row -> new TaskFacts("team.leave.task", List.of(row.getString("display_name")),
                        new WorkSite(row.getObject("branch", UUID.class), row.getObject("team", UUID.class)), row.getTimestamp("wished_at").toInstant().plus(DECIDED_WITHIN),
                        row.getString("display_name")));
            }
        };
    }
}
