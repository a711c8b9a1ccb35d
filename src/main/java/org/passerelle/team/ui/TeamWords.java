package org.passerelle.team.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.internal.LocaleUtil;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.team.members.domain.Presence;
import org.passerelle.team.members.domain.WorkingDay;
import org.passerelle.team.members.service.TeamPages.Person;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.service.ReturnPages.Measure;

/** The words for people, days and measures, as all screens of teams say them. */
public final class TeamWords {

    private TeamWords() {
    }

    public static Tag presence(Component on, Person person) {
        Presence presence = person.presence();
        String word = presence == Presence.AWAY && person.backOn() != null
                ? on.getTranslation("team.presence.AWAY.until", DateTimes.shortDay(person.backOn(), LocaleUtil.getLocale()))
                : on.getTranslation("team.presence." + presence);
        return new Tag(switch (presence) {
            case ON_SITE -> Tone.DONE;
            case TELEWORK -> Tone.INFO;
            case NOT_WORKING, AWAY -> Tone.PLAIN;
        }, word);
    }

    static String hours(WorkingDay day) {
        return DateTimes.range(day.starts(), day.ends(), LocaleUtil.getLocale());
    }

    public static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, Messages.supported(LocaleUtil.getLocale()));
    }

    private static String days(Component on, Collection<DayOfWeek> days) {
        Locale locale = Messages.supported(LocaleUtil.getLocale());
        return days.stream().sorted().map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .collect(Collectors.joining(on.getTranslation("team.days.and")));
    }

    /** What it is, and on which days. */
    public static String measure(Component on, Measure measure) {
        String what = on.getTranslation(measure.kind().messageKey());
        return measure.days().isEmpty() ? what : on.getTranslation("team.measure.onDays", what, days(on, measure.days()));
    }

    public static Tag state(Component on, WorkMeasure.State state) {
        return new Tag(switch (state) {
            case PROPOSED -> Tone.DUE;
            case AGREED -> Tone.DONE;
            case OVER -> Tone.PLAIN;
        }, on.getTranslation("team.measure.state." + state));
    }

    public static String day(LocalDate day) {
        return DateTimes.day(day, LocaleUtil.getLocale());
    }

    public static String shortDay(LocalDate day) {
        return DateTimes.shortDay(day, LocaleUtil.getLocale());
    }
}
