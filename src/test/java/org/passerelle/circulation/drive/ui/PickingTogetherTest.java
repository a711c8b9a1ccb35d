package org.passerelle.circulation.drive.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.circulation.reservations.service.Reservations;
import org.passerelle.inbox.ui.InboxView;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two people walk the shelves for the same reservation, each with its task open. */
@PasserelleTest
class PickingTogetherTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Drive drive;
    @Autowired
    Reservations reservations;

    Screens screens;
    CurrentUser camille;
    CurrentUser noor;
    ReservationId id;

    @BeforeEach
    void twoDocumentsToPick() {
        UUID branch = drive.branch("PORT");
        camille = drive.agentOf(branch);
        noor = drive.agentOf(branch);
        id = drive.reserve(drive.patron("Jeanne", "Ferrand"), branch, SLOT, drive.title(branch, "Germinal", 1),
                drive.title(branch, "Nana", 1));
        screens = new Screens(context, InboxView.class, ReservationView.class);
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    void whatOnePicksTheOtherSeesAndKeepsWhatStandsInTheScanField() {
        BrowserlessUIContext screen = open(Tasks.PICK_DOCUMENTS);
        TextField scan = screen.find(TextField.class).withAttribute("autocomplete", "off").single();
        scan.setValue("30007");
        Line first = drive.see(camille, id).lines().getFirst();
        Line last = drive.see(camille, id).lines().getLast();
        Button othersButton = found(screen, last);

        drive.by(noor, () -> drive.pickingDesk.picked(id, first.barcode())).value();

        Screens.await(screen, () -> tags(screen, "trouvé") == 1);
        assertThat(scan.getValue()).isEqualTo("30007");
        assertThat(scan.isAttached()).isTrue();
        assertThat(othersButton.isAttached()).isTrue();
    }

    @Test
    void whatOnePutsBackTheOtherSees() {
        drive.pick(noor, id);
        drive.by(noor, () -> reservations.cancel(id));
        BrowserlessUIContext screen = open(Tasks.PUT_BACK);

        drive.by(noor, () -> drive.putBackDesk.putBack(id, drive.book.details(id).lines().getFirst().barcode())).value();

        Screens.await(screen, () -> tags(screen, "remis en rayon") == 1);
    }

    private BrowserlessUIContext open(String taskKey) {
        BrowserlessUIContext screen = screens.of(camille);
        screen.navigate("inbox/" + drive.task(id, taskKey).value(), InboxView.class);
        return screen;
    }

    private static Button found(BrowserlessUIContext screen, Line line) {
        return screen.find(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().filter(label -> label.startsWith("Trouvé")
                        && label.endsWith(line.titleText())).isPresent()).findFirst().orElseThrow();
    }

    private static long tags(BrowserlessUIContext screen, String state) {
        return screen.find(Span.class).withClassName("tag").all().stream()
                .filter(tag -> tag.getText().equals(state)).count();
    }
}
