package org.passerelle.platform.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.internal.LocaleUtil;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.process.steps.CaseSentence.At;
import org.passerelle.platform.process.steps.CaseSentence.Said;
import org.passerelle.platform.process.steps.Step;

/** How a case is told on any screen. */
public final class CaseWords {

    private CaseWords() {
    }

    public static String sentence(Component on, Said said) {
        Locale locale = LocaleUtil.getLocale();
        return on.getTranslation(said.messageKey(), said.args().stream().map(arg -> switch (arg) {
            case At at -> at(on, at.instant(), said.zone());
            case LocalDate day -> DateTimes.day(day, locale);
            case Instant instant -> DateTimes.near(instant, said.zone(), locale);
            case String text when hasText(text) -> on.getTranslation(text);
            default -> arg;
        }).toArray());
    }

    /** At 3:52 pm; on Sat 28 Nov at 10 am. */
    static String at(Component on, Instant instant, ZoneId zone) {
        Locale locale = LocaleUtil.getLocale();
        String time = DateTimes.time(instant, zone, locale);
        return DateTimes.isToday(instant, zone) ? on.getTranslation("cases.at.today", time)
                : on.getTranslation("cases.at.day", DateTimes.shortDay(instant.atZone(zone).toLocalDate(), locale), time);
    }

    static String state(Component on, Step step, ZoneId zone) {
        if (step.planned() != null && step.state() != Step.State.STOPPED && step.state() != Step.State.SKIPPED) {
            return DateTimes.shortDay(step.planned(), LocaleUtil.getLocale());
        }
        return switch (step.state()) {
            case DONE -> on.getTranslation(hasText(step.messageKey() + ".done") ? step.messageKey() + ".done" : "cases.step.DONE",
                    at(on, step.at(), zone), DateTimes.shortDay(step.at().atZone(zone).toLocalDate(), LocaleUtil.getLocale()));
            case SKIPPED -> on.getTranslation(hasText(step.messageKey() + ".skipped") ? step.messageKey() + ".skipped" : "cases.step.SKIPPED");
            case STOPPED -> on.getTranslation("cases.step.STOPPED", on.getTranslation(step.stoppedKey()),
                    DateTimes.near(step.at(), zone, LocaleUtil.getLocale()));
            default -> on.getTranslation("cases.step." + step.state());
        };
    }

    static boolean hasText(String key) {
        return LocaleUtil.getI18NProvider().filter(Messages.class::isInstance).map(Messages.class::cast)
                .filter(texts -> texts.has(key)).isPresent();
    }
}
