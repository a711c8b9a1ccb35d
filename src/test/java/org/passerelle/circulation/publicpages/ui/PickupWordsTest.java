package org.passerelle.circulation.publicpages.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.domain.ReservationStatus;
import org.passerelle.notification.Way;
import org.passerelle.platform.i18n.Messages;

/** What a patron's page says follows how the documents, the appointment and the reservation stand. */
class PickupWordsTest {

    private static final List<Locale> BOTH = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final Messages messages = new Messages();

    @ParameterizedTest
    @CsvSource({
            "TO_PICK, BOOKED,  ,                 false, PREPARING",
            "TO_BAG,  BOOKED,  ,                 false, PREPARING",
            "READY,   BOOKED,  ,                 false, READY",
            "TO_PICK, BOOKED,  ,                 true,  LATE_PREPARING",
            "TO_BAG,  BOOKED,  ,                 true,  LATE_PREPARING",
            "READY,   BOOKED,  ,                 true,  LATE_READY",
            "TO_PICK, ARRIVED, ,                 false, ARRIVED_PREPARING",
            "TO_BAG,  ARRIVED, ,                 true,  ARRIVED_PREPARING",
            "READY,   ARRIVED, ,                 false, ARRIVED_READY",
            "READY,   ARRIVED, ,                 true,  ARRIVED_READY",
            "TO_PICK, MISSED,  ,                 true,  MISSED_PREPARING",
            "TO_BAG,  MISSED,  ,                 true,  MISSED_PREPARING",
            "READY,   MISSED,  ,                 true,  MISSED",
            "READY,   ARRIVED, COLLECTED,        false, COLLECTED",
            "NONE,    ARRIVED, COLLECTED,        true,  COLLECTED",
            "READY,   ARRIVED, PARTLY_COLLECTED, true,  PARTLY_COLLECTED",
            "NONE,    ARRIVED, PARTLY_COLLECTED, true,  PARTLY_COLLECTED",
            "TO_PICK, NONE,    CANCELLED,        false, CANCELLED",
            "READY,   NONE,    CANCELLED,        true,  CANCELLED",
            "NONE,    NONE,    CANCELLED,        false, CANCELLED",
            "NONE,    NONE,    NOTHING_FOUND,    false, NOTHING_FOUND",
            "NONE,    NONE,    NOTHING_FOUND,    true,  NOTHING_FOUND",
            "TO_BAG,  MISSED,  NO_SHOW,          true,  NO_SHOW",
            "NONE,    MISSED,  NO_SHOW,          true,  NO_SHOW",
            "READY,   MISSED,  NO_SHOW,          true,  NO_SHOW_LATE",
            "READY,   ARRIVED, NO_SHOW,          true,  ARRIVED_READY"})
    void eachStateHasItsWords(DocumentsState documents, AppointmentState appointment, ReservationOutcome outcome,
                              boolean slotOver, PickupWords words) {
        assertThat(PickupWords.of(new ReservationStatus(documents, appointment, outcome), slotOver)).isEqualTo(words);
    }

    /** Wherever these words are chosen, the table above has the documents ready, or the appointment to come. */
    @ParameterizedTest
    @EnumSource(PickupWords.class)
    void nothingIsPromisedThatTheStateDoesNotHold(PickupWords words) {
        Set<PickupWords> bagStands = EnumSet.of(PickupWords.READY, PickupWords.LATE_READY, PickupWords.ARRIVED_READY,
                PickupWords.MISSED);
        Set<PickupWords> toCome = EnumSet.of(PickupWords.PREPARING, PickupWords.READY);
        for (Locale locale : BOTH) {
            String said = said(words, locale, Way.NONE);
            if (!bagStands.contains(words)) {
                assertThat(said).doesNotContain("vous attendent", "sont prêts", "est prêt ", "waiting for you", "are ready",
                        "is ready");
            }
            if (!toCome.contains(words)) {
                assertThat(said).doesNotContain("Nous vous attendons", "We expect you", "Rendez-vous mer", "Your appointment: ");
            }
            assertThat(said).doesNotContain("sont retournés en rayon", "have gone back to their shelves",
                    "available to everybody");
        }
    }

    @Test
    void whoCannotBeReachedIsNotPromisedToBeTold() {
        for (Locale locale : BOTH) {
            assertThat(said(PickupWords.PREPARING, locale, Way.NONE)).doesNotContain("préviendrons", "let you know");
            assertThat(Stream.of(Way.MAIL, Way.BY_HAND, Way.CALL).map(way -> said(PickupWords.PREPARING, locale, way)))
                    .allMatch(text -> text.contains("préviendrons") || text.contains("let you know"));
        }
    }

    private String said(PickupWords words, Locale locale, Way way) {
        String key = "pickup.state." + words.name();
        return messages.text(locale, key) + " " + messages.text(locale, key + ".title") + " "
                + messages.text(locale, key + ".text", "mercredi", "Port", "demain", way.name());
    }
}
