package org.passerelle.slots.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The slots that the settings of one branch make of each day. Every slot really lasts its length: the day on which
 * clocks go forward has fewer slots in the hour that is missing, the day on which they go back has more.
 */
public record SlotCalendar(ZoneId zone, SlotRules rules, List<OpeningWindow> windows, Set<LocalDate> closedDays) {

    public record Slot(Instant startsAt, Instant endsAt) {
    }

    /** In order; empty on a closed day. */
    public List<Slot> slotsOn(LocalDate day) {
        List<Slot> slots = new ArrayList<>();
        if (closedDays.contains(day)) {
            return slots;
        }
        DayOfWeek weekday = day.getDayOfWeek();
        windows.stream().filter(window -> window.weekday() == weekday)
                .sorted(Comparator.comparing(OpeningWindow::starts))
                .forEach(window -> addSlots(slots, at(day.atTime(window.starts())), at(day.atTime(window.ends()))));
        return slots;
    }

    public Optional<Slot> slotAt(Instant startsAt) {
        return slotsOn(dayOf(startsAt)).stream().filter(slot -> slot.startsAt().equals(startsAt)).findFirst();
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private void addSlots(List<Slot> slots, Instant opens, Instant closes) {
        Instant starts = opens;
        for (Instant ends = starts.plus(rules.length()); !ends.isAfter(closes); ends = starts.plus(rules.length())) {
            slots.add(new Slot(starts, ends));
            starts = ends;
        }
    }

    /** A time that the clocks skip is the instant they skip it; of a time that comes twice, the first. */
    private Instant at(LocalDateTime local) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap() ? transition.getInstant() : local.atZone(zone).toInstant();
    }
}
