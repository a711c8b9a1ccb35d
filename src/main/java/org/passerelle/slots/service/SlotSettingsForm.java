package org.passerelle.slots.service;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.platform.FieldError;
import org.passerelle.slots.domain.OpeningWindow;
import org.passerelle.slots.domain.SlotRules;

/**
 * How a manager wants a branch to hand over; anything may be missing or wrong in it.
 *
 * @param version what was read with the settings that the form was filled with
 */
public record SlotSettingsForm(int version, Integer slotMinutes, Integer places, Integer leadMinutes, Integer daysAhead,
                               Integer graceMinutes, Integer offerHours, List<Window> windows,
                               List<LocalDate> closedDays) {

    /** The same bounds as the table's. */
    public enum Bound {
        slotMinutes(5, 240), places(1, 500), leadMinutes(0, 43_200), daysAhead(1, 90), graceMinutes(0, 1440),
        offerHours(1, 720);

        public final int least;
        public final int most;

        Bound(int least, int most) {
            this.least = least;
            this.most = most;
        }
    }

    public static final int MOST_WINDOWS = 70;
    public static final int MOST_CLOSED_DAYS = 400;

    /** One line of the week, as far as it is filled in. */
    public record Window(DayOfWeek weekday, LocalTime starts, LocalTime ends) {
    }

    public SlotSettingsForm {
        windows = List.copyOf(windows);
        closedDays = List.copyOf(closedDays);
    }

    /** The name by which an error points at a line's field. */
    public static String windowField(int line, String field) {
        return "windows[" + line + "]." + field;
    }

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        number(errors, Bound.slotMinutes, slotMinutes);
        number(errors, Bound.places, places);
        if (isOutside(Bound.leadMinutes, leadMinutes)) {
            errors.add(new FieldError(Bound.leadMinutes.name(), "slots.error.leadTime",
                    (int) Duration.ofMinutes(Bound.leadMinutes.most).toDays()));
        }
        number(errors, Bound.daysAhead, daysAhead);
        number(errors, Bound.graceMinutes, graceMinutes);
        number(errors, Bound.offerHours, offerHours);
        if (windows.size() > MOST_WINDOWS) {
            errors.add(new FieldError("windows", "slots.error.tooManyWindows", MOST_WINDOWS));
        }
        for (int line = 0; line < windows.size(); line++) {
            window(errors, line);
        }
        if (closedDays.size() > MOST_CLOSED_DAYS) {
            errors.add(new FieldError("closedDays", "slots.error.tooManyClosedDays", MOST_CLOSED_DAYS));
        }
        return errors;
    }

    private void window(List<FieldError> errors, int line) {
        Window window = windows.get(line);
        if (window.starts() == null) {
            errors.add(new FieldError(windowField(line, "starts"), "slots.error.timeMissing"));
        }
        if (window.ends() == null) {
            errors.add(new FieldError(windowField(line, "ends"), "slots.error.timeMissing"));
        }
        if (window.starts() == null || window.ends() == null) {
            return;
        }
        if (!window.starts().isBefore(window.ends())) {
            errors.add(new FieldError(windowField(line, "ends"), "slots.error.endsBeforeStart"));
        } else if (slotMinutes != null && Duration.between(window.starts(), window.ends()).toMinutes() < slotMinutes) {
            errors.add(new FieldError(windowField(line, "ends"), "slots.error.shorterThanSlot", slotMinutes));
        } else if (windows.subList(0, line).stream().anyMatch(earlier -> overlap(earlier, window))) {
            errors.add(new FieldError(windowField(line, "starts"), "slots.error.overlap"));
        }
    }

    private static boolean overlap(Window one, Window other) {
        return one.weekday() == other.weekday() && one.starts() != null && one.ends() != null
                && one.starts().isBefore(other.ends()) && other.starts().isBefore(one.ends());
    }

    private static void number(List<FieldError> errors, Bound bound, Integer value) {
        if (isOutside(bound, value)) {
            errors.add(new FieldError(bound.name(), "slots.error.bounds", bound.least, bound.most));
        }
    }

    private static boolean isOutside(Bound bound, Integer value) {
        return value == null || value < bound.least || value > bound.most;
    }

    SlotRules rules() {
        return new SlotRules(slotMinutes, places, leadMinutes, daysAhead, graceMinutes, offerHours);
    }

    List<OpeningWindow> openingWindows() {
        return windows.stream().map(window -> new OpeningWindow(window.weekday(), window.starts(), window.ends())).toList();
    }

    Set<LocalDate> closed() {
        return closedDays.stream().collect(Collectors.toUnmodifiableSet());
    }
}
