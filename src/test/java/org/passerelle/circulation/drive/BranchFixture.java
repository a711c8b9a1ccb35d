package org.passerelle.circulation.drive;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.passerelle.platform.network.Branch;
import org.passerelle.slots.domain.SlotRules;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Branches as tests need them: open or not, with rules of their own. */
public final class BranchFixture {

    private BranchFixture() {
    }

    /** A branch in Paris that hands over every day from 9 h to 18 h, in slots of 30 minutes, without lead time. */
    public static UUID openBranch(JdbcClient jdbc, String code) {
        UUID branch = branch(jdbc, code);
        rules(jdbc, branch, new SlotRules(30, 4, 0, 30, 30, 72));
        for (DayOfWeek weekday : DayOfWeek.values()) {
            window(jdbc, branch, weekday, LocalTime.of(9, 0), LocalTime.of(18, 0));
        }
        return branch;
    }

    /** A branch in Paris that nobody has set up. */
    public static UUID branch(JdbcClient jdbc, String code) {
        Branch branch = new Branch(code, "Médiathèque " + code, null, null, ZoneId.of("Europe/Paris"), null, null);
        jdbc.sql("insert into app.branch (id, code, name, time_zone) values (?, ?, ?, ?)")
                .params(branch.id(), branch.code(), branch.name(), branch.zone().getId()).update();
        return branch.id();
    }

    public static void rules(JdbcClient jdbc, UUID branch, SlotRules rules) {
        jdbc.sql("delete from app.pickup_settings where branch = ?").param(branch).update();
        jdbc.sql("insert into app.pickup_settings values (?, ?, ?, ?, ?, ?, ?, 0)")
                .params(branch, rules.slotMinutes(), rules.places(), rules.leadMinutes(), rules.daysAhead(),
                        rules.graceMinutes(), rules.offerHours()).update();
    }

    /** Nobody is served on those days, the last included. */
    public static void closed(JdbcClient jdbc, UUID branch, LocalDate from, LocalDate last) {
        from.datesUntil(last.plusDays(1)).forEach(day -> jdbc.sql("insert into app.closed_day values (?, ?)")
                .params(branch, day).update());
    }

    public static void window(JdbcClient jdbc, UUID branch, DayOfWeek weekday, LocalTime starts, LocalTime ends) {
        jdbc.sql("insert into app.opening_window values (?, ?, ?, ?)")
                .params(branch, weekday.getValue(), starts, ends).update();
    }
}
