package org.passerelle.circulation.waiting.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.queue.domain.TitleWait;
import org.passerelle.circulation.queue.domain.TitleWaits;
import org.passerelle.circulation.queue.domain.WaitState;
import org.passerelle.circulation.queue.service.TitleQueue;
import org.passerelle.circulation.reservations.domain.OpenRequests;
import org.passerelle.circulation.reservations.domain.PickupLimits;
import org.passerelle.circulation.reservations.domain.ReservationRepository;
import org.passerelle.circulation.reservations.service.ReservationLimits;
import org.passerelle.circulation.waiting.process.WaitingTitleProcess;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.time.AppClock;
import org.passerelle.slots.service.PickupSlots;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers what is set aside to the first in its queue who may reserve, as the limits table says. Whose card is blocked
 * leaves the queue; who has reached a limit is passed over and stays first, and is offered the copy all the same when
 * nobody else may have it: until the deadline there is time to make room. Each is told.
 */
@Service
public class WaitingOffers {

    private final TitleWaits waits;
    private final TitleQueue queue;
    private final CopyPlaces copies;
    private final PatronRepository patrons;
    private final ReservationRepository reservations;
    private final ReservationLimits limits;
    private final PickupSlots slots;
    private final WaitingTitleProcess process;
    private final WaitNews news;
    private final AppClock clock;

    WaitingOffers(TitleWaits waits, TitleQueue queue, CopyPlaces copies, PatronRepository patrons,
                  ReservationRepository reservations, ReservationLimits limits, PickupSlots slots,
                  WaitingTitleProcess process, WaitNews news, AppClock clock) {
        this.waits = waits;
        this.queue = queue;
        this.copies = copies;
        this.patrons = patrons;
        this.reservations = reservations;
        this.limits = limits;
        this.slots = slots;
        this.process = process;
        this.news = news;
        this.clock = clock;
    }

    /** Nothing where the copy is no longer set aside, or somebody has offered it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void offer(UUID copy) {
        waits.lockChosenFor(copy).ifPresent(this::offer);
    }

    private void offer(TitleWait chosen) {
        List<TitleWait> candidates = waits.candidates(chosen);
        Map<UUID, Outcome<Void>> within = withinLimits(candidates.stream().map(TitleWait::patron).toList());
        List<TitleWait> atALimit = new ArrayList<>();
        Optional<TitleWait> first = Optional.empty();
        for (TitleWait wait : candidates) {
            Outcome<Void> may = within.get(wait.patron());
            if (may.isDone()) {
                first = Optional.of(wait);
                break;
            }
            if (may.refusal() == CirculationRefusal.PATRON_BLOCKED) {
                leave(wait);
            } else {
                atALimit.add(wait);
            }
        }
        if (first.isPresent() && !atALimit.isEmpty()) {
            passOver(atALimit);
        }
        Optional<TitleWait> heir = first.or(() -> atALimit.stream().findFirst());
        if (heir.isPresent()) {
            offer(chosen, heir.get());
        } else {
            queue.release(chosen);
        }
    }

    /** Which of them may ask for one document more: a few statements, however many they are. */
    private Map<UUID, Outcome<Void>> withinLimits(List<UUID> people) {
        Map<UUID, PickupLimits> granted = limits.of(patrons.findAllById(people));
        Map<UUID, OpenRequests> asked = reservations.askedBy(people).stream()
                .collect(Collectors.toMap(OpenRequests::patron, Function.identity()));
        return people.stream().collect(Collectors.toMap(Function.identity(), id -> {
            OpenRequests of = asked.getOrDefault(id, OpenRequests.nothing(id));
            return ReservationLimits.check(granted.get(id), (int) of.documents(), (int) of.reservations(), 1);
        }));
    }

    private void leave(TitleWait wait) {
        if (waits.end(wait.id(), wait.state(), WaitState.NOT_ALLOWED, clock.instant())) {
            news.tell(wait, Channel.SYSTEM, "journal.waiting-title.notAllowed");
            news.write(wait, "waiting-not-allowed");
            expect(process.notAllowed(wait.id()), wait);
        }
    }

    private void passOver(List<TitleWait> some) {
        Set<WaitId> first = waits.passOver(some.stream().map(TitleWait::id).toList(), clock.instant());
        some.stream().filter(wait -> first.contains(wait.id())).forEach(wait -> {
            news.tell(wait, Channel.SYSTEM, "journal.waiting-title.passedOver");
            news.write(wait, "waiting-passed-over");
        });
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
