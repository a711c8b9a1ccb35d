package org.passerelle.catalogue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.catalogue.PlaceOfCopy;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;

/** Where a copy is, in words. */
class PlaceWordsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-12-01");

    private final PlaceWords words = new PlaceWords(new Messages());

    @ParameterizedTest
    @CsvSource({"QUARANTINE, en quarantaine, in quarantine", "ON_LOAN, emprunté, on loan"})
    void whatWillComeBackSaysUntilWhen(PlaceKind place, String french, String english) {
        PlaceOfCopy where = new PlaceOfCopy(place, DAY, "Gare", "R ZOL");

        assertThat(words.of(where, Locale.FRENCH)).isEqualTo(french + " jusqu’au " + DateTimes.shortDay(DAY, Locale.FRENCH));
        assertThat(words.of(where, Locale.ENGLISH)).isEqualTo(english + " until " + DateTimes.shortDay(DAY, Locale.ENGLISH));
        assertThat(words.of(new PlaceOfCopy(place, null, "Gare", null), Locale.FRENCH)).isEqualTo(french);
    }

    @Test
    void aCopyOnItsShelfSaysWhichAndOneInTransitWhereItGoes() {
        assertThat(words.of(new PlaceOfCopy(PlaceKind.SHELF, null, "Gare", "R ZOL"), Locale.FRENCH))
                .isEqualTo("en rayon · R ZOL");
        assertThat(words.of(new PlaceOfCopy(PlaceKind.SHELF, null, "Gare", null), Locale.FRENCH)).isEqualTo("en rayon");
        assertThat(words.of(new PlaceOfCopy(PlaceKind.IN_TRANSIT, null, "Gare", "R ZOL"), Locale.ENGLISH))
                .isEqualTo("in transit to Gare");
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "PICKED", "BAGGED"})
    void whatIsPromisedSaysSo(PlaceKind place) {
        assertThat(words.of(new PlaceOfCopy(place, null, "Gare", "R ZOL"), Locale.FRENCH)).startsWith("promis, ");
    }
}
