package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.queue.process.ShelfReturnProcess;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.process.jobs.DeferredCommandRunner;
import org.passerelle.platform.process.jobs.DeferredCommands;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.support.Consistency;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** The last scan of a case settles it; the engine hears of it right after. */
class LastScanTest extends CrateTests {

    @Autowired
    DeferredCommandRunner deferred;
    @Autowired
    DeferredCommands commands;
    @Autowired
    Journal journal;

    @BeforeEach
    void whoseNameCanBeRead() {
        agent = room.onRecord(agent);
    }

    @AfterEach
    void rowsAndEngineTellTheSameStory() {
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void aCrateIsDoneWithAtOnceByWhoScannedItAndItsTaskLeavesTheInboxAfterwards() {
        CrateId crate = putAwayByScan();

        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.DONE);
        assertThat(journal.story(QuarantineProcess.caseOf(crate))).last().satisfies(entry -> {
            assertThat(entry.messageKey()).isEqualTo("journal.quarantine.putAway");
            assertThat(entry.actor()).isEqualTo("Camille");
        });
        assertThat(room.by(agent, () -> room.putAwayDesk.allPutAway(crate)).refusal())
                .isEqualTo(CommonRefusal.ALREADY_DONE);
        assertThat(inboxOf(crate.value())).isOne();

        deferred.carryOut();

        assertThat(inboxOf(crate.value())).isZero();
        assertThat(engine.endOf(QuarantineProcess.caseOf(crate))).contains("end_backInUse");
    }

    @Test
    void whoComesAfterAllFindsTheBagPutBack() {
        Patron jeanne = drive.patron("Jeanne", "Ferrand");
        ReservationId bag = drive.reserve(jeanne, branch, Drive.SLOT, drive.title(branch, "Nana", 1));
        drive.pick(agent, bag);
        drive.bag(agent, bag);
        clock.setTo(Drive.SLOT.plus(Duration.ofHours(1)));
        engine.runDueJobs();
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        room.scan(agent, branch, drive.see(agent, bag).lines().getFirst().barcode());

        assertThat(drive.handOverAll(agent, bag).refusal()).isEqualTo(CirculationRefusal.RESERVATION_OVER);

        deferred.carryOut();
        assertThat(drive.tasks(bag)).isEmpty();
    }

    @Test
    void aCopyThatIsToBePutBackOnceMoreBeforeThatHasOneCase() {
        Patron jeanne = drive.patron("Jeanne", "Ferrand");
        UUID title = drive.title(branch, "Nana", 1);
        UUID copy = waiting.lend(title, branch);
        WaitId wait = waiting.ask(jeanne, title, branch);
        waiting.setAside(copy, title, branch);
        waiting.giveUp(jeanne, wait).value();
        WaitId again = waiting.ask(jeanne, title, branch);
        assertThat(room.scan(agent, branch, copies.copies(List.of(copy)).getFirst().barcode()).isSetAside()).isTrue();
        waiting.makeOffers();
        waiting.giveUp(jeanne, again).value();

        deferred.carryOut();

        assertThat(inboxOf(copy)).isOne();
        assertThat(engine.endOf(ShelfReturnProcess.caseOf(copy))).contains("end_scannedBack");
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.TO_SHELF);
    }

    @Test
    void oneThatCannotMoveOnStopsNoOtherAndIsTriedAgainAMinuteLater() {
        CrateId first = putAwayByScan();
        clock.advance(Duration.ofSeconds(1));
        CrateId second = putAwayByScan();
        AtomicBoolean fails = new AtomicBoolean(true);

        Statements.watchedBy(sql -> {
            if (sql.startsWith("delete from ACT_RU_TASK") && fails.getAndSet(false)) {
                throw new SQLException("the disk is full");
            }
        }, deferred::carryOut);

        assertThat(inboxOf(first.value())).isOne();
        assertThat(inboxOf(second.value())).isZero();
        assertThat(commands.postponed()).isOne();
        deferred.carryOut();
        assertThat(inboxOf(first.value())).isOne();
        clock.advance(Duration.ofMinutes(1));
        deferred.carryOut();
        assertThat(inboxOf(first.value())).isZero();
    }

    private CrateId putAwayByScan() {
        String book = room.lentBook(branch, "Germinal", LocalDate.parse("2026-12-01"));
        CrateId crate = room.scan(agent, branch, book).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        clock.setTo(room.releaseOf(crate));
        engine.runDueJobs();
        room.inspect(agent, crate, Map.of()).value();
        room.scan(agent, branch, book);
        return crate;
    }

    private int inboxOf(UUID caseId) {
        return room.jdbc.sql("select count(*) from app.inbox_task where case_id = ?").param(caseId).query(Integer.class)
                .single();
    }
}
