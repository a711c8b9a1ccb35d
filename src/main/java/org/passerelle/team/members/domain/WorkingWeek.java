package org.passerelle.team.members.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.platform.FieldError;

/**
 * When somebody works: the same each week, or two weeks in turn.
 *
 * @param alternating whether odd and even weeks differ: otherwise each day is one of every week
 */
public record WorkingWeek(boolean alternating, List<WorkingDay> days) {

    /** Longest span of a working day (decree 2000-815, article 3). */
    public static final Duration LONGEST_SPAN = Duration.ofHours(12);
    /** Of a week; may be averaged (decree 2016-151, article 3): here over the two weeks that alternate. */
    public static final int MOST_TELEWORK_DAYS = 3;

    public WorkingWeek {
        days = days.stream().sorted(Comparator.comparing(WorkingDay::weeks).thenComparing(WorkingDay::weekday)).toList();
    }

    /** Monday to Friday, on site. */
    public static WorkingWeek usual() {
        return new WorkingWeek(false, Stream.of(DayOfWeek.values()).filter(day -> day.getValue() <= 5)
                .map(day -> new WorkingDay(Weeks.EVERY, day, LocalTime.of(9, 0), LocalTime.of(17, 0), false)).toList());
    }

    /** Empty where that day is not worked. */
    public Optional<WorkingDay> on(LocalDate day) {
        return days.stream().filter(working -> working.isOn(day)).findFirst();
    }

    /** The name of a day's field in {@link #errors}. @param part {@code starts} or {@code ends} */
    public static String field(WorkingDay day, String part) {
        return "day-" + day.weeks() + "-" + day.weekday() + "-" + part;
    }

    public List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (WorkingDay day : days) {
            if (alternating == (day.weeks() == Weeks.EVERY) || !seen.add(List.of(day.weeks(), day.weekday()))) {
                throw new IllegalArgumentException("no week has " + day);
            }
            if (day.starts() == null) {
                errors.add(new FieldError(field(day, "starts"), "team.week.error.missing"));
            } else if (day.ends() == null) {
                errors.add(new FieldError(field(day, "ends"), "team.week.error.missing"));
            } else if (!day.ends().isAfter(day.starts())) {
                errors.add(new FieldError(field(day, "ends"), "team.week.error.order"));
            } else if (day.span().compareTo(LONGEST_SPAN) > 0) {
                errors.add(new FieldError(field(day, "ends"), "team.week.error.span", LONGEST_SPAN.toHours()));
            }
        }
        long telework = days.stream().filter(WorkingDay::telework).count();
        if (telework > (long) MOST_TELEWORK_DAYS * (alternating ? 2 : 1)) {
            errors.add(new FieldError("telework", "team.week.error.telework", MOST_TELEWORK_DAYS));
        }
        return errors;
    }
}
