package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.process.EmergencyReleaseProcess;
import org.passerelle.quarantine.service.ReleaseDesk.Granted;
import org.passerelle.support.Consistency;
import org.passerelle.support.Patience;
import org.springframework.security.access.AccessDeniedException;

/** A release before the time is asked for and decided on, one test for each way it can end. */
class EmergencyReleaseProcessTest extends CrateTests {

    @Test
    void aCrateIsReleasedEarlyWhenAnotherPersonApproves() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        UUID request = room.by(agent, () -> room.releaseDesk.ask(crate, null, "Bac blanc demain")).value();
        var decide = room.task(EmergencyReleaseProcess.caseOf(request), EmergencyReleaseProcess.Tasks.DECIDE_RELEASE);

        assertThat(room.by(agent, () -> room.releaseDesk.approve(decide, request)).refusal())
                .isEqualTo(QuarantineRefusal.SAME_PERSON);
        room.by(room.manager(), () -> room.releaseDesk.approve(decide, request)).value();
        engine.runDueJobs();

        assertThat(engine.endOf(EmergencyReleaseProcess.caseOf(request))).contains("end_approved");
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.INSPECTION);
        assertThat(room.see(agent, crate).crate().early()).isTrue();
    }

    @Test
    void oneDocumentIsReleasedEarlyAndTheOthersStay() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        ReturnedCopy wanted = room.see(agent, crate).documents().getFirst();
        UUID request = room.by(agent, () -> room.releaseDesk.ask(crate, wanted.id(), "Club de lecture")).value();
        var decide = room.task(EmergencyReleaseProcess.caseOf(request), EmergencyReleaseProcess.Tasks.DECIDE_RELEASE);

        room.by(room.manager(), () -> room.releaseDesk.approve(decide, request)).value();

        assertThat(room.placeOf(wanted.barcode())).isEqualTo(PlaceKind.TO_SHELF);
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.QUARANTINE);
    }

    @Test
    void aRefusedRequestLeavesTheCrateClosed() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        UUID request = room.by(agent, () -> room.releaseDesk.ask(crate, null, "Pour voir")).value();
        var decide = room.task(EmergencyReleaseProcess.caseOf(request), EmergencyReleaseProcess.Tasks.DECIDE_RELEASE);

        room.by(room.manager(), () -> room.releaseDesk.refuse(decide, request)).value();

        assertThat(engine.endOf(EmergencyReleaseProcess.caseOf(request))).contains("end_refused");
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.QUARANTINE);
    }

    @Test
    void nobodyHasToDecideOnACrateThatIsReleasedInTime() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        UUID request = room.by(agent, () -> room.releaseDesk.ask(crate, null, "Bac blanc")).value();

        quarantineOver();

        assertThat(engine.endOf(EmergencyReleaseProcess.caseOf(request))).contains("end_noLongerNeeded");
    }

    @Test
    void ofTwoWhoApproveAtOnceOneIsTold() throws Exception {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        UUID request = room.by(agent, () -> room.releaseDesk.ask(crate, null, "Bac\u0000 blanc")).value();
        assertThat(room.by(agent, () -> room.releaseDesk.asked(request)).reason()).isEqualTo("Bac  blanc");
        var decide = room.task(EmergencyReleaseProcess.caseOf(request), EmergencyReleaseProcess.Tasks.DECIDE_RELEASE);

        List<Outcome<Granted>> answers = Patience.atOnce(2,
                () -> room.by(room.manager(), () -> room.releaseDesk.approve(decide, request)));
        engine.runDueJobs();

        assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(answers).extracting(Outcome::refusal).contains(CommonRefusal.ALREADY_DONE);
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.INSPECTION);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void anAgentOfAnotherBranchCannotSealNorAskNorDecide() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        CurrentUser stranger = room.agentOf(UUID.randomUUID());
        UUID request = room.by(agent, () -> room.releaseDesk.ask(crate, null, "Bac blanc")).value();
        var decide = room.task(EmergencyReleaseProcess.caseOf(request), EmergencyReleaseProcess.Tasks.DECIDE_RELEASE);

        assertThatThrownBy(() -> room.by(stranger, () -> room.crateDesk.seal(crate)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.by(stranger, () -> room.releaseDesk.ask(crate, null, "?")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.by(stranger, () -> room.releaseDesk.approve(decide, request)))
                .isInstanceOf(AccessDeniedException.class);
    }
}
