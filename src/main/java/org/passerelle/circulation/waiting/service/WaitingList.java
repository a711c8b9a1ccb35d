package org.passerelle.circulation.waiting.service;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.catalogue.Availability;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.catalogue.TitleInfo;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.queue.domain.TitleWait;
import org.passerelle.circulation.queue.domain.TitleWaits;
import org.passerelle.circulation.queue.domain.TitleWaits.NewWait;
import org.passerelle.circulation.queue.domain.TitleWaits.TitleAt;
import org.passerelle.circulation.queue.domain.WaitState;
import org.passerelle.circulation.queue.service.TitleQueue;
import org.passerelle.circulation.reservations.domain.PickupLimits;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.circulation.reservations.service.NewReservations;
import org.passerelle.circulation.reservations.service.NewReservations.Promised;
import org.passerelle.circulation.reservations.service.NewReservations.Reserved;
import org.passerelle.circulation.reservations.service.PatronHoldings;
import org.passerelle.circulation.reservations.service.ReachedLimits;
import org.passerelle.circulation.reservations.service.ReservationAccess;
import org.passerelle.circulation.reservations.service.ReservationLimits;
import org.passerelle.circulation.reservations.service.ReserveCommand;
import org.passerelle.circulation.waiting.process.WaitingTitleProcess;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.LinkSecret;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What patrons, and staff in their name, do about a title that a branch has, but not now. */
@Service
public class WaitingList {

    /** Days; a quarter of a year later nobody is surprised to have to ask again. */
    public static final int LONGEST = 90;

    private final TitleWaits waits;
    private final TitleQueue queue;
    private final ReservationAccess access;
    private final ReservationLimits limits;
    private final ReachedLimits reached;
    private final PatronHoldings holdings;
    private final NewReservations reservations;
    private final CopyPlaces copies;
    private final BranchRepository branches;
    private final WaitingTitleProcess process;
    private final WaitNews news;
    private final SignedIn signedIn;
    private final EntityManager rows;
    private final AppClock clock;

    WaitingList(TitleWaits waits, TitleQueue queue, ReservationAccess access, ReservationLimits limits,
                ReachedLimits reached, PatronHoldings holdings, NewReservations reservations, CopyPlaces copies, BranchRepository branches,
                WaitingTitleProcess process, WaitNews news, SignedIn signedIn, EntityManager rows, AppClock clock) {
        this.waits = waits;
        this.queue = queue;
        this.access = access;
        this.limits = limits;
        this.reached = reached;
        this.holdings = holdings;
        this.reservations = reservations;
        this.copies = copies;
        this.branches = branches;
        this.process = process;
        this.news = news;
        this.signedIn = signedIn;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param wantedUntil the last day on which the patron wants it, or null: {@link #LONGEST} days from now
     * @param channel     by which way it was asked for
     */
    public record Wish(UUID patron, UUID title, UUID branch, LocalDate wantedUntil, Channel channel) {
    }

    /** Takes the patron into the queue for that title at that branch, where all copies are away. */
    @Gesture
    public Outcome<WaitId> ask(Wish wish) {
        access.requireMayReserve(wish.patron(), wish.branch());
        access.requireOwn(wish.channel());
        Branch branch = branches.findById(wish.branch()).orElseThrow();
        Instant now = clock.instant();
        LocalDate today = now.atZone(branch.zone()).toLocalDate();
        LocalDate until = wish.wantedUntil() == null ? today.plusDays(LONGEST) : wish.wantedUntil();
        if (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST))) {
            return Outcome.refused(CirculationRefusal.WANTED_UNTIL_OUT_OF_RANGE, LONGEST);
        }
        // Two wishes of one patron at once would each see the limit untouched.
        Patron patron = rows.find(Patron.class, wish.patron(), LockModeType.PESSIMISTIC_WRITE);
        if (patron == null) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        PickupLimits granted = limits.of(patron);
        if (!granted.mayReserve()) {
            return Outcome.refused(CirculationRefusal.PATRON_BLOCKED);
        }
        List<TitleWait> open = waits.openOf(wish.patron());
        TitleAt asked = new TitleAt(wish.title(), wish.branch());
        if (open.stream().anyMatch(wait -> wait.queue().equals(asked))) {
            return Outcome.refused(CirculationRefusal.ALREADY_WAITING);
        }
        if (!granted.sameTitleAgain() && !holdings.of(patron.id(), List.of(wish.title())).isEmpty()) {
            return Outcome.refused(CirculationRefusal.TITLES_ALREADY_THEIRS,
                    copies.titles(List.of(wish.title())).get(wish.title()).title());
        }
        if (open.size() >= granted.maxDocuments()) {
            return Outcome.refused(CirculationRefusal.TOO_MANY_WAITS, granted.maxDocuments());
        }
        waits.lock(List.of(asked));
        Availability there = availability(List.of(wish.title()), asked);
        if (there.available() > 0) {
            return Outcome.refused(CirculationRefusal.AVAILABLE_NOW);
        }
        if (there.copies() == 0) {
            return Outcome.refused(CirculationRefusal.NO_COPY_HERE, branch.name());
        }
        WaitId id = new WaitId(UUID.randomUUID());
        Instant ends = until.plusDays(1).atStartOfDay(branch.zone()).toInstant();
        waits.add(new NewWait(id, LinkSecret.draw(), wish.patron(), asked, wish.channel(), now,
                access.user().accountId(), ends));
        news.tell(waits.find(id).orElseThrow(), wish.channel(), "journal.waiting-title.asked");
        process.start(id, ends);
        return Outcome.done(id);
    }

    /** Leaves the queue, or lets an offer go to the next. */
    @Gesture
    public Outcome<Void> giveUp(WaitId id) {
        TitleWait wait = toChange(id);
        if (!wait.isOpen()) {
            return Outcome.refused(CirculationRefusal.WAIT_OVER);
        }
        waits.end(id, wait.state(), WaitState.GIVEN_UP, clock.instant());
        news.tell(wait, channel(), "journal.waiting-title.givenUp");
        news.nothingMoreToTell(wait);
        if (!process.givenUp(id)) {
            throw new IllegalStateException("open wait " + id.value() + " cannot be given up");
        }
        if (wait.hasCopy()) {
            queue.release(wait);
        }
        return Outcome.done();
    }

    /**
     * Takes the copy offered: it becomes a reservation of its own, to be collected in that slot.
     *
     * @return refused with {@link CirculationRefusal#WAIT_OVER}, a limit, or a slot's refusal; the offer stands then,
     *         as long as it did
     */
    @Gesture
    public Outcome<Reserved> accept(WaitId id, Instant slotStartsAt, Channel channel) {
        TitleWait seen = toSee(id);
        access.requireMayReserve(seen.patron(), seen.branch());
        rows.find(Patron.class, seen.patron(), LockModeType.PESSIMISTIC_WRITE);
        TitleWait wait = waits.lock(id).orElseThrow();
        if (wait.state() != WaitState.OFFERED) {
            return Outcome.refused(CirculationRefusal.WAIT_OVER);
        }
        Outcome<Reserved> reserved = reservations.reserve(new ReserveCommand(wait.patron(), wait.branch(), slotStartsAt,
                List.of(wait.title()), channel), (title, reservation) -> handOn(wait, reservation));
        if (!reserved.isDone()) {
            return reserved;
        }
        if (!waits.take(id, reserved.value().id(), clock.instant()) || !process.accepted(id)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(CirculationRefusal.WAIT_OVER);
        }
        news.tell(wait, channel, "journal.waiting-title.accepted");
        news.nothingMoreToTell(wait);
        return reserved;
    }

    private Optional<Promised> handOn(TitleWait wait, UUID reservation) {
        return copies.move(wait.copy(), wait.id().value(), EnumSet.of(PlaceKind.HELD), PlaceKind.HELD, reservation, null,
                null) ? copies.copies(List.of(wait.copy())).stream().findFirst()
                .map(copy -> new Promised(copy, wait.inHand())) : Optional.empty();
    }

    /** What the patron signed in waits for: offers first. */
    @Transactional(readOnly = true)
    public List<WaitDetails> mine() {
        return details(waits.openOf(signedIn.require(Role.PATRON).patron()));
    }

    /** What that patron waits for; for staff. */
    @Transactional(readOnly = true)
    public List<WaitDetails> of(UUID patron) {
        signedIn.require(Role.AGENT);
        return details(waits.openOf(patron));
    }

    @Transactional(readOnly = true)
    public WaitDetails details(WaitId id) {
        return details(List.of(toSee(id))).getFirst();
    }

    private List<WaitDetails> details(List<TitleWait> some) {
        List<UUID> titles = some.stream().map(TitleWait::title).distinct().toList();
        Map<UUID, TitleInfo> infos = copies.titles(titles);
        Map<UUID, Map<UUID, Availability>> availability = copies.availability(titles);
        Map<UUID, Branch> at = branches.findAllById(some.stream().map(TitleWait::branch).toList()).stream()
                .collect(Collectors.toMap(Branch::id, Function.identity()));
        return some.stream().map(wait -> {
            Branch branch = at.get(wait.branch());
            Availability there = availability.getOrDefault(wait.branch(), Map.of()).getOrDefault(wait.title(), Availability.NOTHING);
            return new WaitDetails(wait.id(), wait.patron(), infos.get(wait.title()), branch.id(), branch.name(),
                    branch.phone(), branch.zone(), wait.state(), wait.position(), there.expectedFor(wait.position()).orElse(null),
                    there.copies() > 0, wait.wantedUntil().minusSeconds(1).atZone(branch.zone()).toLocalDate(), wait.offerUntil(),
                    wait.passedOver() && wait.state() == WaitState.WAITING && reached.mustMakeRoom(wait.patron()),
                    wait.reservation() == null ? null : rows.find(Reservation.class, wait.reservation()).token());
        }).toList();
    }

    private Availability availability(List<UUID> titles, TitleAt of) {
        return copies.availability(titles).getOrDefault(of.branch(), Map.of()).getOrDefault(of.title(), Availability.NOTHING);
    }

    /** @throws AccessDeniedException also where there is no such wait: nobody learns which exist */
    private TitleWait toSee(WaitId id) {
        TitleWait wait = waits.find(id).orElseThrow(WaitingList::denied);
        access.requireMaySee(wait.patron());
        return wait;
    }

    private TitleWait toChange(WaitId id) {
        TitleWait wait = waits.lockWithQueue(id).orElseThrow(WaitingList::denied);
        access.requireMayReserve(wait.patron(), wait.branch());
        return wait;
    }

    private Channel channel() {
        return access.user().has(Role.PATRON) ? Channel.ONLINE : Channel.STAFF;
    }

    private static AccessDeniedException denied() {
        return new AccessDeniedException("not for this person");
    }
}
