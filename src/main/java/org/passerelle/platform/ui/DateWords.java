package org.passerelle.platform.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.platform.i18n.Messages;

/** Makes date pickers speak the language of the screen; weeks begin on Monday. */
public final class DateWords {

    private DateWords() {
    }

    public static DatePicker localised(DatePicker picker, Locale screen) {
        Locale locale = Messages.supported(screen);
        picker.setLocale(locale == Locale.ENGLISH ? Locale.UK : Locale.FRANCE);
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
