package org.passerelle.circulation.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.circulation.domain.OpeningWindow;
import org.passerelle.circulation.domain.SlotCalendar;
import org.passerelle.circulation.domain.SlotRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a branch's settings and its booked slots, each in one statement. */
@Component
class SlotTables {

    private static final String CALENDARS = """
            select b.id, b.time_zone, s.*,
                array(select w.weekday || ' ' || w.starts || ' ' || w.ends from app.opening_window w
                      where w.branch = b.id order by w.weekday, w.starts) as windows,
                array(select d.day::text from app.closed_day d where d.branch = b.id) as closed
            from app.branch b left join app.pickup_settings s on s.branch = b.id
            """;

    private final JdbcClient jdbc;

    SlotTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of every branch. */
    Map<UUID, SlotCalendar> calendars() {
        Map<UUID, SlotCalendar> calendars = new HashMap<>();
        jdbc.sql(CALENDARS).query(row -> {
            calendars.put(row.getObject("id", UUID.class), calendar(row));
        });
        return calendars;
    }

    /** Booked slots of every branch that start from then on, by branch, then by start. */
    Map<UUID, Map<Instant, Booked>> bookedFrom(Instant from) {
        Map<UUID, Map<Instant, Booked>> booked = new HashMap<>();
        jdbc.sql("select branch, starts_at, ends_at, places, taken from app.pickup_slot where starts_at >= ?")
                .param(Timestamp.from(from)).query(row -> {
                    booked.computeIfAbsent(row.getObject(1, UUID.class), branch -> new HashMap<>())
                            .put(row.getTimestamp(2).toInstant(), new Booked(row.getTimestamp(3).toInstant(),
                                    row.getInt(4), row.getInt(5)));
                });
        return booked;
    }

    /** @throws NoSuchElementException when there is no such branch */
    SlotCalendar calendar(UUID branch) {
        return jdbc.sql(CALENDARS + "where b.id = ?").param(branch).query((row, i) -> calendar(row)).optional()
                .orElseThrow(() -> new NoSuchElementException("no branch " + branch));
    }

    /** Booked slots that start in that time, by start. */
    Map<Instant, Booked> booked(UUID branch, Instant from, Instant before) {
        Map<Instant, Booked> booked = new HashMap<>();
        jdbc.sql("""
                select starts_at, ends_at, places, taken from app.pickup_slot
                where branch = ? and starts_at >= ? and starts_at < ?""")
                .params(branch, Timestamp.from(from), Timestamp.from(before))
                .query(row -> {
                    booked.put(row.getTimestamp(1).toInstant(), new Booked(row.getTimestamp(2).toInstant(),
                            row.getInt(3), row.getInt(4)));
                });
        return booked;
    }

    record Booked(Instant endsAt, int places, int taken) {
    }

    private static SlotCalendar calendar(ResultSet row) throws SQLException {
        SlotRules rules = row.getObject("branch") == null ? SlotRules.DEFAULT
                : new SlotRules(row.getInt("slot_minutes"), row.getInt("places"), row.getInt("lead_minutes"),
                        row.getInt("days_ahead"), row.getInt("grace_minutes"), row.getInt("offer_hours"));
        List<OpeningWindow> windows = Stream.of((String[]) row.getArray("windows").getArray())
                .map(text -> text.split(" "))
                .map(parts -> new OpeningWindow(DayOfWeek.of(Integer.parseInt(parts[0])), LocalTime.parse(parts[1]),
                        LocalTime.parse(parts[2]))).toList();
        Set<LocalDate> closed = Stream.of((String[]) row.getArray("closed").getArray()).map(LocalDate::parse)
                .collect(Collectors.toUnmodifiableSet());
        return new SlotCalendar(ZoneId.of(row.getString("time_zone")), rules, windows, closed);
    }
}
