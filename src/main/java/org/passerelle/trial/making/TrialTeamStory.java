package org.passerelle.trial.making;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.passerelle.team.members.domain.LeaveKind;
import org.passerelle.team.members.service.LeaveDesk.Wish;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.MeasureSource;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.service.ReturnDesk.Recorded;

/** What happened in the teams of the trial library: somebody at each stage of coming back, and wishes for leave. */
final class TrialTeamStory {

    private final TrialHours hours;
    private final TrialTeams teams;
    private final LocalDate today;
    private BiConsumer<Instant, Runnable> at;

    TrialTeamStory(Instant now, TrialTeams teams) {
        this.hours = new TrialHours(now);
        this.teams = teams;
        this.today = LocalDate.ofInstant(now, TrialBranch.ZONE);
    }

    /** @param at takes what happened, and when */
    void tell(BiConsumer<Instant, Runnable> at) {
        this.at = at;
        prepared();
        back();
        leave();
    }

    /** Asked, to be called, to be talked with, a talk to choose, measures to agree on (occupational health at work) and to confirm. */
    private void prepared() {
        at(-1, 2, () -> teams.announce(TrialPerson.CLARA, workday(today.plusDays(12))));

        at(-8, 2, () -> teams.announce(TrialPerson.LEILA, workday(today.plusDays(4))));

        at(-7, 2, () -> teams.announce(TrialPerson.CARPENTIER, workday(today.plusDays(7))));
        at(-6, 3, () -> teams.sayNeeds(TrialPerson.CARPENTIER, new Needs(null, Needs.Commute.OUTSIDE_RUSH_HOUR,
                Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), null, Set.of(), true, "Train de 8 h 40 au plus tôt"), summer(2)));
        at(-3, 4, () -> teams.adapt(TrialPerson.CARPENTIER, MeasureKind.NO_EVENINGS, "Fin de service à 17 h"));

        at(-5, 3, () -> teams.announce(TrialPerson.YANN, workday(today.plusDays(8))));
        at(-4, 2, () -> teams.sayNeeds(TrialPerson.YANN, Needs.NONE, null));
        at(-1, 4, () -> teams.proposeTalk(TrialPerson.YANN, hours.slot(2, 2)));

        at(-4, 3, () -> teams.announce(TrialPerson.JULIEN, workday(today.plusDays(10))));
        at(-3, 2, () -> teams.sayNeeds(TrialPerson.JULIEN, new Needs(null, null, Set.of(DayOfWeek.MONDAY), null,
                Set.of(Needs.Equipment.SEAT), true, ""), null));
        at(-2, 2, () -> teams.talk(TrialPerson.JULIEN, hours.slot(1, 3)));

        at(-7, 3, () -> teams.announce(TrialPerson.MAELLE, workday(today.plusDays(3))));
        at(-6, 4, () -> teams.sayNeeds(TrialPerson.MAELLE, new Needs(Needs.Hours.LATER_START, null, Set.of(), null,
                Set.of(Needs.Equipment.SEAT), false, ""), null));
        at(-5, 2, () -> teams.talk(TrialPerson.MAELLE, hours.slot(-2, 4)));
        at(-2, 6, () -> teams.recordMeasures(TrialPerson.MAELLE, 10));
    }

    /** A briefing due, one to sign, easing in, all done but for a measure to look at again, and away once more. */
    private void back() {
        agreed(TrialPerson.SOLENE, -8, workdayBefore(today), 10);

        agreed(TrialPerson.ODILE, -7, workdayBefore(today), 5);
        at(0, -1, () -> teams.brief(TrialPerson.ODILE));

        agreed(TrialPerson.MARIN, -9, today.minusDays(8), 10);
        at(-8, 2, () -> teams.brief(TrialPerson.MARIN));
        at(-8, 2, () -> teams.sign(TrialPerson.MARIN));

        agreed(TrialPerson.BASTIEN, -9, today.minusDays(8), 0,
                new Recorded(MeasureKind.TELEWORK, MeasureSource.MANAGER, Set.of(DayOfWeek.FRIDAY), today.minusDays(1)));
        at(-8, 2, () -> teams.brief(TrialPerson.BASTIEN));
        at(-8, 3, () -> teams.sign(TrialPerson.BASTIEN));
        at(-8, 4, () -> teams.skipTalks(TrialPerson.BASTIEN));

        at(-6, 6, () -> teams.announce(TrialPerson.FATOU, workday(today.plusDays(1))));
        at(-2, 8, () -> teams.awayAgain(TrialPerson.FATOU));
    }

    /** From the announcement to measures that are agreed, within a day. */
    private void agreed(TrialPerson person, int day, LocalDate returnOn, int easingDays, Recorded... more) {
        at(day, 1, () -> teams.announce(person, returnOn));
        at(day, 3, () -> teams.sayNeeds(person, Needs.NONE, null));
        at(day, 4, () -> teams.talk(person, hours.slot(day, 8)));
        at(day, 10, () -> teams.recordMeasures(person, easingDays, more));
        at(day, 12, () -> teams.confirm(person));
    }

    /** Wishes for the weeks to come and for the summer, one of them agreed, and others that nobody has decided on. */
    private void leave() {
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        at(-4, 6, () -> teams.wish(TrialPerson.CAMILLE, monday.plusDays(7), monday.plusDays(11)));
        at(-3, 6, () -> teams.agree(TrialPerson.CAMILLE));
        at(-3, 8, () -> teams.wish(TrialPerson.MARIN, monday.plusDays(8), monday.plusDays(10)));
        at(-2, 10, () -> teams.wish(TrialPerson.CARPENTIER, monday.plusDays(9), monday.plusDays(11)));
        at(-2, 11, () -> teams.wish(TrialPerson.CAMILLE, summer(1).starts(), summer(1).ends()));
    }

    private void at(int day, int slots, Runnable what) {
        at.accept(hours.slot(day, slots), what);
    }

    private static LocalDate workday(LocalDate day) {
        return isWeekend(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }

    private static LocalDate workdayBefore(LocalDate day) {
        return isWeekend(day.minusDays(1)) ? day.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY)) : day.minusDays(1);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    /** Three weeks of the next summer, beginning with that week of July. */
    private Wish summer(int week) {
        LocalDate july = LocalDate.of(today.getMonthValue() < 7 ? today.getYear() : today.getYear() + 1, 7, 1)
                .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)).plusWeeks(week - 1L);
        return new Wish(july, july.plusDays(18), LeaveKind.LEAVE);
    }
}
