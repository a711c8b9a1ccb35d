package org.passerelle.circulation.publicpages.ui.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.publicpages.ui.MyReservationsView;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** The last day of a wait, as a patron types it beside the basket; today is 24 November 2026. */
@PasserelleTest
class WantedUntilTest extends ScreenTest {

    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;
    @Autowired
    ReservationBook book;
    @Autowired
    ObjectProvider<Basket> baskets;

    private Basket basket;
    private UUID away;

    @BeforeEach
    void onlyOneOfTwoTitlesIsThere() {
        UUID branch = drive.branch("PORT");
        away = drive.title(branch, "Germinal", 1);
        waiting.lend(away, branch, Instant.parse("2026-12-01T22:59:59Z"));
        signIn(drive.as(drive.patron("Awa", "Diallo")));
        basket = baskets.getObject();
        basket.add(away);
        basket.add(drive.title(branch, "Nana", 1));
        basket.choose(branch);
        basket.choose(SLOT);
        navigate(BasketView.class);
        button("Attendre son retour").click();
    }

    @Test
    void aPastDayIsRefusedAtItsFieldBeforeAnythingIsReserved() {
        field().setValue(LocalDate.parse("2020-01-01"));
        button("Réserver ces titres").click();

        assertThat(field().isInvalid()).isTrue();
        assertThat(field().getErrorMessage()).startsWith("Choisissez un jour à venir");
        assertThat(field().getValue()).isEqualTo("2020-01-01");
        assertThat(basket.waits()).containsExactly(away);
        assertThat(book.mine()).isEmpty();

        field().setValue(LocalDate.parse("2026-12-10"));
        button("Réserver ces titres").click();

        assertThat(book.mine()).hasSize(1);
        assertThat(waiting.list.mine()).singleElement()
                .satisfies(wait -> assertThat(wait.wantedUntil()).isEqualTo("2026-12-10"));
    }

    @Test
    void aDayTooFarAheadIsRefusedAtItsFieldTheLastOneIsNot() {
        LocalDate last = LocalDate.parse("2026-11-24").plusDays(90);

        field().setValue(last.plusDays(1));
        assertThat(field().isInvalid()).isTrue();

        field().setValue(last);
        assertThat(field().isInvalid()).isFalse();
    }

    @Test
    void aRefusedDayIsForgottenWithThePage() {
        field().setValue(LocalDate.parse("2020-01-01"));

        navigate(MyReservationsView.class);
        navigate(BasketView.class);

        assertThat(field().isEmpty()).isTrue();
        button("Réserver ces titres").click();
        assertThat(waiting.list.mine()).hasSize(1);
    }

    private WantedUntil field() {
        return all(WantedUntil.class).findFirst().orElseThrow();
    }
}
