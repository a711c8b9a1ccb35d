package org.passerelle.platform.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.platform.i18n.Messages;

/** Makes date and time pickers speak the language of the screen; weeks begin on Monday. */
public final class DateWords {

    /**
     * An hour that no clock shows is bad input; the component itself would count on into the next day. It is given its
     * own way of reading hours after this script runs, so this one waits until somebody comes to type.
     */
    private static final String ONLY_OF_THE_DAY = """
            this.addEventListener('focusin', () => {
              if (this.i18n.onlyOfTheDay) { return; }
              const parse = this.i18n.parseTime;
              this.i18n = {...this.i18n, onlyOfTheDay: true, parseTime: text => {
                const typed = /^\\D*(\\d{1,2})(?:\\D*(\\d{1,2}))?/.exec(text);
                return typed && (typed[1] > 23 || typed[2] > 59) ? undefined : parse(text);
              }};
            });""";

    private DateWords() {
    }

    public static TimePicker localised(TimePicker picker, Locale screen) {
        picker.setLocale(regional(screen));
        picker.addAttachListener(attached -> picker.getElement().executeJs(ONLY_OF_THE_DAY));
        return picker;
    }

    private static Locale regional(Locale screen) {
        return Messages.supported(screen) == Locale.ENGLISH ? Locale.UK : Locale.FRANCE;
    }

    public static DatePicker localised(DatePicker picker, Locale screen) {
        Locale locale = Messages.supported(screen);
        picker.setLocale(regional(screen));
        picker.setI18n(new DatePicker.DatePickerI18n().setFirstDayOfWeek(1)
                .setMonthNames(Arrays.stream(Month.values()).map(m -> m.getDisplayName(TextStyle.FULL_STANDALONE, locale)).toList())
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
                .setToday(picker.getTranslation("date.today")).setCancel(picker.getTranslation("date.cancel"))
                .setBadInputErrorMessage(picker.getTranslation("date.bad")));
        return picker;
    }

    /** Beginning with Sunday, as the component counts them. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return Stream.concat(Stream.of(DayOfWeek.SUNDAY), IntStream.rangeClosed(1, 6).mapToObj(DayOfWeek::of))
                .map(day -> day.getDisplayName(style, locale)).toList();
    }
}
