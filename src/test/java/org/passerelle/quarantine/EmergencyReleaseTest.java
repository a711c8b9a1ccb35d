package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.service.ReleaseDesk;
import org.passerelle.support.Consistency;
import org.passerelle.support.Patience;
import org.springframework.security.access.AccessDeniedException;

/** Out of quarantine before the time: a reason, a second person, and one decision. */
class EmergencyReleaseTest extends CrateTests {

    private CrateId crate;
    private ReturnedCopy wanted;

    @BeforeEach
    void aSealedCrate() {
        crate = room.sealedCrate(agent, branch, 2);
        wanted = room.see(agent, crate).documents().getFirst();
    }

    @Test
    void itNeedsAReasonOfSomeLength() {
        assertThat(refusal(null, " \u0000 ")).isEqualTo(QuarantineRefusal.REASON_MISSING);
        assertThat(refusal(null, null)).isEqualTo(QuarantineRefusal.REASON_MISSING);
        assertThat(refusal(wanted.id(), "r".repeat(ReleaseDesk.LONGEST_REASON + 1)))
                .isEqualTo(CirculationRefusal.TEXT_TOO_LONG);
        assertThat(ask(null, "r".repeat(ReleaseDesk.LONGEST_REASON)).isDone()).isTrue();
    }

    @Test
    void itIsAskedForOnce() {
        ask(wanted.id(), "Club de lecture").value();
        assertThat(refusal(wanted.id(), "Encore")).isEqualTo(QuarantineRefusal.ALREADY_ASKED);
        ask(null, "Bac blanc").value();
        assertThat(refusal(null, "Encore")).isEqualTo(QuarantineRefusal.ALREADY_ASKED);
        ReturnedCopy other = room.see(agent, crate).documents().getLast();
        assertThat(refusal(other.id(), "Aussi")).isEqualTo(QuarantineRefusal.ALREADY_ASKED);
    }

    @Test
    void whoAskedDecidesNeitherOnTheCrateNorOnOneDocument() {
        CurrentUser asking = room.manager();
        for (UUID returned : new UUID[] {null, wanted.id()}) {
            UUID request = room.by(asking, () -> room.releaseDesk.ask(crate, returned, "Bac blanc")).value();
            TaskRef task = room.decision(request);
            assertThat(room.by(asking, () -> room.releaseDesk.approve(task, request)).refusal())
                    .isEqualTo(QuarantineRefusal.SAME_PERSON);
            assertThat(room.by(asking, () -> room.releaseDesk.refuse(task, request)).refusal())
                    .isEqualTo(QuarantineRefusal.SAME_PERSON);
            room.by(agent, () -> room.releaseDesk.refuse(task, request)).value();
        }
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.QUARANTINE);
        assertThat(room.placeOf(wanted.barcode())).isEqualTo(PlaceKind.QUARANTINE);
    }

    @Test
    void whatWasRefusedCanBeAskedForAnew() {
        UUID refused = ask(null, "Pour voir").value();
        TaskRef task = room.decision(refused);
        room.by(room.manager(), () -> room.releaseDesk.refuse(task, refused)).value();
        assertThat(room.by(room.manager(), () -> room.releaseDesk.approve(task, refused)).refusal())
                .isEqualTo(CommonRefusal.ALREADY_DONE);
        assertThat(room.see(agent, crate).asked()).isEmpty();

        room.releaseEarly(agent, crate, null);
        engine.runDueJobs();
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.INSPECTION);
    }

    @Test
    void whoDecidesAfterTheQuarantineIsOverIsTold() {
        UUID request = ask(wanted.id(), "Club de lecture").value();
        TaskRef task = room.decision(request);
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();

        assertThat(room.by(room.manager(), () -> room.releaseDesk.approve(task, request)).refusal())
                .isEqualTo(CommonRefusal.ALREADY_DONE);
        assertThat(refusal(null, "Trop tard")).isEqualTo(QuarantineRefusal.NOT_IN_QUARANTINE);
        assertThat(room.placeOf(wanted.barcode())).isEqualTo(PlaceKind.QUARANTINE);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void aWholeCrateThatIsReleasedEarlySettlesWhatWasAskedForItsDocuments() {
        UUID one = ask(wanted.id(), "Club de lecture").value();
        TaskRef task = room.decision(one);
        room.releaseEarly(agent, crate, null);
        engine.runDueJobs();

        assertThat(room.by(room.manager(), () -> room.releaseDesk.approve(task, one)).refusal())
                .isEqualTo(CommonRefusal.ALREADY_DONE);
        assertThat(room.see(agent, crate).asked()).isEmpty();
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void ofOneWhoGrantsADocumentAndOneWhoRefusesItOneIsTold() throws Exception {
        UUID request = ask(wanted.id(), "Club de lecture").value();
        TaskRef task = room.decision(request);
        List<Outcome<?>> answers = Patience.atOnce(List.<Callable<Outcome<?>>>of(
                () -> room.by(room.manager(), () -> room.releaseDesk.approve(task, request)),
                () -> room.by(room.manager(), () -> room.releaseDesk.refuse(task, request))));

        assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(answers).extracting(Outcome::refusal).contains(CommonRefusal.ALREADY_DONE);
        assertThat(room.placeOf(wanted.barcode()))
                .isEqualTo(answers.getFirst().isDone() ? PlaceKind.TO_SHELF : PlaceKind.QUARANTINE);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void aCrateOfWhichEverythingWasLetOutEndsWithItsInspection() {
        room.see(agent, crate).documents().forEach(document -> room.releaseEarly(agent, crate, document.id()));
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        room.inspect(agent, crate, Map.of()).value();
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.DONE);
    }

    @Test
    void anAgentOfAnotherBranchRefusesNothing() {
        UUID request = ask(null, "Bac blanc").value();
        TaskRef task = room.decision(request);
        assertThatThrownBy(() -> room.by(room.agentOf(UUID.randomUUID()), () -> room.releaseDesk.refuse(task, request)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private Outcome<UUID> ask(UUID returned, String reason) {
        return room.by(agent, () -> room.releaseDesk.ask(crate, returned, reason));
    }

    private Object refusal(UUID returned, String reason) {
        return ask(returned, reason).refusal();
    }
}
