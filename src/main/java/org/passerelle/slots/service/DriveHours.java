package org.passerelle.slots.service;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.time.AppClock;
import org.passerelle.slots.domain.OpeningWindow;
import org.passerelle.slots.domain.SlotCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When each branch hands over at its drive. For everybody, signed in or not. */
@Service
public class DriveHours {

    private final SlotTables tables;
    private final BranchRepository branches;
    private final AppClock clock;

    DriveHours(SlotTables tables, BranchRepository branches, AppClock clock) {
        this.tables = tables;
        this.branches = branches;
        this.clock = clock;
    }

    /**
     * @param address or null, like the telephone
     * @param windows in each week, in order
     * @param today   the day there
     * @param closed  days in the coming week on which it does not hand over although the weekday is one of its own
     */
    public record Hours(UUID branch, String name, String address, String phone, List<OpeningWindow> windows,
                        LocalDate today, List<LocalDate> closed) {

        /** What it hands over in today; empty where it does not. */
        public List<OpeningWindow> ofToday() {
            return closed.contains(today) ? List.of()
                    : windows.stream().filter(window -> window.weekday() == today.getDayOfWeek()).toList();
        }
    }

    /** @param at until when it is open, from when it opens next, or null where it is closed for the rest of the day */
    public record Today(State state, LocalTime at) {

        public enum State {
            OPEN, LATER, CLOSED
        }
    }

    /** Of one branch; empty where it never hands over. One statement. */
    @Transactional(readOnly = true)
    public Optional<Today> today(UUID branch) {
        SlotCalendar calendar = tables.calendar(branch);
        if (calendar.windows().isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = calendar.dayOf(clock.instant());
        LocalTime now = LocalTime.ofInstant(clock.instant(), calendar.zone());
        List<OpeningWindow> ahead = calendar.closedDays().contains(day) ? List.of() : calendar.windows().stream()
                .filter(window -> window.weekday() == day.getDayOfWeek() && window.ends().isAfter(now))
                .sorted(Comparator.comparing(OpeningWindow::starts)).toList();
        if (ahead.isEmpty()) {
            return Optional.of(new Today(Today.State.CLOSED, null));
        }
        OpeningWindow next = ahead.getFirst();
        return Optional.of(next.starts().isAfter(now) ? new Today(Today.State.LATER, next.starts())
                : new Today(Today.State.OPEN, next.ends()));
    }

    /** Of every branch, by name. Two statements. */
    @Transactional(readOnly = true)
    public List<Hours> all() {
        Map<UUID, SlotCalendar> calendars = tables.calendars();
        return branches.findAllByOrderByName().stream().filter(branch -> calendars.containsKey(branch.id())).map(branch -> {
            SlotCalendar calendar = calendars.get(branch.id());
            LocalDate today = calendar.dayOf(clock.instant());
            List<LocalDate> closed = calendar.closedDays().stream()
                    .filter(day -> !day.isBefore(today) && day.isBefore(today.plusDays(7)))
                    .filter(day -> calendar.windows().stream().anyMatch(window -> window.weekday() == day.getDayOfWeek()))
                    .sorted().toList();
            return new Hours(branch.id(), branch.name(), branch.address(), branch.phone(), calendar.windows(), today, closed);
        }).toList();
    }
}
