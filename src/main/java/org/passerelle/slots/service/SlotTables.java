package org.passerelle.slots.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.slots.domain.BookedSlot;
import org.passerelle.slots.domain.OpeningWindow;
import org.passerelle.slots.domain.SlotCalendar;
import org.passerelle.slots.domain.SlotCalendar.Slot;
import org.passerelle.slots.domain.SlotRules;
import org.passerelle.slots.service.BookedSlots.Booked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A branch's settings and its booked slots, each read in one statement. */
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

    /** Booked slots of every branch that end after then. */
    Map<UUID, BookedSlots> bookedFrom(Instant from) {
        Map<UUID, List<Booked>> booked = new HashMap<>();
        jdbc.sql("select starts_at, ends_at, places, taken, branch from app.pickup_slot where ends_at > ?")
                .param(Timestamp.from(from)).query(row -> {
                    booked.computeIfAbsent(row.getObject(5, UUID.class), branch -> new ArrayList<>()).add(booked(row, 0));
                });
        Map<UUID, BookedSlots> byBranch = new HashMap<>();
        booked.forEach((branch, rows) -> byBranch.put(branch, new BookedSlots(rows)));
        return byBranch;
    }

    /** @throws NoSuchElementException when there is no such branch */
    SlotCalendar calendar(UUID branch) {
        return jdbc.sql(CALENDARS + "where b.id = ?").param(branch).query((row, i) -> calendar(row)).optional()
                .orElseThrow(() -> new NoSuchElementException("no branch " + branch));
    }

    /** Booked slots that start in that time. */
    BookedSlots booked(UUID branch, Instant from, Instant before) {
        return new BookedSlots(jdbc.sql("""
                        select starts_at, ends_at, places, taken from app.pickup_slot
                        where branch = ? and starts_at >= ? and starts_at < ?""")
                .params(branch, Timestamp.from(from), Timestamp.from(before)).query(SlotTables::booked).list());
    }

    private static Booked booked(ResultSet row, int n) throws SQLException {
        return new Booked(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant(), row.getInt(3), row.getInt(4));
    }

    /** Nobody cuts this branch's slots otherwise before this transaction ends. */
    void keepSettings(UUID branch) {
        jdbc.sql("select 1 from app.branch where id = ? for share").param(branch).query(Integer.class).optional();
    }

    /**
     * Locks that slot, what is booked beside it while it lasts, and the slot that is left for it, or null, in order of
     * time. Whoever takes a place in either of two slots that overlap then waits for the other: one of them was there
     * before the slots were cut, and both lock it. The slot itself is there before anything is locked: who found it
     * missing would come to it last, and wait for somebody who has it and waits for the others.
     */
    void lock(UUID branch, Slot slot, int places, UUID left) {
        jdbc.sql("""
                        insert into app.pickup_slot (id, branch, starts_at, ends_at, places, taken)
                        values (:id, :branch, :starts, :ends, :places, 0) on conflict do nothing""")
                .param("id", UUID.randomUUID()).param("places", places).params(times(branch, slot)).update();
        jdbc.sql("""
                        select id from app.pickup_slot
                        where id = :left or branch = :branch and starts_at > :earliest and ends_at > :starts
                            and starts_at < greatest(:ends, (select own.ends_at from app.pickup_slot own
                                                             where own.branch = :branch and own.starts_at = :starts))
                        order by starts_at, id for update""")
                .param("left", left, Types.OTHER).params(times(branch, slot)).query(UUID.class).list();
    }

    /** One conditional statement, which sees all that was committed before {@link #lock} came through. */
    Optional<BookedSlot> takeUnlessFull(UUID branch, Slot slot, int places, UUID left) {
        return jdbc.sql("""
                        with own as (
                            select coalesce(max(ends_at), :ends) as ends_at from app.pickup_slot
                            where branch = :branch and starts_at = :starts and taken > 0
                        ), beside as (
                            select coalesce(sum(other.taken), 0) - count(*) filter (where other.id = :left) as taken
                            from app.pickup_slot other, own
                            where other.branch = :branch and other.starts_at > :earliest and other.ends_at > :starts
                                and other.starts_at < own.ends_at and other.starts_at <> :starts and other.taken > 0
                        )
                        insert into app.pickup_slot as slot (id, branch, starts_at, ends_at, places, taken)
                        select :id, :branch, :starts, :ends, :places, 1 from beside where beside.taken < :places
                        on conflict (branch, starts_at) do update set taken = slot.taken + 1,
                            ends_at = case when slot.taken = 0 then excluded.ends_at else slot.ends_at end,
                            places = case when slot.taken = 0 then excluded.places else slot.places end
                        where slot.taken + (select taken from beside)
                            < case when slot.taken = 0 then excluded.places else least(slot.places, excluded.places) end
                        returning slot.id, slot.ends_at""")
                .param("id", UUID.randomUUID()).param("left", left, Types.OTHER).param("places", places)
                .params(times(branch, slot))
                .query((row, n) -> new BookedSlot(row.getObject(1, UUID.class), branch, slot.startsAt(),
                        row.getTimestamp(2).toInstant())).optional();
    }

    private static Map<String, Object> times(UUID branch, Slot slot) {
        return Map.of("branch", branch, "starts", Timestamp.from(slot.startsAt()), "ends", Timestamp.from(slot.endsAt()),
                "earliest", Timestamp.from(slot.startsAt().minus(BookedSlots.LONGEST)));
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
