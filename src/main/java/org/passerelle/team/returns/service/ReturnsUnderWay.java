package org.passerelle.team.returns.service;

import java.sql.Date;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.passerelle.team.members.NotBackYet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of a team is under way back. */
@Component
class ReturnsUnderWay implements NotBackYet {

    private final JdbcClient jdbc;

    ReturnsUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Return> among(Collection<UUID> people) {
        Map<UUID, Return> found = new HashMap<>();
        jdbc.sql("""
                select agent, came_back_on is not null, coalesce(came_back_on, return_on), easing_until from app.work_return
                where outcome is null and agent = any(?)""").param(people.toArray(UUID[]::new)).query(row -> {
                    Date backOn = row.getDate(3);
                    Date easing = row.getDate(4);
                    found.put(row.getObject(1, UUID.class), new Return(row.getBoolean(2), backOn == null ? null : backOn.toLocalDate(),
                            easing == null ? null : easing.toLocalDate()));
                });
        return found;
    }
}
