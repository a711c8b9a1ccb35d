package org.passerelle.circulation.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.domain.Patron;
import org.passerelle.circulation.domain.PatronRepository;
import org.passerelle.circulation.domain.ReservationRepository;
import org.passerelle.circulation.domain.TitleWait;
import org.passerelle.circulation.domain.TitleWaits;
import org.passerelle.circulation.domain.WaitState;
import org.passerelle.circulation.process.WaitingTitleProcess;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.time.AppClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Offers what is set aside to the first in its line who may reserve, as the limits table says. Whose card is blocked
 * leaves the line; who has reached a limit is passed over and stays first, and is offered the copy all the same when
 * nobody else may have it: until the deadline there is time to make room. Each is told.
 */
@Service
public class WaitingOffers {

    private static final Logger log = LoggerFactory.getLogger(WaitingOffers.class);

    private final TitleWaits waits;
    private final WaitingLine line;
    private final CopyPlaces copies;
    private final PatronRepository patrons;
    private final ReservationRepository reservations;
    private final ReservationLimits limits;
    private final PickupSlots slots;
    private final WaitingTitleProcess process;
    private final WaitNews news;
    private final TransactionTemplate transaction;
    private final AppClock clock;

    WaitingOffers(TitleWaits waits, WaitingLine line, CopyPlaces copies, PatronRepository patrons,
                  ReservationRepository reservations, ReservationLimits limits, PickupSlots slots,
                  WaitingTitleProcess process, WaitNews news, TransactionTemplate transaction, AppClock clock) {
        this.waits = waits;
        this.line = line;
        this.copies = copies;
        this.patrons = patrons;
        this.reservations = reservations;
        this.limits = limits;
        this.slots = slots;
        this.process = process;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Every offer in a transaction of its own, so that one failure stops no other; what failed is tried again. */
    public void makeAll() {
        for (WaitId id : transaction.execute(status -> waits.chosen())) {
            try {
                transaction.executeWithoutResult(status -> waits.lockWithLine(id)
                        .filter(wait -> wait.state() == WaitState.CHOSEN).ifPresent(this::offer));
            } catch (RuntimeException e) {
                log.error("the copy set aside for wait {} could not be offered; it is tried again", id.value(), e);
            }
        }
    }

    private void offer(TitleWait chosen) {
        List<TitleWait> atALimit = new ArrayList<>();
        Optional<TitleWait> first = Optional.empty();
        for (TitleWait wait : waits.candidates(chosen)) {
            Outcome<Void> within = withinLimits(wait.patron());
            if (within.isDone()) {
                first = Optional.of(wait);
                break;
            }
            if (within.refusal() == CirculationRefusal.PATRON_BLOCKED) {
                leave(wait);
            } else {
                atALimit.add(wait);
            }
        }
        if (first.isPresent()) {
            atALimit.forEach(this::passOver);
        }
        Optional<TitleWait> heir = first.or(() -> atALimit.stream().findFirst());
        if (heir.isPresent()) {
            offer(chosen, heir.get());
        } else {
            line.release(chosen);
        }
    }

    private Outcome<Void> withinLimits(UUID id) {
        Patron patron = patrons.findById(id).orElseThrow();
        return limits.check(patron, reservations.countDocumentsAskedBy(id), reservations.countOpenOf(id), 1);
    }

    private void leave(TitleWait wait) {
        if (waits.end(wait.id(), wait.state(), WaitState.NOT_ALLOWED, clock.instant())) {
            news.tell(wait, Channel.SYSTEM, "journal.waiting-title.notAllowed");
            news.write(wait, "waiting-not-allowed");
            expect(process.notAllowed(wait.id()), wait);
        }
    }

    private void passOver(TitleWait wait) {
        if (waits.passOver(wait.id(), clock.instant())) {
            news.tell(wait, Channel.SYSTEM, "journal.waiting-title.passedOver");
            news.write(wait, "waiting-passed-over");
        }
    }

    private void offer(TitleWait chosen, TitleWait heir) {
        Instant until = clock.instant().plus(slots.rules(heir.branch()).offer());
        if (!heir.id().equals(chosen.id())
                && !copies.move(chosen.copy(), chosen.id().value(), EnumSet.of(PlaceKind.HELD), PlaceKind.HELD,
                heir.id().value(), null, null) || !waits.offer(heir.id(), chosen, until)) {
            throw new OptimisticLockingFailureException("wait " + heir.id().value() + " has just been given up");
        }
        news.tell(heir, Channel.SYSTEM, "journal.waiting-title.offered");
        expect(process.offered(heir.id(), until), heir);
    }

    private static void expect(boolean told, TitleWait wait) {
        if (!told) {
            throw new IllegalStateException("wait " + wait.id().value() + " waits for no copy");
        }
    }
}
