package org.passerelle.team.returns.service;

import java.sql.Date;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.team.members.NotBackYet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of a team is under way back, and which days of telework were agreed with whom. */
@Component
class ReturnsUnderWay implements NotBackYet {

    private static final String EVERY_DAY = Stream.of(DayOfWeek.values()).map(DayOfWeek::name).collect(Collectors.joining(","));

    private final JdbcClient jdbc;

    ReturnsUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Return> among(Collection<UUID> people) {
        Map<UUID, Return> found = new HashMap<>();
        jdbc.sql("""
                select p.agent, r.id is null or r.came_back_on is not null, coalesce(r.came_back_on, r.return_on), r.easing_until, m.days
                from unnest(?) p (agent)
                left join app.work_return r on r.agent = p.agent and r.outcome is null
                left join (select agent, string_agg(coalesce(days, ?), ',') as days from app.work_measure
                    where kind = 'TELEWORK' and state = 'AGREED' group by agent) m on m.agent = p.agent
                where r.id is not null or m.days is not null""").params(people.toArray(UUID[]::new), EVERY_DAY).query(row -> {
                    Date backOn = row.getDate(3);
                    Date easing = row.getDate(4);
                    found.put(row.getObject(1, UUID.class), new Return(row.getBoolean(2), backOn == null ? null : backOn.toLocalDate(),
                            easing == null ? null : easing.toLocalDate(), weekdays(row.getString(5))));
                });
        return found;
    }

    private static Set<DayOfWeek> weekdays(String names) {
        return names == null ? Set.of() : Stream.of(names.split(",")).map(DayOfWeek::valueOf).collect(Collectors.toSet());
    }
}
