package org.passerelle.team.returns.service;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.process.OccupationalHealthProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What occupational health does beside a return, as rows and cases of its own. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HealthSupports {

    private final OccupationalHealthProcess process;
    private final JdbcClient jdbc;
    private final AppClock clock;

    HealthSupports(OccupationalHealthProcess process, JdbcClient jdbc, AppClock clock) {
        this.process = process;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who has asked for it, the agent or the table, is not kept. */
    void open(WorkReturn about) {
        if (isOpen(about.id())) {
            return;
        }
        UUID support = UUID.randomUUID();
        jdbc.sql("insert into app.work_health_support (id, work_return, opened_at) values (?, ?, ?)")
                .params(support, about.id(), Timestamp.from(clock.instant())).update();
        process.start(support);
    }

    /** Whether occupational health follows that return now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    boolean isOpen(UUID workReturn) {
        return openFor(workReturn).isPresent();
    }

    /** Whether occupational health follows that return, or has done so. */
    boolean hasBeen(UUID workReturn) {
        return jdbc.sql("select count(*) from app.work_health_support where work_return = ?").param(workReturn).query(Integer.class)
                .single() > 0;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    Optional<UUID> openFor(UUID workReturn) {
        return jdbc.sql("select id from app.work_health_support where work_return = ? and ended_at is null").param(workReturn)
                .query(UUID.class).optional();
    }

    /** Nothing of one that has ended: what came of it is in force, or nothing did. */
    Optional<UUID> returnOfOpen(UUID support) {
        return jdbc.sql("select work_return from app.work_health_support where id = ? and ended_at is null").param(support)
                .query(UUID.class).optional();
    }

    /** Of one that has ended as well. */
    Optional<UUID> returnOf(UUID support) {
        return jdbc.sql("select work_return from app.work_health_support where id = ?").param(support).query(UUID.class).optional();
    }

    boolean end(UUID support) {
        return jdbc.sql("update app.work_health_support set ended_at = ? where id = ? and ended_at is null")
                .params(Timestamp.from(clock.instant()), support).update() == 1;
    }

    /** The return is over otherwise. */
    void noLongerNeeded(UUID workReturn) {
        openFor(workReturn).ifPresent(support -> {
            end(support);
            process.noLongerNeeded(support);
        });
    }
}
