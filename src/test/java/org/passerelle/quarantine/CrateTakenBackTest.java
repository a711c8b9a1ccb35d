package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.steps.Step;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Method;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.process.QuarantineProcess.Tasks;
import org.passerelle.quarantine.service.CrateDesk.Elsewhere;
import org.passerelle.quarantine.service.CrateDesk.Verdict;
import org.passerelle.support.Consistency;
import org.springframework.security.access.AccessDeniedException;

/** A crate that was said to be treated, or inspected, by mistake. */
class CrateTakenBackTest extends CrateTests {

    @AfterEach
    void rowsAndEngineTellTheSameStory() {
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void whatWasNotTreatedAfterAllIsToBeTreatedAndNothingIsOnRecord() {
        CrateId crate = crateToTreat();
        treat(crate).value();

        TaskRef again = notTreated(agent, crate).value();

        assertThat(again).isEqualTo(room.task(crate, Tasks.TREAT));
        assertThat(room.task(crate, Tasks.INSPECT)).isNull();
        assertThat(room.see(agent, crate).treatments()).isEmpty();
        assertThat(room.see(agent, crate).story()).last().extracting(Journal.Entry::messageKey)
                .isEqualTo("journal.quarantine.notTreated");
        assertThat(steps(crate)).containsExactly("DONE", "DONE", "CURRENT", "TO_COME", "TO_COME");
        assertThat(notTreated(agent, crate).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        treat(crate).value();
        assertThat(room.see(agent, crate).treatments()).hasSize(1);
        inspect(crate, Map.of());
    }

    @Test
    void onceAnInspectionHasFoundSomethingTheTreatmentStays() {
        CrateId crate = crateToTreat();
        treat(crate).value();
        ReturnedCopy only = room.see(agent, crate).documents().getFirst();
        room.by(room.agentOf(branch), () -> room.crateDesk.found(crate, only.id(), Verdict.repair("Rayé"))).value();

        assertThat(notTreated(agent, crate).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        assertThat(room.see(agent, crate).treatments()).hasSize(1);
    }

    @Test
    void onlyWhoSaidItTakesItBackAndForAMoment() {
        CrateId crate = crateToTreat();
        CurrentUser stranger = room.agentOf(room.branch("GARE"));
        treat(crate).value();
        assertThat(notTreated(room.agentOf(branch), crate).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        assertThatThrownBy(() -> notTreated(stranger, crate)).isInstanceOf(AccessDeniedException.class);
        clock.advance(Journal.TAKEN_BACK_WITHIN.plusSeconds(1));
        assertThat(notTreated(agent, crate).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);

        inspect(crate, Map.of());
        assertThat(notInspected(room.agentOf(branch), crate).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        assertThatThrownBy(() -> notInspected(stranger, crate)).isInstanceOf(AccessDeniedException.class);
        clock.advance(Journal.TAKEN_BACK_WITHIN.plusSeconds(1));
        assertThat(notInspected(agent, crate).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    @Test
    void anInspectionThatIsNotOverAfterAllKeepsWhatItHasFound() {
        String stranger = room.lentBook(room.branch("GARE"), "Nana", LocalDate.parse("2026-12-31"));
        CrateId crate = room.openCrate(agent, branch, 4);
        room.scan(agent, branch, stranger);
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        quarantineOver();
        List<ReturnedCopy> before = room.see(agent, crate).documents();
        List<ReturnedCopy> own = before.stream().filter(row -> !row.isOfOtherBranch()).toList();
        List<Map<String, Object>> places = places();
        inspect(crate, Map.of(own.get(0).id(), Verdict.repair("Dos cassé"), own.get(1).id(), Verdict.withdraw("Moisi"),
                own.get(2).id(), Verdict.MISSING));
        assertThat(room.placeOf(stranger)).isEqualTo(PlaceKind.IN_TRANSIT);

        TaskRef again = notInspected(agent, crate).value();

        assertThat(again).isEqualTo(room.task(crate, Tasks.INSPECT));
        assertThat(room.task(crate, Tasks.PUT_AWAY)).isNull();
        assertThat(places()).isEqualTo(places);
        assertThat(room.see(agent, crate).documents()).extracting(ReturnedCopy::outcome).containsOnly(ReturnOutcome.IN_CRATE);
        assertThat(room.see(agent, crate).documents()).extracting(ReturnedCopy::verdict)
                .containsExactlyInAnyOrder(ReturnOutcome.REPAIR, ReturnOutcome.WITHDRAWN, ReturnOutcome.MISSING, null, null);
        assertThat(steps(crate)).containsExactly("DONE", "DONE", "SKIPPED", "CURRENT", "TO_COME");
        room.by(agent, () -> room.crateDesk.found(crate, own.get(1).id(), null)).value();
        inspect(crate, Map.of());
        assertThat(room.placeOf(own.get(0).barcode())).isEqualTo(PlaceKind.REPAIR);
        assertThat(room.placeOf(own.get(1).barcode())).isEqualTo(PlaceKind.TO_SHELF);
    }

    @Test
    void aCrateThatEndedWithItsInspectionRunsAgain() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        quarantineOver();
        inspect(crate, Map.of(room.see(agent, crate).documents().getFirst().id(), Verdict.withdraw("Moisi")));
        assertThat(engine.endOf(QuarantineProcess.caseOf(crate))).contains("end_allSettled");

        notInspected(agent, crate).value();

        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.INSPECTION);
        assertThat(room.see(agent, crate).toDo()).hasSize(1);
        inspect(crate, Map.of());
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.DONE);
    }

    @Test
    void onceADocumentHasGoneOnTheInspectionStays() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        quarantineOver();
        inspect(crate, Map.of());
        String first = room.see(agent, crate).documents().getFirst().barcode();
        room.by(agent, () -> room.putAwayDesk.putAway(crate, first)).value();

        assertThat(notInspected(agent, crate).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);

        room.by(agent, () -> room.putAwayDesk.notPutAway(crate, first)).value();
        notInspected(agent, crate).value();
    }

    @Test
    void whatIsNotWhereTheInspectionPutItLeavesAllAsItIs() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        quarantineOver();
        ReturnedCopy repaired = room.see(agent, crate).documents().getFirst();
        inspect(crate, Map.of(repaired.id(), Verdict.repair("Dos cassé")));
        room.jdbc.sql("update app.copy_place set kind = 'SHELF' where copy = ?").param(repaired.copy()).update();

        assertThat(notInspected(agent, crate).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);

        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.PUT_AWAY);
        assertThat(room.see(agent, crate).documents()).extracting(ReturnedCopy::outcome)
                .containsExactlyInAnyOrder(ReturnOutcome.REPAIR, ReturnOutcome.TO_SHELF);
        room.jdbc.sql("update app.copy_place set kind = 'REPAIR' where copy = ?").param(repaired.copy()).update();
    }

    @Test
    void whatIsSetAsideForSomebodyStaysTheirs() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        quarantineOver();
        ReturnedCopy only = room.see(agent, crate).documents().getFirst();
        waiting.ask(drive.patron("Jeanne", "Ferrand"), only.title(), branch);
        inspect(crate, Map.of());

        assertThat(notInspected(agent, crate).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        assertThat(room.see(agent, crate).documents()).extracting(ReturnedCopy::outcome).containsExactly(ReturnOutcome.SET_ASIDE);
    }

    private List<Map<String, Object>> places() {
        return room.jdbc.sql("select copy, kind, case_id, until, note from app.copy_place order by copy").query().listOfRows();
    }

    private CrateId crateToTreat() {
        CrateId crate = room.scan(agent, branch, room.copy(branch, "Le Mépris", MaterialType.DVD)).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        quarantineOver();
        return crate;
    }

    private Outcome<Void> treat(CrateId crate) {
        return room.by(agent, () -> room.crateDesk.treated(room.task(crate, Tasks.TREAT), crate, Method.VIRUCIDE, "Sanivir", 20));
    }

    private List<Elsewhere> inspect(CrateId crate, Map<UUID, Verdict> verdicts) {
        return room.inspect(agent, crate, verdicts).value();
    }

    private Outcome<TaskRef> notTreated(CurrentUser by, CrateId crate) {
        return room.by(by, () -> room.crateDesk.notTreated(crate));
    }

    private Outcome<TaskRef> notInspected(CurrentUser by, CrateId crate) {
        return room.by(by, () -> room.crateDesk.notInspected(crate));
    }

    private List<String> steps(CrateId crate) {
        return room.see(agent, crate).standing().steps().stream().map(Step::state).map(Enum::name).toList();
    }
}
