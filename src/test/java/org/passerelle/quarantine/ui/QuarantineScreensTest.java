package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.ui.cases.CaseProcessView;
import org.passerelle.platform.ui.cases.ProcessDiagram;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.copies.ui.CopyView;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.process.EmergencyReleaseProcess;
import org.passerelle.quarantine.returns.ui.ReturnsView;
import org.passerelle.quarantine.room.service.CratesDue;
import org.passerelle.quarantine.room.ui.RoomView;
import org.passerelle.support.FormEcho;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** The quarantine room and its crates as staff see them, without a browser. */
class QuarantineScreensTest extends QuarantineScreens {

    @Autowired
    CratesDue due;

    @ParameterizedTest
    @ValueSource(strings = {"returns", "quarantine"})
    void patronsAndStrangersDoNotComeIn(String path) {
        signIn(new CurrentUser(UUID.randomUUID(), "Usagère", Role.PATRON, Set.of(), UUID.randomUUID()));
        UI.getCurrent().navigate(path);
        assertThat(getCurrentView()).isNotInstanceOfAny(ReturnsView.class, RoomView.class);

        SecurityContextHolder.clearContext();
        UI.getCurrent().navigate(path);
        assertThat(getCurrentView()).isNotInstanceOfAny(ReturnsView.class, RoomView.class);
    }

    @Test
    void patronsSeeNeitherACrateNorACopysStory() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        String barcode = room.see(agent, crate).documents().getFirst().barcode();
        signIn(new CurrentUser(UUID.randomUUID(), "Usagère", Role.PATRON, Set.of(), UUID.randomUUID()));

        assertThatThrownBy(() -> navigate("crate/" + crate.value(), CrateView.class)).isNotNull();
        assertThatThrownBy(() -> navigate("copy/" + barcode, CopyView.class)).isNotNull();
    }

    @Test
    void staffOfAnotherBranchSeeTheCrateWithoutItsButtons() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        signIn(room.agentOf(room.branch("GARE")));

        navigate("crate/" + crate.value(), CrateView.class);

        assertThat(texts()).contains("Livre 0").contains("en quarantaine");
        assertThat(buttons("Demander une sortie anticipée")).isEmpty();
        assertThat(buttons("Sortie anticipée")).isEmpty();
    }

    @Test
    void onlyManagersChangeTheRoom() {
        UI.getCurrent().navigate("quarantine/" + branch);
        assertThat(buttons("Réglages…")).isEmpty();

        signIn(room.manager());
        UI.getCurrent().navigate("quarantine");
        UI.getCurrent().navigate("quarantine/" + branch);
        assertThat(buttons("Réglages…")).hasSize(1);
    }

    @Test
    void theRoomSaysWhatIsToBeDealtWithAndTheMenuCountsIt() {
        CrateId ready = room.sealedCrate(agent, branch, 2);
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        CrateId open = room.scan(agent, branch, room.lentBook(branch, "Nana", DUE)).crate();

        UI.getCurrent().navigate("quarantine/" + branch);

        assertThat(texts()).contains("À traiter", "En cours de remplissage", code(ready), code(open), "à contrôler")
                .doesNotContain("En quarantaine");
        assertThat(room.by(agent, due::toDealWith)).isEqualTo(1);
        assertThat(room.by(room.agentOf(room.branch("GARE")), due::toDealWith)).isZero();
        assertThat(room.by(room.manager(), due::toDealWith)).isZero();
    }

    @Test
    void theForecastMarksTheDaysOnWhichTheRoomOverflowsAndSaysThemInATable() {
        room.jdbc.sql("update app.quarantine_settings set capacity = 1").update();
        room.sealedCrate(agent, branch, 1);
        UI.getCurrent().navigate("quarantine/" + branch);
        assertThat(texts()).contains("1 place").noneMatch(text -> text.startsWith("▲"));

        room.sealedCrate(agent, branch, 1);
        UI.getCurrent().navigate("quarantine");
        UI.getCurrent().navigate("quarantine/" + branch);

        assertThat(texts()).contains("▲ 2", "il en manque 1")
                .anyMatch(text -> text.startsWith("Trop de caisses pour 1 place pendant 4 jours"));
        assertThat(find(NativeTable.class).all()).singleElement()
                .satisfies(table -> assertThat(table.getBody().getRows()).hasSize(14));
    }

    @Test
    void wrongSettingsAreToldAtTheirFields() {
        signIn(room.manager());
        UI.getCurrent().navigate("quarantine/" + branch);
        button("Réglages…").click();
        IntegerField capacity = all(IntegerField.class).findFirst().orElseThrow();
        TimePicker closesAt = all(TimePicker.class).findFirst().orElseThrow();

        capacity.setValue(-1);
        button("Enregistrer").click();
        assertThat(capacity.isInvalid()).isTrue();
        capacity.setValue(3);
        closesAt.setValue(null);
        button("Enregistrer").click();
        assertThat(closesAt.isInvalid()).isTrue();
        assertThat(capacity.getValue()).isEqualTo(3);
        closesAt.setValue(LocalTime.of(19, 30));
        button("Enregistrer").click();

        assertThat(texts()).contains("Les réglages sont enregistrés.").anyMatch(text -> text.contains("pour 3 places"));
    }

    @Test
    void anEarlyReleaseNeedsAReasonAndASecondPerson() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        navigate("crate/" + crate.value(), CrateView.class);
        button("Demander une sortie anticipée").click();
        lastButton("Demander une sortie anticipée").click();
        TextArea reason = all(TextArea.class).findFirst().orElseThrow();
        assertThat(reason.getErrorMessage()).isEqualTo("Dites pourquoi.");
        reason.setValue(HOSTILE);
        lastButton("Demander une sortie anticipée").click();
        UUID request = room.jdbc.sql("select id from app.release_request").query(UUID.class).single();
        FormEcho told = form(EmergencyReleaseProcess.caseOf(request), EmergencyReleaseProcess.Tasks.DECIDE_RELEASE, true);
        assertThat(texts()).contains(HOSTILE);

        assertThat(button("Accorder la sortie").isEnabled()).isFalse();
        assertThat(texts()).anyMatch(text -> text.contains("Vous l’avez demandée"));
        UI.getCurrent().removeAll();
        signIn(room.manager());
        told = form(EmergencyReleaseProcess.caseOf(request), EmergencyReleaseProcess.Tasks.DECIDE_RELEASE, true);
        button("Accorder la sortie").click();
        confirm();

        assertThat(told.doneKey()).isEqualTo("quarantine.decide.approved");
        engine.runDueJobs();
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.INSPECTION);
    }

    @Test
    void theCrateSaysThatItsReleaseIsAskedForAndDoesNotOfferItTwice() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        UUID first = room.see(agent, crate).documents().getFirst().id();
        room.by(room.manager(), () -> room.releaseDesk.ask(crate, first, "Club de lecture")).value();

        navigate("crate/" + crate.value(), CrateView.class);
        assertThat(texts()).contains("Sortie anticipée demandée", "sortie demandée")
                .anyMatch(text -> text.contains("Club de lecture")).noneMatch(text -> text.contains("Vous l’avez"));
        assertThat(buttons("Sortie anticipée")).hasSize(1);
        assertThat(buttons("Demander une sortie anticipée")).hasSize(1);

        room.by(agent, () -> room.releaseDesk.ask(crate, null, "Bac blanc")).value();
        navigate("crate/" + crate.value(), CrateView.class);
        assertThat(texts()).contains("Toute la caisse").anyMatch(text -> text.contains("Vous l’avez demandée"));
        assertThat(buttons("Sortie anticipée")).isEmpty();
        assertThat(buttons("Demander une sortie anticipée")).isEmpty();
    }

    @Test
    void theStoryOfACrateTellsTheYearWhereItIsAnother() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        navigate("crate/" + crate.value(), CrateView.class);
        assertThat(texts()).anyMatch(text -> text.startsWith("mar. 24 nov.,")).noneMatch(text -> text.contains("2026"));

        clock.advance(Duration.ofDays(60));
        navigate("crate/" + crate.value(), CrateView.class);
        assertThat(texts()).anyMatch(text -> text.startsWith("mar. 24 nov. 2026,"));
    }

    @Test
    void thePageOfACrateTellsWhereItStandsAndLeadsToTheDiagram() {
        CrateId crate = room.openCrate(agent, branch, 1);
        release(crate);
        navigate("crate/" + crate.value(), CrateView.class);

        assertThat(texts()).contains("Quarantaine finie à 9\u00a0h\u00a0; 1 document est à contrôler.", "Contrôle", "en cours");
        navigate("process/quarantine/" + crate.value(), CaseProcessView.class);
        assertThat(texts()).contains("Contrôler les documents", "Ranger en rayon");
        assertThat(UI.getCurrent().getInternals().getTitle()).startsWith("Quarantaine d’une caisse").endsWith(" · Passerelle");
        assertThat(all(ProcessDiagram.class)).singleElement().satisfies(diagram -> {
            assertThat(diagram.getElement().getProperty("active")).contains("user_inspect");
            assertThat(diagram.getElement().getProperty("passed")).contains("start_sealed", "timer_release");
            assertThat(diagram.getElement().getProperty("xml")).contains("Contrôler les documents");
            assertThat(diagram.getElement().getProperty("label"))
                    .isEqualTo("Quarantaine d’une caisse\u00a0: le dossier en est à «\u00a0Contrôler les documents\u00a0»");
        });
    }
}
