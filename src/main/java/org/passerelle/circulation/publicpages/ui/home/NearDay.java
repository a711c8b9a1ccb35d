package org.passerelle.circulation.publicpages.ui.home;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.passerelle.platform.i18n.DateTimes;

/** A day, and how near it is: today and tomorrow are called so, what comes within a week says in how many days. */
record NearDay(LocalDate day, long away) {

    static NearDay of(Instant when, Instant now, ZoneId zone) {
        return of(when.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate());
    }

    static NearDay of(LocalDate day, LocalDate today) {
        return new NearDay(day, ChronoUnit.DAYS.between(today, day));
    }

    /** Begins a sentence. */
    String inWords(Component on, Locale locale) {
        String words = near(on, DateTimes.day(day, locale));
        return words.substring(0, 1).toUpperCase(locale) + words.substring(1);
    }

    /** The same, short. */
    String shortly(Component on, Locale locale) {
        return near(on, DateTimes.shortDay(day, locale));
    }

    private String near(Component on, String inFull) {
        if (away == 0) {
            return on.getTranslation("home.day.today");
        }
        if (away == 1) {
            return on.getTranslation("home.day.tomorrow");
        }
        return away > 1 && away < 7 ? on.getTranslation("home.day.in", inFull, away) : inFull;
    }
}
