package org.passerelle.circulation.publicpages.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.publicpages.service.PickupLinks;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.circulation.waiting.service.WaitLinks;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What an old message's link still shows to whoever comes by it. */
@PasserelleTest
class LapsedLinksTest extends ScreenTest {

    private static final Duration LIFE = Duration.ofDays(7);

    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;
    @Autowired
    PickupLinks pickups;
    @Autowired
    WaitLinks waits;

    private UUID branch;
    private Patron awa;

    @BeforeEach
    void aPatron() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        branch = drive.branch("PORT");
        awa = drive.patron("Awa", "Diallo");
    }

    @Test
    void ofAReservationThatIsLongOverOnlyThatItIsOver() {
        ReservationId id = drive.reserve(awa, branch, SLOT, drive.title(branch, "Germinal", 1));
        String token = drive.token(id);
        pickups.cancel(token).value();
        clock.advance(LIFE.minusSeconds(1));
        UI.getCurrent().navigate("pickup/" + token);
        assertThat(texts()).anyMatch(text -> text.contains("Germinal"));

        clock.advance(Duration.ofSeconds(1));
        UI.getCurrent().navigate("catalogue");
        UI.getCurrent().navigate("pickup/" + token);

        assertThat(texts()).contains("Cette réservation est terminée")
                .noneMatch(text -> text.contains("Germinal") || text.contains("Awa") || text.contains("PORT"));
        assertThat(pickups.arrived(token).refusal()).isEqualTo(CirculationRefusal.RESERVATION_OVER);
        assertThat(drive.see(drive.as(awa), id).lines()).hasSize(1);
    }

    @Test
    void ofAWaitThatIsLongOverOnlyThatItIsOver() {
        UUID title = drive.title(branch, "Nana", 1);
        waiting.lend(title, branch);
        WaitId wait = waiting.ask(awa, title, branch);
        String token = waiting.tokenOf(wait);
        waits.giveUp(token).value();
        UI.getCurrent().navigate("waiting/" + token);
        assertThat(texts()).anyMatch(text -> text.contains("Nana"));

        clock.advance(LIFE);
        UI.getCurrent().navigate("catalogue");
        UI.getCurrent().navigate("waiting/" + token);

        assertThat(texts()).contains("Cette attente est terminée").noneMatch(text -> text.contains("Nana"));
        assertThat(waits.open(token)).isEmpty();
        assertThat(waits.giveUp(token).refusal()).isEqualTo(CirculationRefusal.WAIT_OVER);
    }

    @Test
    void aLinkLivesAsLongAsItsCase() {
        ReservationId id = drive.reserve(awa, branch, LATER_SLOT, drive.title(branch, "Germinal", 1));
        clock.advance(LIFE.multipliedBy(3));

        assertThat(pickups.open(drive.token(id))).isPresent();
        assertThat(pickups.hasLapsed(drive.token(id))).isFalse();
    }

    @Test
    void aPageThatStandsOpenWhileItsLinkLapsesShowsNothingMoreWithTheNextGesture() {
        ReservationId id = drive.reserve(awa, branch, SLOT, drive.title(branch, "Germinal", 1));
        drive.pick(drive.agentOf(branch), id);
        drive.bag(drive.agentOf(branch), id);
        clock.setTo(SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        UI.getCurrent().navigate("pickup/" + drive.token(id));
        assertThat(texts()).anyMatch(text -> text.contains("Germinal"));

        clock.advance(LIFE);
        button("Je suis arrivé").click();

        assertThat(texts()).contains("Cette réservation est terminée").noneMatch(text -> text.contains("Germinal"));
    }
}
