package org.passerelle.circulation.drive.service;

import java.sql.Timestamp;
import java.util.List;
import org.passerelle.circulation.drive.service.DaySheets.Placed;
import org.passerelle.circulation.reservations.service.SpokenCodes;
import org.passerelle.platform.PlainText;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds reservations of any branch and day for staff. One statement each. */
@Service
@Transactional(readOnly = true)
public class AppointmentSearch {

    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final AppClock clock;

    AppointmentSearch(JdbcClient jdbc, SignedIn signedIn, AppClock clock) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** @param mayAct whether the person signed in works for its branch */
    public record Found(Placed placed, boolean mayAct) {
    }

    /** The reservation that is known by that code, open or not. */
    public List<Found> withCode(ScannedCode code) {
        CurrentUser user = signedIn.require(Role.AGENT);
        return jdbc.sql(DaySheets.APPOINTMENTS + "where r.code = any(:codes) order by r.id")
                .param("codes", code.variants().stream().map(SpokenCodes::normal).distinct().toArray(String[]::new))
                .query((row, n) -> found(DaySheets.placed(row), user)).list();
    }

    /** Open ones whose bag stands at that place, or whose patron has that name; the nearest to now first. */
    public List<Found> open(String typed, int limit) {
        CurrentUser user = signedIn.require(Role.AGENT);
        String words = PlainText.words(typed);
        return jdbc.sql("with typed as materialized (select app.search_form(:words) as form) " + DaySheets.APPOINTMENTS + """
                cross join typed
                where r.outcome is null and (p.search like '%' || typed.form || '%' and typed.form <> ''
                                             or lower(r.bag_place) = lower(:words))
                order by abs(extract(epoch from r.slot_starts_at - cast(:now as timestamptz))), r.id limit :limit""")
                .param("words", words).param("now", Timestamp.from(clock.instant())).param("limit", limit)
                .query((row, n) -> found(DaySheets.placed(row), user)).list();
    }

    private static Found found(Placed placed, CurrentUser user) {
        return new Found(placed, user.mayActAt(placed.branch()));
    }
}
