package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import org.junit.jupiter.api.Test;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.support.FormEcho;

/** Who has inspected a crate is told which of its documents go to no shelf here. */
class InspectedTest extends QuarantineScreens {

    @Test
    void whatToSetAsideAndWhatToSendOffStaysOnTheScreenUntilItIsRead() {
        String awaited = room.lentBook(branch, "Germinal", DUE);
        String ofOther = room.lentBook(room.branch("GARE"), "Nana", DUE);
        CrateId crate = room.scan(agent, branch, awaited).crate();
        room.scan(agent, branch, ofOther);
        waiting.ask(drive.patron("Jeanne", "Ferrand"), copies.byBarcode(awaited).orElseThrow().title(), branch);
        release(crate);
        FormEcho told = form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.INSPECT, true);

        button("Contrôle terminé").click();
        assertThat(told.doneKey()).as("asked first").isNull();
        confirm();

        assertThat(told.doneKey()).isEqualTo("quarantine.inspect.told");
        assertThat(told.takeBack()).isNull();
        UI.getCurrent().navigate("quarantine/" + branch);
        assertThat(all(Dialog.class)).singleElement().satisfies(dialog -> {
            assertThat(dialog.isOpened()).isTrue();
            assertThat(dialog.getHeaderTitle()).isEqualTo("Caisse " + code(crate) + " : ce qui ne va pas en rayon");
        });
        assertThat(texts()).containsSubsequence("À mettre de côté pour une réservation", "Germinal")
                .containsSubsequence("À envoyer à Médiathèque GARE", "Nana").anyMatch(text -> text.contains(awaited));
        button("Compris").click();
        assertThat(all(Dialog.class)).isEmpty();
    }

    @Test
    void nothingMoreIsSaidWhereAllGoesToTheShelves() {
        CrateId crate = room.openCrate(agent, branch, 1);
        release(crate);
        form(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.INSPECT, true);
        button("Contrôle terminé").click();
        assertThat(all(Dialog.class)).isEmpty();
    }
}
