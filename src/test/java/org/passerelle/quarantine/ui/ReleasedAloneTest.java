package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.WaitId;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.copies.ui.CopyView;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.process.EmergencyReleaseProcess;
import org.passerelle.support.Consistency;
import org.passerelle.support.FormEcho;

/** One document leaves its crate before the time: both people know what is not done with it, and where it goes. */
class ReleasedAloneTest extends QuarantineScreens {

    private static final String UNTREATED = "La règle demande une désinfection\u00a0: sorti seul, ce document ne sera ni"
            + " désinfecté ni contrôlé.";

    private CrateId crate;
    private ReturnedCopy document;

    @Test
    void whereTheRuleAsksForATreatmentBothAreWarned() {
        sealed(room.copy(branch, "Le Mépris", MaterialType.DVD));
        navigate("crate/" + crate.value(), CrateView.class);
        button("Sortie anticipée").click();
        assertThat(texts()).contains(UNTREATED);
        all(TextArea.class).findFirst().orElseThrow().setValue("Ciné-club");
        lastButton("Demander une sortie anticipée").click();

        signIn(room.manager());
        FormEcho told = decision();

        assertThat(texts()).contains(UNTREATED);
        button("Accorder la sortie").click();
        confirm();
        assertThat(told.doneKey()).isEqualTo("quarantine.decide.approved.SHELF");
    }

    @Test
    void whereTheRuleAsksForNoneNobodyIsWarned() {
        sealed(room.lentBook(branch, "Nana", DUE));
        navigate("crate/" + crate.value(), CrateView.class);
        button("Sortie anticipée").click();
        assertThat(texts()).doesNotContain(UNTREATED);
    }

    @Test
    void whatNobodyWaitsForCanBeHadOnlyWhenItIsScannedAtItsShelf() {
        sealed(room.lentBook(branch, "Nana", DUE));
        assertThat(granted()).isEqualTo("quarantine.decide.approved.SHELF");
        assertThat(room.placeOf(document.barcode())).isEqualTo(PlaceKind.TO_SHELF);
        assertThat(room.jdbc.sql("select count(*) from app.inbox_task where case_id = ? and branch = ?")
                .params(document.copy(), branch).query(Integer.class).single()).isOne();
        assertThat(Consistency.faults(room.jdbc)).isEmpty();

        room.scan(agent, branch, document.barcode());

        assertThat(room.placeOf(document.barcode())).isEqualTo(PlaceKind.SHELF);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void whatSomebodyWaitsForIsOfferedOnlyWhenItIsInSomebodysHandAndWhatIsOfAnotherBranchIsSentOff() {
        String awaited = room.lentBook(branch, "Nana", DUE);
        Patron jeanne = drive.patron("Jeanne", "Ferrand");
        WaitId wait = waiting.ask(jeanne, copies.byBarcode(awaited).orElseThrow().title(), branch);
        sealed(awaited);
        assertThat(granted()).isEqualTo("quarantine.decide.approved.SHELF");
        waiting.makeOffers();
        assertThat(waiting.see(jeanne, wait).isOffered()).isFalse();

        assertThat(room.scan(agent, branch, awaited).isSetAside()).isTrue();
        waiting.makeOffers();
        assertThat(waiting.see(jeanne, wait).isOffered()).isTrue();

        sealed(room.lentBook(room.branch("GARE"), "Germinal", DUE));
        assertThat(granted()).isEqualTo("quarantine.decide.approved.OTHER_BRANCH");
        assertThat(room.placeOf(document.barcode())).isEqualTo(PlaceKind.IN_TRANSIT);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void theCratesPageGoesOnSayingWhatToDoWithIt() {
        sealed(room.lentBook(branch, "Nana", DUE));
        granted();
        assertThat(toldOnTheCratesPage()).endsWith(", à ranger");

        sealed(room.lentBook(room.branch("GARE"), "Germinal", DUE));
        granted();
        assertThat(toldOnTheCratesPage()).endsWith(", à envoyer à sa bibliothèque");
        navigate("copy/" + document.barcode(), CopyView.class);
        assertThat(texts()).contains("en route vers Médiathèque GARE").anyMatch(text -> text.startsWith("Médiathèque GARE"));
    }

    @Test
    void aRefusalNamesTheDocument() {
        sealed(room.lentBook(branch, "Nana", DUE));
        ask();
        FormEcho told = decision();
        button("Refuser").click();
        confirm();
        assertThat(told.doneKey()).isEqualTo("quarantine.decide.refused.one");
    }

    private void sealed(String barcode) {
        crate = room.scan(agent, branch, barcode).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        document = room.see(agent, crate).documents().getFirst();
    }

    private String granted() {
        ask();
        FormEcho told = decision();
        button("Accorder la sortie").click();
        confirm();
        return told.doneKey();
    }

    private String toldOnTheCratesPage() {
        navigate("crate/" + crate.value(), CrateView.class);
        return texts().stream().filter(text -> text.startsWith("Exemplaire " + document.barcode() + " sorti"))
                .findFirst().orElseThrow();
    }

    private void ask() {
        CurrentUser other = room.agentOf(branch);
        room.by(other, () -> room.releaseDesk.ask(crate, document.id(), "Club de lecture")).value();
    }

    private FormEcho decision() {
        UI.getCurrent().removeAll();
        UUID request = room.jdbc.sql("select id from app.release_request where state = 'ASKED'").query(UUID.class).single();
        return form(EmergencyReleaseProcess.caseOf(request), EmergencyReleaseProcess.Tasks.DECIDE_RELEASE, true);
    }
}
