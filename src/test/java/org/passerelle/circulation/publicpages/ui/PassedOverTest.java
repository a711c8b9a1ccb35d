package org.passerelle.circulation.publicpages.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.publicpages.ui.basket.BasketView;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Who was first in a queue, but at a limit when a copy came, reads so on their page, and what helps. */
@PasserelleTest
class PassedOverTest extends ScreenTest {

    private static final String WHY = "Un exemplaire est revenu, mais vous aviez atteint votre limite de réservations";

    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;

    private Patron awa;
    private UUID copy;
    private List<ReservationId> reservations;

    @BeforeEach
    void awaIsFirstButHasReachedTheLimit() {
        UUID branch = drive.branch("PORT");
        UUID title = drive.title(branch, "Germinal", 1);
        copy = waiting.lend(title, branch);
        awa = drive.patron("Awa", "Diallo");
        waiting.ask(awa, title, branch);
        waiting.ask(drive.patron("Lia", "Costa"), title, branch);
        reservations = waiting.reachTheLimit(awa, branch);
        signIn(drive.as(awa));
    }

    @Test
    void thePageTellsItUntilRoomIsMade() {
        navigate(MyReservationsView.class);
        assertThat(texts()).noneMatch(text -> text.startsWith(WHY));

        waiting.comesBack(copy);

        awaitText(text -> text.startsWith(WHY) && text.contains("retirez ou annulez une réservation"));
        assertThat(texts()).contains("Au premier rang");

        drive.by(drive.as(awa), () -> drive.reservations.cancel(reservations.getFirst())).value();
        navigate(BasketView.class);
        navigate(MyReservationsView.class);
        assertThat(texts()).contains("Au premier rang").noneMatch(text -> text.startsWith(WHY));
    }
}
