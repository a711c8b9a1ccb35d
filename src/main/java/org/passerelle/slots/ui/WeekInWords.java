package org.passerelle.slots.ui;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.slots.domain.OpeningWindow;

/** A week's hours on one line: days that follow each other with the same hours are told together. */
final class WeekInWords {

    private WeekInWords() {
    }

    /** For example: Mon–Fri 2 pm – 7 pm; Sat 10 am – 12 pm. */
    static String of(List<OpeningWindow> windows, Locale locale) {
        List<Days> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String hours = windows.stream().filter(window -> window.weekday() == day)
                    .sorted(Comparator.comparing(OpeningWindow::starts))
                    .map(window -> DateTimes.range(window.starts(), window.ends(), locale)).collect(Collectors.joining(", "));
            if (!week.isEmpty() && week.getLast().hours().equals(hours)) {
                week.add(new Days(week.removeLast().first(), day, hours));
            } else {
                week.add(new Days(day, day, hours));
            }
        }
        return week.stream().filter(days -> !days.hours().isEmpty()).map(days -> days.inWords(locale))
                .collect(Collectors.joining(" · "));
    }

    private record Days(DayOfWeek first, DayOfWeek last, String hours) {

        String inWords(Locale locale) {
            return name(first, locale) + (first == last ? "" : "\u2060–\u2060" + name(last, locale)) + " " + hours;
        }

        private static String name(DayOfWeek day, Locale locale) {
            return day.getDisplayName(TextStyle.SHORT, Messages.supported(locale) == Locale.FRENCH ? Locale.FRENCH : Locale.UK);
        }
    }
}
