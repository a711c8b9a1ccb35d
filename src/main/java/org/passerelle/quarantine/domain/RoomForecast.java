package org.passerelle.quarantine.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How many crates stand in a room on each of its next days, from the days on which those of today leave it and from how
 * many are expected to come.
 */
public class RoomForecast {

    static final int DAYS = 14;

    private final int capacity;
    private final ZoneId zone;
    private final LocalDate today;
    private final Map<LocalDate, Integer> leaving = new TreeMap<>();
    /** Of crates to come, on each of the days from today on. */
    private final double[] expected = new double[DAYS];

    public RoomForecast(int capacity, Instant now, ZoneId zone) {
        this.capacity = capacity;
        this.zone = zone;
        this.today = now.atZone(zone).toLocalDate();
    }

    /** A crate whose quarantine ends at that instant. */
    public void leaves(Instant release) {
        leave(release.atZone(zone).toLocalDate(), 1);
    }

    /** One that has been released is expected to be put away today. */
    public void leavesToday() {
        leave(today, 1);
    }

    /** So many of which the quarantine ends that day; what was to leave before is expected to leave today. */
    public void leave(LocalDate day, int crates) {
        leaving.merge(day.isBefore(today) ? today : day, crates, Integer::sum);
    }

    /** From tomorrow on so many come each day on average, and stay closed for so long; today's stand there already. */
    public void come(double perDay, int hours) {
        int stay = Math.ceilDiv(hours, 24);
        for (int arrival = 1; arrival < expected.length; arrival++) {
            for (int day = arrival; day <= Math.min(arrival + stay, expected.length - 1); day++) {
                expected[day] += perDay;
            }
        }
    }

    public List<Day> days() {
        return IntStream.range(0, DAYS).mapToObj(this::day).toList();
    }

    private Day day(int number) {
        LocalDate day = today.plusDays(number);
        int known = leaving.entrySet().stream().filter(of -> !of.getKey().isBefore(day)).mapToInt(Map.Entry::getValue).sum();
        int toCome = (int) Math.round(expected[number]);
        return new Day(day, known + toCome, leaving.getOrDefault(day, 0), toCome);
    }

    /** The days on which the room could not hold them; empty when there is none. */
    public Optional<Overflow> overflow() {
        List<Day> full = days().stream().filter(day -> day.standing() > capacity).toList();
        return full.isEmpty() ? Optional.empty() : Optional.of(new Overflow(full.stream().map(Day::day).toList(),
                full.stream().mapToInt(Day::standing).max().orElseThrow()));
    }

    /**
     * @param standing crates in the room that day
     * @param leaving  those of them that are there already, and whose quarantine ends then
     * @param expected those of them that have not come yet
     */
    public record Day(LocalDate day, int standing, int leaving, int expected) {
    }

    /** @param most crates at a time */
    public record Overflow(List<LocalDate> days, int most) {
    }
}
