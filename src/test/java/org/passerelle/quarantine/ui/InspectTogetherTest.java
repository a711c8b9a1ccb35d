package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.ui.InboxView;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.CrateTests;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.process.QuarantineProcess.Tasks;
import org.passerelle.quarantine.service.CrateDesk.Verdict;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two people look at what lies in the same crate, each with its task open. */
class InspectTogetherTest extends CrateTests {

    @Autowired
    ApplicationContext context;

    Screens screens;

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    void whatOneFindsChangesNothingAtTheDocumentsThatTheOtherLooksAt() {
        CrateId crate = room.sealedCrate(agent, branch, 3);
        quarantineOver();
        screens = new Screens(context, InboxView.class, CrateView.class);
        BrowserlessUIContext screen = screens.of(agent);
        screen.navigate("inbox/" + room.task(crate, Tasks.INSPECT).value(), InboxView.class);
        List<ReturnedCopy> documents = room.see(agent, crate).documents();
        List<Button> before = missing(screen);
        Button judged = before.get(1);

        room.by(room.agentOf(branch), () -> room.crateDesk.found(crate, documents.get(1).id(), Verdict.repair("Dos cassé")))
                .value();

        Screens.await(screen, () -> Screens.text(screen).contains("Dos cassé"));
        assertThat(missing(screen)).hasSize(2).containsExactly(before.getFirst(), before.getLast());
        assertThat(judged.isAttached()).isFalse();

        room.by(room.agentOf(branch), () -> room.crateDesk.found(crate, documents.get(1).id(), null)).value();
        Screens.await(screen, () -> missing(screen).size() == 3);
        assertThat(missing(screen)).extracting(button -> button.getAriaLabel().orElseThrow())
                .isEqualTo(documents.stream().map(document -> "Introuvable, " + document.titleText()).toList());
    }

    private static List<Button> missing(BrowserlessUIContext screen) {
        return screen.find(Button.class).all().stream().filter(button -> "Introuvable".equals(button.getText())).toList();
    }
}
