package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.desk.service.DayPapers;
import org.passerelle.circulation.reservations.service.BagLabels;
import org.passerelle.circulation.reservations.service.ReservationFiles;
import org.passerelle.circulation.reservations.service.ReservationFiles.CaseFile;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.process.steps.Step;
import org.passerelle.platform.process.steps.Step.State;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.PaperLabel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The file of a case, and the label of its bag. */
class ReservationPapersTest extends DriveTests {

    @Autowired
    ReservationFiles files;
    @Autowired
    BagLabels labels;
    @Autowired
    DayPapers papers;

    CurrentUser agentElsewhere;
    ReservationId id;

    @BeforeEach
    void aReservation() {
        agentElsewhere = drive.agentOf(drive.branch("GARE"));
        id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
    }

    @Test
    void theFileHoldsTheStoryAndWhereTheCaseStands() {
        drive.pick(agent, id);

        CaseFile file = drive.by(agent, () -> files.file(id)).orElseThrow();

        assertThat(file.mayAct()).isTrue();
        assertThat(file.story()).extracting(Journal.Entry::messageKey)
                .containsExactly("journal.drive-pickup.reserved", "journal.drive-pickup.picked");
        assertThat(file.standing().steps()).extracting(Step::state).containsExactly(State.DONE, State.CURRENT, State.TO_COME,
                State.TO_COME, State.TO_COME);
        assertThat(file.standing().sentence().orElseThrow().messageKey()).isEqualTo("said.drive-pickup.expectedToBag");
    }

    @Test
    void staffOfAnotherBranchReadTheFileOnly() {
        assertThat(drive.by(agentElsewhere, () -> files.file(id)).orElseThrow().mayAct()).isFalse();
    }

    @Test
    void patronsHaveNoFileAndNobodyOneThatDoesNotExist() {
        assertThatThrownBy(() -> drive.by(drive.as(patron), () -> files.file(id)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(drive.by(agent, () -> files.file(new ReservationId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void theLabelShowsTheCodeAndTheSlotAndNoName() throws IOException {
        drive.pick(agent, id);

        PaperLabel label = new PaperLabel(drive.by(agent, () -> labels.pdf(id, Locale.FRENCH)));

        assertThat(label.pages()).isEqualTo(1);
        assertThat(label.text(1)).contains(drive.see(agent, id).code(), "14", "1 document")
                .doesNotContain("Ferrand");
    }

    @Test
    void theDayOnPaperHoldsSlotsCodesTelephonesShelvesAndBoxesToTick() throws IOException {
        Patron caller = drive.patronByPhone("Ali", "Éluard");
        ReservationId picked = drive.reserve(caller, branch, SLOT, drive.titleAt(branch, "Nana", "R ZOL"));
        ReservationId ready = drive.reserve(patron, branch, SLOT, drive.title(branch, "Le Rêve", 1));
        drive.pick(agent, ready);
        drive.bag(agent, ready);
        ReservationId cancelled = drive.reserve(patron, branch, SLOT, drive.title(branch, "La Terre", 1));
        drive.by(agent, () -> drive.reservations.cancel(cancelled)).value();

        PaperLabel paper = new PaperLabel(drive.by(agent, () -> papers.pdf(branch, LocalDate.of(2026, 11, 25), Locale.FRENCH)));

        assertThat(paper.text(1)).contains("mercredi 25 novembre 2026", "14 h", drive.see(agent, id).code(), "Ali Éluard",
                "06 01 02 03 04", drive.see(agent, picked).code(), "R ZOL · Nana", "Sac : étagère B2", "\u2610")
                .doesNotContain(drive.see(agent, cancelled).code(), "La Terre");
        assertThat(new PaperLabel(drive.by(agent, () -> papers.pdf(branch, LocalDate.of(2026, 11, 24), Locale.FRENCH))).text(1))
                .contains("Personne n’est attendu");
    }

    @Test
    void theDayOnPaperIsForStaffOfThatBranchAsItTellsTelephones() {
        assertThatThrownBy(() -> drive.by(agentElsewhere, () -> papers.pdf(branch, LocalDate.of(2026, 11, 25), Locale.FRENCH)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drive.by(drive.as(patron), () -> papers.pdf(branch, LocalDate.of(2026, 11, 25), Locale.FRENCH)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theCodeOnTheLabelCanBeScanned() throws Exception {
        drive.pick(agent, id);

        PaperLabel label = new PaperLabel(drive.by(agent, () -> labels.pdf(id, Locale.FRENCH)));

        assertThat(label.scanned()).isEqualTo(drive.see(agent, id).code());
    }

    @Test
    void onlyStaffOfTheBranchPrintTheLabel() {
        assertThatThrownBy(() -> drive.by(agentElsewhere, () -> labels.pdf(id, Locale.FRENCH)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drive.by(drive.as(patron), () -> labels.pdf(id, Locale.FRENCH)))
                .isInstanceOf(AccessDeniedException.class);
    }
}
