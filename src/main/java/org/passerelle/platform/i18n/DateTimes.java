package org.passerelle.platform.i18n;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates and times as people write them in each language: 14 h 20 and 2:20 pm; with the year where it is not this one. */
public final class DateTimes {

    private static final char NBSP = '\u00a0';
    private static final String DASH = "\u202f–\u2060\u202f";
    /** The product's; null before there is one. */
    private static volatile Clock clock;

    private DateTimes() {
    }

    /** The year that this clock shows goes without saying from now on. */
    static void tellYearsBy(Clock product) {
        clock = product;
    }

    private static String otherYear(LocalDate day) {
        return clock == null || day.getYear() == clock.instant().atZone(ZoneOffset.UTC).getYear() ? "" : " " + day.getYear();
    }

    public static String time(LocalTime time, Locale locale) {
        if (Messages.supported(locale) == Locale.FRENCH) {
            String hours = time.getHour() + "" + NBSP + "h";
            return time.getMinute() == 0 ? hours : hours + NBSP + "%02d".formatted(time.getMinute());
        }
        return DateTimeFormatter.ofPattern(time.getMinute() == 0 ? "h a" : "h:mm a", Locale.UK).format(time)
                .replace(' ', NBSP);
    }

    public static String time(Instant instant, ZoneId zone, Locale locale) {
        return time(instant.atZone(zone).toLocalTime(), locale);
    }

    /** Weekday, day and month in full: mardi 24 novembre. */
    public static String day(LocalDate day, Locale locale) {
        return fullDay(day, locale) + otherYear(day);
    }

    /** The same with its year, whichever it is: mardi 24 novembre 2026. */
    public static String dayAndYear(LocalDate day, Locale locale) {
        return fullDay(day, locale) + " " + day.getYear();
    }

    private static String fullDay(LocalDate day, Locale locale) {
        if (Messages.supported(locale) == Locale.FRENCH) {
            return frenchDay(day, "EEEE ", " MMMM");
        }
        return DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK).format(day);
    }

    /** The same, short: mar. 24 nov. */
    public static String shortDay(LocalDate day, Locale locale) {
        return (Messages.supported(locale) == Locale.FRENCH ? frenchDay(day, "EEE ", " MMM")
                : DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK).format(day)) + otherYear(day);
    }

    /** From one day to another, without their weekdays: 21 – 26 décembre, 28 décembre – 2 janvier. */
    public static String days(LocalDate from, LocalDate to, Locale locale) {
        Locale language = Messages.supported(locale) == Locale.FRENCH ? Locale.FRENCH : Locale.UK;
        String month = from.getMonth() == to.getMonth() ? "" : DateTimeFormatter.ofPattern(" MMMM", language).format(from);
        return number(from, language) + month + DASH + number(to, language) + DateTimeFormatter.ofPattern(" MMMM", language).format(to)
                + otherYear(to);
    }

    private static String number(LocalDate day, Locale language) {
        return day.getDayOfMonth() == 1 && language == Locale.FRENCH ? "1er" : String.valueOf(day.getDayOfMonth());
    }

    /** The first of a month alone is an ordinal: 1er. */
    private static String frenchDay(LocalDate day, String weekday, String month) {
        return DateTimeFormatter.ofPattern(weekday, Locale.FRENCH).format(day) + number(day, Locale.FRENCH)
                + DateTimeFormatter.ofPattern(month, Locale.FRENCH).format(day);
    }

    /** The weekday alone, short: mar. */
    public static String weekday(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE", Messages.supported(locale) == Locale.FRENCH ? Locale.FRENCH : Locale.UK)
                .format(day);
    }

    /** Its first letter, for narrow columns: M. */
    public static String weekdayLetter(LocalDate day, Locale locale) {
        return day.getDayOfWeek().getDisplayName(TextStyle.NARROW_STANDALONE, Messages.supported(locale) == Locale.FRENCH ? Locale.FRENCH : Locale.UK);
    }

    /** Day, short, and time: mar. 24 nov., 14 h 20. */
    public static String dayAndTime(Instant instant, ZoneId zone, Locale locale) {
        return shortDay(instant.atZone(zone).toLocalDate(), locale) + ", " + time(instant, zone, locale);
    }

    /** Whether it is today by the product's clock, as that zone counts days. */
    public static boolean isToday(Instant instant, ZoneId zone) {
        return clock != null && instant.atZone(zone).toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
    }

    /** As short as it can be: the time alone today, otherwise day and time. */
    public static String near(Instant instant, ZoneId zone, Locale locale) {
        return isToday(instant, zone) ? time(instant, zone, locale) : dayAndTime(instant, zone, locale);
    }

    /** From one time to another, on one line: the dash is held at both ends. */
    public static String range(LocalTime from, LocalTime to, Locale locale) {
        return time(from, locale) + DASH + time(to, locale);
    }
}
