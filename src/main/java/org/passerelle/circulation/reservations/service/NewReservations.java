package org.passerelle.circulation.reservations.service;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.TitleInfo;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.PickupLimits;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.circulation.reservations.domain.ReservationRepository;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.LinkSecret;
import org.passerelle.platform.time.AppClock;
import org.passerelle.slots.domain.BookedSlot;
import org.passerelle.slots.domain.SlotAudience;
import org.passerelle.slots.service.PickupSlots;
import org.springframework.stereotype.Service;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What patrons, and staff in their name, ask for anew: documents, and a slot to collect them in. */
@Service
public class NewReservations {

    private static final Set<Channel> SPOKEN = EnumSet.of(Channel.PHONE, Channel.DESK);

    private final ReservationRepository reservations;
    private final ReservationAccess access;
    private final ReservationLimits limits;
    private final PatronHoldings holdings;
    private final PickupSlots slots;
    private final CopyPlaces places;
    private final DrivePickupProcess process;
    private final ReservationNews news;
    private final EntityManager rows;
    private final AppClock clock;

    NewReservations(ReservationRepository reservations, ReservationAccess access, ReservationLimits limits,
                    PatronHoldings holdings, PickupSlots slots, CopyPlaces places, DrivePickupProcess process,
                    ReservationNews news, EntityManager rows, AppClock clock) {
        this.reservations = reservations;
        this.access = access;
        this.limits = limits;
        this.holdings = holdings;
        this.slots = slots;
        this.places = places;
        this.process = process;
        this.news = news;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Promises a copy of each title and a place in the slot, all or nothing.
     *
     * @return refused with {@link CirculationRefusal#TITLES_NOT_AVAILABLE} or
     *         {@link CirculationRefusal#TITLES_ALREADY_THEIRS} (the titles' names), a limit, or a slot's
     *         refusal; nothing is kept then
     */
    @Gesture
    public Outcome<Reserved> reserve(ReserveCommand command) {
        return reserve(command, true, (title, reservation) -> places.hold(title, command.branch(), reservation)
                .map(copy -> new Promised(copy, false)));
    }

    /** @param setAside it stands apart, not on its shelf */
    public record Promised(CopyInfo copy, boolean setAside) {
    }

    /** The same for what was offered to who waited for it. @param hold promises a copy of that title to that reservation; empty when it cannot */
    public Outcome<Reserved> reserve(ReserveCommand command, BiFunction<UUID, UUID, Optional<Promised>> hold) {
        return reserve(command, false, hold);
    }

    private Outcome<Reserved> reserve(ReserveCommand command, boolean askedAnew,
                                      BiFunction<UUID, UUID, Optional<Promised>> hold) {
        access.requireMayReserve(command.patron(), command.branch());
        access.requireOwn(command.channel());
        CurrentUser user = access.user();
        if (command.titles().isEmpty() || command.titles().size() > ReserveCommand.MOST_TITLES) {
            return Outcome.refused(CirculationRefusal.EMPTY_BASKET);
        }
        // Two reservations of one patron at once would each see the limit untouched.
        Patron patron = rows.find(Patron.class, command.patron(), LockModeType.PESSIMISTIC_WRITE);
        if (patron == null) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        PickupLimits granted = limits.of(patron);
        Outcome<?> withinLimits = ReservationLimits.check(granted, reservations.countDocumentsAskedBy(patron.id()),
                reservations.countOpenOf(patron.id()), command.titles().size());
        if (withinLimits instanceof Outcome.Refused<?> refused) {
            return Outcome.refused(refused.reason(), refused.args());
        }
        if (askedAnew && !granted.sameTitleAgain()) {
            Map<UUID, PatronHoldings.Held> twice = holdings.of(patron.id(), command.titles());
            if (!twice.isEmpty()) {
                return Outcome.refused(CirculationRefusal.TITLES_ALREADY_THEIRS, names(List.copyOf(twice.keySet())));
            }
        }
        Outcome<BookedSlot> booked = slots.take(command.branch(), command.slotStartsAt(),
                user.isStaff() ? SlotAudience.STAFF : SlotAudience.PATRON);
        if (booked instanceof Outcome.Refused<BookedSlot> refused) {
            return Outcome.refused(refused.reason(), refused.args());
        }
        UUID id = UUID.randomUUID();
        List<Promised> held = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        for (UUID title : command.titles()) {
            hold.apply(title, id).ifPresentOrElse(held::add, () -> gone.add(title));
        }
        if (!gone.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(CirculationRefusal.TITLES_NOT_AVAILABLE, names(gone));
        }
        Instant now = clock.instant();
        Reservation reservation = new Reservation(id, SpokenCodes.free(this::isTaken), LinkSecret.draw(), patron.id(), command.branch(),
                command.channel(), now, user.accountId());
        reservation.book(booked.value().id(), booked.value().startsAt(), booked.value().endsAt(), now);
        held.forEach(promised -> reservation.promise(promised.copy().title(), promised.copy().id(), promised.setAside()));
        rows.persist(reservation);
        news.tell(reservation, command.channel(), "journal.drive-pickup.reserved", held.size());
        process.start(reservation.id(), slots.missedAt(reservation.branch(), reservation.slotEndsAt()), reservation.reminderAt());
        if (SPOKEN.contains(command.channel())) {
            news.confirmWithCalendar(reservation, "drive-reserved");
        } else {
            news.writeWithCalendar(reservation, "drive-reserved");
        }
        return Outcome.done(new Reserved(reservation.id(), reservation.code(), reservation.token()));
    }

    private boolean isTaken(String code) {
        // Whoever draws the same code at the same time waits here, then sees that it is taken.
        rows.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('code ' || ?1, 0))")
                .setParameter(1, code).getSingleResult();
        return reservations.existsByCode(code);
    }

    private String names(List<UUID> titles) {
        Map<UUID, TitleInfo> infos = places.titles(titles);
        return titles.stream().map(title -> Optional.ofNullable(infos.get(title)).map(TitleInfo::title).orElse("?"))
                .collect(Collectors.joining(", "));
    }

    /** @param token what a link to it carries */
    public record Reserved(ReservationId id, String code, String token) {
    }
}
