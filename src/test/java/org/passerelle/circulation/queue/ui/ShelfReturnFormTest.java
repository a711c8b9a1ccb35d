package org.passerelle.circulation.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.queue.process.ShelfReturnProcess;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.support.FormEcho;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The form in which a copy that nobody wants any more is put back. */
@PasserelleTest
class ShelfReturnFormTest extends ScreenTest {

    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;

    private UUID copy;

    @BeforeEach
    void aCopyToPutBack() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        UUID branch = drive.branch("PORT");
        UUID title = drive.title(branch, "Germinal", 1);
        copy = waiting.lend(title, branch);
        Patron jeanne = drive.patron("Jeanne", "Ferrand");
        WaitId wait = waiting.ask(jeanne, title, branch);
        waiting.setAside(copy, title, branch);
        waiting.giveUp(jeanne, wait).value();
        signIn(drive.agentOf(branch));
    }

    @Test
    void whatIsNotThereIsSaidToBeMissingAfterAQuestion() {
        FormEcho form = form(ShelfReturnProcess.caseOf(copy), ShelfReturnProcess.Tasks.PUT_BACK, true);

        button("Introuvable…").click();
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.TO_SHELF);
        confirm();

        assertThat(drive.places()).containsOnlyKeys(PlaceKind.MISSING);
        assertThat(form.doneKey()).isEqualTo("shelf-return.missing");
    }

    @Test
    void whoMayNotActIsNotAsked() {
        form(ShelfReturnProcess.caseOf(copy), ShelfReturnProcess.Tasks.PUT_BACK, false);

        assertThat(buttons("Introuvable…")).isEmpty();
    }
}
