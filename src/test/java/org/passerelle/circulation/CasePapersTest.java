package org.passerelle.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.circulation.Drive.SLOT;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.service.BagLabels;
import org.passerelle.circulation.service.CaseFiles;
import org.passerelle.circulation.service.CaseFiles.CaseFile;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.PaperLabel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The file of a case, and the label of its bag. */
class CasePapersTest extends DriveTests {

    @Autowired
    CaseFiles files;
    @Autowired
    BagLabels labels;

    CurrentUser agentElsewhere;
    ReservationId id;

    @BeforeEach
    void aReservation() {
        agentElsewhere = drive.agentOf(drive.branch("GARE"));
        id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
    }

    @Test
    void theFileHoldsTheStoryAndThePlaceInTheProcess() {
        drive.pick(agent, id);

        CaseFile file = drive.by(agent, () -> files.file(id)).orElseThrow();

        assertThat(file.mayAct()).isTrue();
        assertThat(file.story()).extracting(Journal.Entry::messageKey)
                .containsExactly("journal.drive-pickup.reserved", "journal.drive-pickup.picked");
        assertThat(file.diagram().orElseThrow().active()).contains("user_prepareBag");
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
