package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.support.Consistency;

/** What the picker finds, does not find, and finds after all. */
class PickingTest extends DriveTests {

    @Test
    void whatWasMissingIsNotForgottenWhenTheRestIsCollected() {
        ReservationId id = reserveTwo();
        UUID missing = drive.see(agent, id).lines().getFirst().copy();
        drive.by(agent, () -> drive.pickingDesk.notFound(id, missing)).value();
        drive.pick(agent, id);
        drive.bag(agent, id);

        drive.handOverAll(agent, id).value();

        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.PARTLY_COLLECTED);
    }

    @Test
    void thePatronIsToldWhatIsMissingAndHowToFindTheDrive() {
        drive.jdbc.sql("update app.branch set practical_note_fr = 'Sonnez au portail' where id = ?").param(branch).update();
        ReservationId id = reserveTwo();
        ReservationDetails.Line missing = drive.see(agent, id).lines().getFirst();
        String found = drive.see(agent, id).lines().getLast().titleText();
        drive.by(agent, () -> drive.pickingDesk.notFound(id, missing.copy())).value();
        drive.pick(agent, id);
        drive.bag(agent, id);

        assertThat(drive.templatesWritten(id)).containsExactlyInAnyOrder("drive-reserved", "drive-ready-partly");
        assertThat(body(id, "drive-reserved")).contains("Sonnez au portail");
        assertThat(body(id, "drive-ready-partly")).contains("Sonnez au portail")
                .containsSubsequence("- " + found, "Nous n’avons pas pu trouver", "- " + missing.titleText());
    }

    @Test
    void aMissingCopyThatTurnsUpIsPickedAfterAllFromWhereverItStands() {
        ReservationId id = reserveTwo();
        var lines = drive.see(agent, id).lines();
        lines.forEach(line -> drive.by(agent, () -> drive.pickingDesk.notFound(id, line.copy())).value());

        drive.by(agent, () -> drive.pickingDesk.picked(id, lines.getFirst().barcode())).value();

        assertThat(drive.placeOf(lines.getFirst().barcode())).isEqualTo(PlaceKind.PICKED);
        drive.jdbc.sql("update app.copy_place set kind = 'SHELF' where kind = 'MISSING'").update();
        drive.by(agent, () -> drive.pickingDesk.picked(id, lines.getLast().barcode())).value();
        drive.pick(agent, id);
        assertThat(drive.see(agent, id).documents()).isEqualTo(DocumentsState.TO_BAG);
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
    }

    @Test
    void oncePickingIsDoneNothingIsFoundOrNotFoundAnyMore() {
        UUID title = drive.title(branch, "Germinal", 2);
        ReservationId id = drive.reserve(patron, branch, SLOT, title, drive.title(branch, "Nana", 1));
        var lines = drive.see(agent, id).lines();
        UUID germinal = lines.stream().filter(line -> line.title().equals(title)).findFirst().orElseThrow().copy();
        drive.pick(agent, id);

        assertThat(drive.by(agent, () -> drive.pickingDesk.notFound(id, germinal)).refusal())
                .isEqualTo(CommonRefusal.ALREADY_DONE);
        assertThat(drive.by(agent, () -> drive.pickingDesk.picked(id, lines.getFirst().barcode())).refusal())
                .isEqualTo(CommonRefusal.ALREADY_DONE);
        assertThat(Consistency.faults(drive.jdbc)).isEmpty();
    }

    @Test
    void anotherCopyIsProposedForOneThatIsNotOnItsShelf() {
        UUID title = drive.title(branch, "Germinal", 2);
        ReservationId id = drive.reserve(patron, branch, SLOT, title);
        var line = drive.see(agent, id).lines().getFirst();

        var other = drive.by(agent, () -> drive.pickingDesk.notFound(id, line.copy())).value();

        assertThat(other).isPresent();
        assertThat(drive.see(agent, id).lines().getFirst().barcode()).isEqualTo(other.get().barcode())
                .isNotEqualTo(line.barcode());
        drive.pick(agent, id);
        drive.bag(agent, id);
        assertThat(drive.templatesWritten(id)).contains("drive-ready");
        assertThat(List.of(drive.placeOf(line.barcode()), drive.placeOf(other.get().barcode())))
                .containsExactly(PlaceKind.MISSING, PlaceKind.BAGGED);
    }
}
