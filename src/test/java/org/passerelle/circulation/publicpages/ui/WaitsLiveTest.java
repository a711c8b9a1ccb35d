package org.passerelle.circulation.publicpages.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.browserless.BrowserlessUIContext;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.ui.CatalogueView;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A patron looks at their own page while staff have them wait for a title. */
@PasserelleTest
class WaitsLiveTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;

    private Screens screens;
    private UUID branch;
    private Patron awa;
    private UUID germinal;

    @BeforeEach
    void aTitleThatIsAway() {
        branch = drive.branch("PORT");
        awa = drive.patron("Awa", "Diallo");
        germinal = away("Germinal");
        screens = new Screens(context, MyReservationsView.class, CatalogueView.class);
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    void anEmptyPageFillsByItselfAndSaysNoMoreThatItIsEmpty() {
        BrowserlessUIContext page = screens.of(drive.as(awa));
        page.navigate("my", MyReservationsView.class);
        assertThat(Screens.text(page)).contains("Aucune réservation pour l’instant");

        waitAsStaff(germinal);

        Screens.await(page, () -> Screens.text(page).contains("Germinal"));
        Screens.await(page, () -> !Screens.text(page).contains("Aucune réservation"));
    }

    @Test
    void whatIsAddedJoinsWhatStandsThere() {
        waitAsStaff(away("Nana"));
        BrowserlessUIContext page = screens.of(drive.as(awa));
        page.navigate("my", MyReservationsView.class);

        waitAsStaff(germinal);

        Screens.await(page, () -> Screens.text(page).contains("Germinal"));
        assertThat(Screens.text(page)).containsOnlyOnce("Nana").containsOnlyOnce("Germinal");
    }

    @Test
    void thePageOfOneReservationShowsItToo() {
        ReservationId reservation = drive.reserve(awa, branch, SLOT, drive.title(branch, "Nana", 1));
        BrowserlessUIContext page = screens.of(drive.as(awa));
        page.navigate("my/" + reservation.value(), MyReservationsView.class);

        waitAsStaff(germinal);

        Screens.await(page, () -> Screens.text(page).contains("Germinal"));
    }

    private UUID away(String name) {
        UUID title = drive.title(branch, name, 1);
        waiting.lend(title, branch);
        return title;
    }

    private void waitAsStaff(UUID title) {
        drive.by(drive.agentOf(branch), () -> waiting.list.ask(waiting.wish(awa, title, branch, null, Channel.DESK))).value();
    }
}
