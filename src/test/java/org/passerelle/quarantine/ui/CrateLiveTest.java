package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.service.ReturnsDesk.Scanned;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A crate's page that stays open, and its room's, while colleagues fill it and its steps fail. */
@PasserelleTest
class CrateLiveTest {

    private static final LocalDate DUE = LocalDate.parse("2026-12-31");

    @Autowired
    QuarantineRoom room;
    @Autowired
    Engine engine;
    @Autowired
    AppClock clock;
    @Autowired
    ApplicationContext context;

    private UUID branch;
    private CurrentUser agent;
    private Screens screens;
    private BrowserlessUIContext screen;

    @BeforeEach
    void anAgentBeforeTheCrate() {
        branch = room.branch("PORT");
        agent = room.agentOf(branch);
        screens = new Screens(context, CrateView.class, RoomView.class);
        screen = screens.of(agent);
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void whatColleaguesScanIntoItAndTakeBackShowsByItself() {
        CurrentUser colleague = room.agentOf(branch);
        CrateId crate = room.openCrate(colleague, branch, 1);
        open(crate);

        Scanned scanned = room.scan(colleague, branch, room.lentBook(branch, "Nana", DUE));
        Screens.await(screen, () -> Screens.text(screen).contains("Nana"));
        room.by(colleague, () -> room.returnsDesk.undo(scanned.id())).value();
        Screens.await(screen, () -> !Screens.text(screen).contains("Nana"));
    }

    @Test
    void aStepThatFailsForGoodIsSeenInTheRoomAndOnTheCrate() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        open(crate);
        BrowserlessUIContext other = screens.of(agent);
        Screens.enter(other, "quarantine/" + branch, "");
        assertThat(Screens.text(other)).contains("0\nbloquées");

        failForGood();

        Screens.await(screen, () -> Screens.text(screen).contains("une étape a échoué"));
        Screens.await(other, () -> Screens.text(other).contains("1\nbloquées"));
    }

    @Test
    void itSaysThatItIsLate() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
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

    private void open(CrateId crate) {
        Screens.enter(screen, "crate/" + crate.value(), "");
    }
}
