package org.passerelle.team.returns.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the first page says of returns: one's own, and those of the teams that somebody looks after. */
@Service
public class ReturnHome {

    private static final int SOON_DAYS = 7;

    private final JdbcClient jdbc;
    private final NetworkZone network;
    private final SignedIn signedIn;
    private final AppClock clock;

    ReturnHome(JdbcClient jdbc, NetworkZone network, SignedIn signedIn, AppClock clock) {
        this.jdbc = jdbc;
        this.network = network;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** @param on when the person comes back, or null where no day is known */
    public record Coming(UUID id, String name, LocalDate on) {
    }

    /** @param later how many come back after these */
    public record Soon(List<Coming> first, int later) {
    }

    /** One's own return that is open. One statement. */
    @Transactional(readOnly = true)
    public Optional<Coming> mine() {
        return jdbc.sql("""
                select r.id, a.display_name, r.return_on from app.work_return r join app.account a on a.id = r.agent
                where r.agent = ? and r.outcome is null and r.back <> 'THERE'""").param(signedIn.require(Role.AGENT).accountId())
                .query((row, i) -> new Coming(row.getObject(1, UUID.class), row.getString(2),
                        row.getDate(3) == null ? null : row.getDate(3).toLocalDate())).optional();
    }

    /** Who of one's teams comes back within a week, and how many later: two statements. */
    @Transactional(readOnly = true)
    public Soon soon() {
        UUID me = signedIn.require(Role.MANAGER).accountId();
        LocalDate until = LocalDate.ofInstant(clock.instant(), network.zone()).plusDays(SOON_DAYS);
        List<Coming> all = jdbc.sql("""
                select r.id, a.display_name, r.return_on from app.work_return r join app.account a on a.id = r.agent
                where r.outcome is null and r.back in ('EXPECTED', 'BRIEFING') and r.agent <> :me and exists (
                    select 1 from app.team_manager m where m.account = :me and (m.team is null or m.team = r.team))
                order by r.return_on, a.display_name limit 200""").param("me", me)
                .query((row, i) -> new Coming(row.getObject(1, UUID.class), row.getString(2), row.getDate(3).toLocalDate())).list();
        List<Coming> soon = all.stream().filter(each -> !each.on().isAfter(until)).toList();
        return new Soon(soon, all.size() - soon.size());
    }
}
