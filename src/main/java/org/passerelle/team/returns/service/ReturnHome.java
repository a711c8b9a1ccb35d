package org.passerelle.team.returns.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.security.CurrentUser;
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

    /**
     * @param mine  one's own return, as long as one is not back
     * @param first those of one's teams who come back within a week
     * @param later how many come back after these
     */
    public record Board(Optional<Coming> mine, List<Coming> first, int later) {

        public boolean isEmpty() {
            return mine.isEmpty() && first.isEmpty();
        }
    }

    /** One statement. */
    @Transactional(readOnly = true)
    public Board board() {
        CurrentUser me = signedIn.require(Role.AGENT);
        LocalDate until = LocalDate.ofInstant(clock.instant(), network.zone()).plusDays(SOON_DAYS);
        List<Found> all = jdbc.sql("""
                select r.id, a.display_name, r.return_on, r.agent = :me from app.work_return r join app.account a on a.id = r.agent
                where r.outcome is null and (r.agent = :me and r.back <> 'THERE'
                    or :manager and r.agent <> :me and r.back in ('EXPECTED', 'BRIEFING') and exists (select 1 from app.team_manager m
                        where m.account = :me and (m.team is null or m.team = r.team)))
                order by r.return_on, a.display_name limit 200""").param("me", me.accountId()).param("manager", me.has(Role.MANAGER))
                .query((row, i) -> new Found(new Coming(row.getObject(1, UUID.class), row.getString(2),
                        row.getDate(3) == null ? null : row.getDate(3).toLocalDate()), row.getBoolean(4))).list();
        List<Coming> others = all.stream().filter(found -> !found.mine()).map(Found::coming).toList();
        List<Coming> soon = others.stream().filter(each -> !each.on().isAfter(until)).toList();
        return new Board(all.stream().filter(Found::mine).map(Found::coming).findFirst(), soon, others.size() - soon.size());
    }

    private record Found(Coming coming, boolean mine) {
    }
}
