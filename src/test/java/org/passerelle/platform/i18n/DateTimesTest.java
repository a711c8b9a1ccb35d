package org.passerelle.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.support.Screens.withOrdinarySpaces;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and times as they are read in each language. */
class DateTimesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @BeforeEach
    void aDayInNovember() {
        DateTimes.tellYearsBy(Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void thereIsNoClockAnyMore() {
        DateTimes.tellYearsBy(null);
    }

    @ParameterizedTest
    @CsvSource({
            "00:00, 0 h, 12 am", "00:05, 0 h 05, 12:05 am", "09:00, 9 h, 9 am", "12:00, 12 h, 12 pm",
            "12:30, 12 h 30, 12:30 pm", "14:20, 14 h 20, 2:20 pm", "23:59, 23 h 59, 11:59 pm"})
    void aTimeIsWrittenAsItIsSaid(LocalTime time, String french, String english) {
        assertThat(withOrdinarySpaces(DateTimes.time(time, Locale.FRENCH))).isEqualTo(french);
        assertThat(withOrdinarySpaces(DateTimes.time(time, Locale.ENGLISH))).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
            "2026-11-24, mardi 24 novembre, mar. 24 nov., Tuesday 24 November, Tue 24 Nov",
            "2026-12-01, mardi 1er décembre, mar. 1er déc., Tuesday 1 December, Tue 1 Dec",
            "2026-01-31, samedi 31 janvier, sam. 31 janv., Saturday 31 January, Sat 31 Jan"})
    void aDayIsWrittenInFullOrShortAndTheFirstIsAnOrdinalInFrench(LocalDate day, String french, String frenchShort,
                                                                  String english, String englishShort) {
        assertThat(DateTimes.day(day, Locale.FRENCH)).isEqualTo(french);
        assertThat(DateTimes.shortDay(day, Locale.FRENCH)).isEqualTo(frenchShort);
        assertThat(DateTimes.day(day, Locale.ENGLISH)).isEqualTo(english);
        assertThat(DateTimes.shortDay(day, Locale.ENGLISH)).isEqualTo(englishShort);
    }

    @Test
    void anInstantIsToldInTheHoursOfItsPlace() {
        Instant instant = Instant.parse("2026-11-30T23:20:00Z");

        assertThat(withOrdinarySpaces(DateTimes.dayAndTime(instant, PARIS, Locale.FRENCH))).isEqualTo("mar. 1er déc., 0 h 20");
        assertThat(withOrdinarySpaces(DateTimes.dayAndTime(instant, PARIS, Locale.ENGLISH)))
                .isEqualTo("Tue 1 Dec, 12:20 am");
        assertThat(withOrdinarySpaces(DateTimes.time(instant, ZoneId.of("America/Martinique"), Locale.ENGLISH)))
                .isEqualTo("7:20 pm");
    }

    @Test
    void theYearIsToldWhereItIsAnotherThanTheClocks() {
        DateTimes.tellYearsBy(Clock.fixed(Instant.parse("2026-12-31T22:30:00Z"), ZoneOffset.UTC));
        Instant lastMinuteOfTheYearInParis = Instant.parse("2026-12-31T22:59:00Z");

        assertThat(withOrdinarySpaces(DateTimes.dayAndTime(lastMinuteOfTheYearInParis, PARIS, Locale.FRENCH)))
                .isEqualTo("jeu. 31 déc., 23 h 59");
        assertThat(withOrdinarySpaces(DateTimes.dayAndTime(lastMinuteOfTheYearInParis.plusSeconds(60), PARIS, Locale.FRENCH)))
                .isEqualTo("ven. 1er janv. 2027, 0 h");
        assertThat(withOrdinarySpaces(DateTimes.dayAndTime(Instant.parse("2020-05-12T12:20:00Z"), PARIS, Locale.ENGLISH)))
                .isEqualTo("Tue 12 May 2020, 2:20 pm");
        assertThat(DateTimes.day(LocalDate.of(2027, 1, 4), Locale.FRENCH)).isEqualTo("lundi 4 janvier 2027");
        assertThat(DateTimes.shortDay(LocalDate.of(2027, 1, 4), Locale.ENGLISH)).isEqualTo("Mon 4 Jan 2027");
        assertThat(DateTimes.dayAndYear(LocalDate.of(2026, 12, 31), Locale.FRENCH)).isEqualTo("jeudi 31 décembre 2026");
    }

    @Test
    void aLanguageThatIsNotSpokenReadsFrenchOrEnglishWhole() {
        assertThat(DateTimes.weekday(LocalDate.of(2026, 11, 24), Locale.CANADA_FRENCH)).isEqualTo("mar.");
        assertThat(DateTimes.weekday(LocalDate.of(2026, 11, 24), Locale.US)).isEqualTo("Tue");
        assertThat(withOrdinarySpaces(DateTimes.range(LocalTime.of(9, 0), LocalTime.of(14, 30), Locale.US)))
                .isEqualTo("9 am –\u2060 2:30 pm");
    }
}
