package org.passerelle.circulation.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.reservations.domain.PickupLimits;
import org.passerelle.circulation.reservations.service.ReservationLimits;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

@PasserelleTest
class ReservationLimitsTest {

    @Autowired
    ReservationLimits limits;
    @Autowired
    Messages messages;

    @ParameterizedTest
    @CsvSource({
            "ADULT, false, true, 8, 3, 21, false",
            "CHILD, false, true, 6, 3, 21, false",
            "GROUP, false, true, 30, 5, 42, true",
            "ADULT, true, false, 0, 0, 21, false",
            "CHILD, true, false, 0, 0, 21, false",
            "GROUP, true, false, 0, 0, 42, true"})
    void theTableGrantsEachKindOfPatron(PatronCategory category, boolean blocked, boolean mayReserve, int documents,
                                        int reservations, int loanDays, boolean sameTitleAgain) {
        Patron patron = patron(category, blocked);

        assertThat(limits.of(patron)).isEqualTo(new PickupLimits(mayReserve, documents, reservations, loanDays,
                sameTitleAgain));
        assertThat(limits.loanDays(patron)).isEqualTo(loanDays);
    }

    @Test
    void whatReachesTheLimitIsAcceptedAndWhatPassesItIsNot() {
        Patron adult = patron(PatronCategory.ADULT, false);

        assertThat(limits.check(adult, 5, 1, 3).isDone()).isTrue();
        assertThat(limits.check(adult, 5, 1, 4).refusal()).isEqualTo(CirculationRefusal.TOO_MANY_DOCUMENTS);
        assertThat(limits.check(adult, 0, 2, 1).isDone()).isTrue();
        assertThat(limits.check(adult, 0, 3, 1).refusal()).isEqualTo(CirculationRefusal.TOO_MANY_RESERVATIONS);
    }

    @Test
    void aBlockedPatronReservesNothing() {
        assertThat(limits.check(patron(PatronCategory.ADULT, true), 0, 0, 1).refusal())
                .isEqualTo(CirculationRefusal.PATRON_BLOCKED);
    }

    @Test
    void aRefusalNamesTheRuleAndWhatToDo() {
        Outcome.Refused<Void> refused = (Outcome.Refused<Void>) limits.check(patron(PatronCategory.ADULT, false), 1, 1, 9);

        assertThat(messages.text(Locale.FRENCH, refused.reason().messageKey(), refused.args())).isEqualTo(
                "La limite est de 8 documents demandés à la fois\u00a0; 1 est déjà demandé, et cette réservation en demande 9. "
                        + "Enlevez des titres, ou attendez d’avoir retiré une réservation.");
        assertThat(messages.text(Locale.ENGLISH, "refusal.SLOT_TOO_SOON", 48, 0)).contains("takes 48 hours.");
        assertThat(messages.text(Locale.FRENCH, "refusal.SLOT_TOO_SOON", 1, 30)).contains("il faut 1\u00a0h\u00a030 pour");
    }

    private static Patron patron(PatronCategory category, boolean blocked) {
        Patron patron = new Patron("1", "Awa", "Diallo", category, Locale.FRENCH);
        if (blocked) {
            patron.block();
        }
        return patron;
    }
}
