package org.passerelle.circulation.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.DriveTests;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;

/** Who comes too late is told who has done it; where nobody has, nobody is named. */
class AlreadyDoneTest extends DriveTests {

    private final Messages messages = new Messages();

    @Test
    void aColleagueIsNamedToStaffAndWhoDidItThemselvesIsToldSo() {
        CurrentUser camille = account(drive.agentOf(branch));
        ReservationId id = reserveTwo();
        drive.pick(camille, id);
        TaskRef bag = drive.task(id, Tasks.PREPARE_BAG);
        drive.bag(camille, id);

        assertThat(told(drive.by(agent, () -> drive.pickingDesk.bagPrepared(bag, id, "B3"))))
                .isEqualTo("C’est déjà réglé, par Camille.");
        assertThat(told(drive.by(camille, () -> drive.pickingDesk.bagPrepared(bag, id, "B3"))))
                .isEqualTo("Vous l’avez déjà réglé, peut-être dans une autre fenêtre.");
    }

    @Test
    void ofThePatronItIsSaidThatItWasThePatronAndToThePatronNoNameIsSaid() {
        CurrentUser camille = account(drive.agentOf(branch));
        CurrentUser jeanne = account(drive.as(patron));
        ReservationId theirs = reserveTwo();
        clock.setTo(SLOT);
        drive.by(jeanne, () -> drive.reservations.arrived(theirs)).value();
        assertThat(told(drive.by(camille, () -> drive.reservations.arrived(theirs))))
                .isEqualTo("C’est déjà réglé, par l’usager.");

        drive.by(camille, () -> drive.reservations.notThere(theirs)).value();
        drive.by(camille, () -> drive.reservations.arrived(theirs)).value();
        Outcome.Refused<?> no = (Outcome.Refused<?>) drive.by(jeanne, () -> drive.reservations.arrived(theirs));
        assertThat(told(no)).isEqualTo("Quelqu’un l’a déjà réglé.");
        assertThat(no.args()).doesNotContain("Camille");
    }

    @Test
    void whereNobodyHasDoneItNobodyIsBlamed() {
        ReservationId id = reserveTwo();

        Outcome<Void> no = drive.by(agent, () -> drive.reservations.notThere(id));

        assertThat(no.refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
        assertThat(told(no)).doesNotContain("Quelqu’un");
    }

    @Test
    void ofAReservationThatHasEndedItIsSaidThatItIsOver() {
        ReservationId id = reserveTwo();
        TaskRef pick = drive.task(id, Tasks.PICK_DOCUMENTS);
        drive.by(drive.as(patron), () -> drive.reservations.cancel(id)).value();

        assertThat(drive.by(agent, () -> drive.pickingDesk.pickingDone(pick, id)).refusal())
                .isEqualTo(CirculationRefusal.RESERVATION_OVER);
    }

    private String told(Outcome<?> outcome) {
        Outcome.Refused<?> no = (Outcome.Refused<?>) outcome;
        return messages.text(Locale.FRENCH, no.reason().messageKey(), no.args());
    }

    private CurrentUser account(CurrentUser person) {
        drive.jdbc.sql("insert into app.account (id, username, password_hash, display_name, role) values (?, ?, '', ?, ?)")
                .params(person.accountId(), UUID.randomUUID().toString(), person.displayName(), person.role().name())
                .update();
        return person;
    }
}
