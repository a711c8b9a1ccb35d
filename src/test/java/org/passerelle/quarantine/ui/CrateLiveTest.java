package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import java.time.Duration;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.passerelle.support.Screens;

/** A crate's page that stays open, and its room's, while colleagues fill it and its steps fail. */
class CrateLiveTest extends LiveRoomTests {

    @Test
    void whatColleaguesScanIntoItAndTakeBackShowsByItself() {
        CurrentUser colleague = room.agentOf(branch);
        CrateId crate = room.openCrate(colleague, branch, 1);
        open(crate);

        Scanned scanned = room.scan(colleague, branch, room.lentBook(branch, "Nana", DUE));
        Screens.await(screen, () -> Screens.text(screen).contains("Nana"));
        room.by(colleague, () -> room.undoneScans.undo(scanned.id())).value();
        Screens.await(screen, () -> !Screens.text(screen).contains("Nana"));
    }

    @Test
    void aStepThatFailsForGoodIsSeenInTheRoomAndOnTheCrate() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        open(crate);
        BrowserlessUIContext other = screens.of(agent);
        openRoom(other, branch);
        assertThat(Screens.text(other)).contains("0\nbloquées");

        failForGood();

        Screens.await(screen, () -> Screens.text(screen).contains("une étape a échoué"));
        Screens.await(other, () -> Screens.text(other).contains("1\nbloquées"));
    }

    @Test
    void itSaysThatItIsLate() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        quarantineOver();
        clock.advance(Duration.ofHours(25));

        open(crate);

        assertThat(Screens.text(screen)).contains("à contrôler, en retard");
    }

    @Test
    void itTellsWhatBecameOfWhatWasAskedFor() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        open(crate);
        CurrentUser asking = room.onRecord(room.agentOf(branch));
        UUID request = room.by(asking, () -> room.releaseDesk.ask(crate, null, "Bac blanc demain")).value();
        room.by(room.onRecord(room.manager()), () -> room.releaseDesk.refuse(room.decision(request), request)).value();

        Screens.await(screen, () -> Screens.text(screen).contains("refusée"));
        assertThat(Screens.text(screen)).containsSubsequence("Sorties anticipées décidées", "Toute la caisse",
                "par Camille", "Bac blanc demain", "Décidée par Nadia");
    }

    /** As often as it is tried. */
    private void failForGood() {
        room.jdbc.sql("update app.crate set treatment = null").update();
        clock.advance(Duration.ofHours(72));
        assertThatThrownBy(() -> engine.runDueJobs()).isNotNull();
        room.jdbc.sql("update app.crate set treatment = false").update();
        ManagementService jobs = engine.raw().getManagementService();
        jobs.setJobRetries(jobs.createJobQuery().processDefinitionKey(QuarantineProcess.KEY).singleResult().getId(), 0);
    }
}
