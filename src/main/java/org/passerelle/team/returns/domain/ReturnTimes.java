package org.passerelle.team.returns.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** When the things of a return happen, by the clock of the branch where the person works. */
public record ReturnTimes(ZoneId zone) {

    /** After how many days, counted from the real return, a follow-up talk is due. */
    public static final List<Integer> FOLLOW_UPS = List.of(7, 30, 90);

    /** An absence of so many days counts as long for the table of measures. Ours: the law names several lengths. */
    public static final int LONG_ABSENCE_DAYS = 30;

    /** So long after the last talk was due, what is still not done is not waited for any more. Ours. */
    private static final int WAITED_FOR_DAYS = 30;
    private static final int CLOSED_AFTER_DAYS = FOLLOW_UPS.getLast() + WAITED_FOR_DAYS;
    private static final int SIGN_WITHIN_DAYS = 14;
    private static final Duration ANSWER_WITHIN = Duration.ofDays(5);
    private static final Duration ANSWER_AT_LEAST = Duration.ofHours(12);
    /** Closed days are left out of those that are proposed; nothing is closed for so long. */
    public static final int TALKS_WITHIN_DAYS = 60;
    private static final List<LocalTime> TALKS = List.of(LocalTime.of(14, 0), LocalTime.of(10, 0), LocalTime.of(9, 30));
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    public Instant morningOf(LocalDate day) {
        return day.atTime(MORNING).atZone(zone).toInstant();
    }

    public Instant eveningOf(LocalDate day) {
        return day.atTime(EVENING).atZone(zone).toInstant();
    }

    /** Five days to say what one needs, but before the day of return; half a day at least, however near that is. */
    public Instant needsDue(Instant now, LocalDate returnOn) {
        Instant dayBefore = morningOf(returnOn.minusDays(1));
        Instant due = now.plus(ANSWER_WITHIN).isBefore(dayBefore) ? now.plus(ANSWER_WITHIN) : dayBefore;
        return due.isBefore(now.plus(ANSWER_AT_LEAST)) ? now.plus(ANSWER_AT_LEAST) : due;
    }

    /** A third of that time has gone. */
    public Instant remindAt(Instant now, LocalDate returnOn) {
        return now.plus(Duration.between(now, needsDue(now, returnOn)).dividedBy(3));
    }

    /** A third of it is left. */
    public Instant remindLastAt(Instant now, LocalDate returnOn) {
        Instant due = needsDue(now, returnOn);
        return due.minus(Duration.between(now, due).dividedBy(3));
    }

    /** Until then the agent may sign a briefing that is held now. */
    public Instant signDue(Instant now) {
        return morningOf(dayOf(now).plusDays(SIGN_WITHIN_DAYS));
    }

    /** When a return is over whatever was done; whoever says late that somebody is back still has a month. @param day of the return */
    public Instant overAt(LocalDate day, Instant now) {
        LocalDate over = day.plusDays(CLOSED_AFTER_DAYS);
        LocalDate soonest = dayOf(now).plusDays(WAITED_FOR_DAYS);
        return morningOf(over.isBefore(soonest) ? soonest : over);
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Three times that a manager may propose for the talk: on the next working days, at hours when people can talk. */
    public List<Instant> talksToPropose(Instant now, Set<LocalDate> closed) {
        Iterator<LocalTime> hours = TALKS.iterator();
        LocalDate today = dayOf(now);
        return today.plusDays(1).datesUntil(today.plusDays(TALKS_WITHIN_DAYS)).filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && !closed.contains(day)).limit(TALKS.size()).map(day -> day.atTime(hours.next()).atZone(zone).toInstant()).toList();
    }

    /** What the table of measures is asked: nothing is asked about why. @param since null where nobody has said */
    public static String away(LocalDate since, LocalDate until) {
        return since == null ? "UNKNOWN" : ChronoUnit.DAYS.between(since, until) < LONG_ABSENCE_DAYS ? "SHORT" : "LONG";
    }
}
