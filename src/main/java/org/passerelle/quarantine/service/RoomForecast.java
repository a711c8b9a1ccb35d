package org.passerelle.quarantine.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.passerelle.quarantine.service.CrateRoom.Day;

/** How many crates stand in a room on each of its next days, from the days on which those of today leave it. */
class RoomForecast {

    private final int capacity;
    private final ZoneId zone;
    private final LocalDate today;
    private final Map<LocalDate, Integer> leaving = new TreeMap<>();

    RoomForecast(int capacity, Instant now, ZoneId zone) {
        this.capacity = capacity;
        this.zone = zone;
        this.today = now.atZone(zone).toLocalDate();
    }

    /** A crate whose quarantine ends at that instant. */
    void leaves(Instant release) {
        leave(release.atZone(zone).toLocalDate(), 1);
    }

    /** One that has been released is expected to be put away today. */
    void leavesToday() {
        leave(today, 1);
    }

    /** So many of which the quarantine ends that day; what was to leave before is expected to leave today. */
    void leave(LocalDate day, int crates) {
        leaving.merge(day.isBefore(today) ? today : day, crates, Integer::sum);
    }

    List<Day> days() {
        return IntStream.range(0, CrateRoom.FORECAST_DAYS).mapToObj(today::plusDays).map(day -> new Day(day,
                leaving.entrySet().stream().filter(of -> !of.getKey().isBefore(day)).mapToInt(Map.Entry::getValue).sum(),
                leaving.getOrDefault(day, 0))).toList();
    }

    /** The days on which the room could not hold them; empty when there is none. */
    Optional<Overflow> overflow() {
        List<Day> full = days().stream().filter(day -> day.standing() > capacity).toList();
        return full.isEmpty() ? Optional.empty() : Optional.of(new Overflow(full.stream().map(Day::day).toList(),
                full.stream().mapToInt(Day::standing).max().orElseThrow()));
    }

    /** @param most crates at a time */
    record Overflow(List<LocalDate> days, int most) {
    }
}
