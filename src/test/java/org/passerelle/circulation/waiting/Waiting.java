package org.passerelle.circulation.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.WaitingPatrons;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.queue.process.CopyOfferProcess;
import org.passerelle.circulation.reservations.service.NewReservations.Reserved;
import org.passerelle.circulation.waiting.service.WaitDetails;
import org.passerelle.circulation.waiting.service.WaitingList;
import org.passerelle.circulation.waiting.service.WaitingOffers;
import org.passerelle.circulation.waiting.service.WaitingTitleSteps;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.jobs.DeferredCommandRunner;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.Engine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which tests of waits speak. */
@TestComponent
public class Waiting {

    @Autowired
    public WaitingList list;
    @Autowired
    DeferredCommandRunner deferred;
    @Autowired
    public WaitingOffers offers;
    @Autowired
    WaitingTitleSteps steps;
    @Autowired
    WaitingPatrons queue;
    @Autowired
    Engine engine;
    @Autowired
    Drive drive;
    @Autowired
    CopyPlaces copies;
    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    AppClock clock;
    @Autowired
    TransactionTemplate transaction;

    /** A copy of that title that is on its shelf at that branch goes to somebody, without a due day. */
    public UUID lend(UUID title, UUID branch) {
        return lend(title, branch, null);
    }

    /** A further copy of that title goes to somebody. */
    public UUID lendAnother(UUID title, UUID branch, Instant until) {
        catalogue.copy(title, branch);
        return lend(title, branch, until);
    }

    /** @param until when it is due, or null */
    public UUID lend(UUID title, UUID branch, Instant until) {
        Patron borrower = drive.patron("Ada", "Lovelace");
        UUID copy = transaction.execute(status -> {
            UUID taken = copies.hold(title, branch, UUID.randomUUID()).orElseThrow().id();
            copies.move(taken, null, Set.of(PlaceKind.HELD), PlaceKind.ON_LOAN, null, until, null);
            return taken;
        });
        drive.jdbc.sql("""
                        insert into app.loan (id, version, copy, patron, state, days, prepared_at, started_at, due_on)
                        values (?, 0, ?, ?, 'RUNNING', 21, ?, ?, date '2026-12-15')""")
                .params(UUID.randomUUID(), copy, borrower.id(), Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant())).update();
        return copy;
    }

    /** What is set aside is offered; nobody is told of it yet. */
    public void makeOffers() {
        beginOffers();
        engine.runDueJobs(CopyOfferProcess.KEY);
    }

    /** The case of each copy that is set aside runs; its step waits. */
    public void beginOffers() {
        deferred.carryOut();
    }

    /** It is on its shelf again, and offered to who waits for it. */
    public void comesBack(UUID copy) {
        comesBackUnseen(copy);
        makeOffers();
    }

    /** It is on its shelf again; those who wait for it do not know yet. */
    public void comesBackUnseen(UUID copy) {
        transaction.executeWithoutResult(status -> {
            returned(copy);
            copies.move(copy, null, Set.of(PlaceKind.ON_LOAN), PlaceKind.SHELF, null, null, null);
        });
    }

    /** Somebody who holds it sets it aside for who waits for it. */
    public void setAside(UUID copy, UUID title, UUID branch) {
        transaction.executeWithoutResult(status -> {
            returned(copy);
            queue.setAside(copy, title, branch, PlaceKind.ON_LOAN);
        });
        makeOffers();
    }

    private void returned(UUID copy) {
        drive.jdbc.sql("update app.loan set state = 'RETURNED', returned_at = started_at where copy = ?").param(copy)
                .update();
    }

    /** One reservation a day, until no further one is granted. @return those that were made */
    public List<ReservationId> reachTheLimit(Patron patron, UUID branch) {
        List<ReservationId> made = new ArrayList<>();
        for (int n = 0; ; n++) {
            Outcome<Reserved> reserved = drive.tryToReserve(patron, branch, Drive.SLOT.plus(Duration.ofDays(n)),
                    drive.title(branch, "L" + n, 1));
            if (!reserved.isDone()) {
                assertThat(reserved.refusal()).isEqualTo(CirculationRefusal.TOO_MANY_RESERVATIONS);
                return made;
            }
            made.add(reserved.value().id());
        }
    }

    public <T> T by(Patron patron, Function<WaitingList, T> gesture) {
        return drive.by(drive.as(patron), () -> gesture.apply(list));
    }

    public WaitingList.Wish wish(Patron patron, UUID title, UUID branch, LocalDate until, Channel channel) {
        return new WaitingList.Wish(patron.id(), title, branch, until, channel);
    }

    public Outcome<WaitId> tryToAsk(Patron patron, UUID title, UUID branch) {
        return by(patron, list -> list.ask(wish(patron, title, branch, null, Channel.ONLINE)));
    }

    public WaitId ask(Patron patron, UUID title, UUID branch) {
        return tryToAsk(patron, title, branch).value();
    }

    public Outcome<Reserved> accept(Patron patron, WaitId wait, Instant slot) {
        return by(patron, list -> list.accept(wait, slot, Channel.ONLINE));
    }

    public Outcome<Void> giveUp(Patron patron, WaitId wait) {
        return by(patron, list -> list.giveUp(wait));
    }

    public WaitDetails see(Patron patron, WaitId wait) {
        return by(patron, list -> list.details(wait));
    }

    public String tokenOf(WaitId wait) {
        return drive.jdbc.sql("select token from app.title_wait where id = ?").param(wait.value()).query(String.class)
                .single();
    }

    public List<String> templatesWritten(WaitId wait) {
        return drive.templatesWritten(new ReservationId(wait.value()));
    }

    void repeatSteps(List<WaitId> waits) {
        transaction.executeWithoutResult(status -> waits.forEach(wait -> {
            steps.tellPatron(wait);
            steps.passOn(wait);
            steps.endWait(wait);
        }));
    }
}
