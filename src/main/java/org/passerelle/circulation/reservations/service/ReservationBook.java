package org.passerelle.circulation.reservations.service;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.queue.domain.TitleWaits;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.Loan;
import org.passerelle.circulation.reservations.domain.LoanRepository;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.circulation.reservations.domain.ReservationLine;
import org.passerelle.circulation.reservations.domain.ReservationRepository;
import org.passerelle.notification.Notifications;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks reservations up: a patron their own, staff all of them. */
@Service
@Transactional(readOnly = true)
public class ReservationBook {

    private final ReservationRepository reservations;
    private final ReservationAccess access;
    private final PatronRepository patrons;
    private final BranchRepository branches;
    private final CopyPlaces copies;
    private final TitleWaits waits;
    private final LoanRepository loans;
    private final Notifications notifications;
    private final SignedIn signedIn;

    ReservationBook(ReservationRepository reservations, ReservationAccess access, PatronRepository patrons,
                    BranchRepository branches, CopyPlaces copies, TitleWaits waits, LoanRepository loans,
                    Notifications notifications, SignedIn signedIn) {
        this.reservations = reservations;
        this.access = access;
        this.patrons = patrons;
        this.branches = branches;
        this.copies = copies;
        this.waits = waits;
        this.loans = loans;
        this.notifications = notifications;
        this.signedIn = signedIn;
    }

    public ReservationDetails details(ReservationId id) {
        return details(access.toSee(id));
    }

    /** By its short code; staff only: the code opens nothing for anybody else. */
    public Optional<ReservationDetails> byCode(String code) {
        signedIn.require(Role.AGENT);
        return reservations.findByCode(SpokenCodes.normal(code)).map(this::details);
    }

    /** The newest reservations of the patron signed in, open ones first. Six statements. */
    public List<ReservationDetails> mine() {
        UUID patron = signedIn.require(Role.PATRON).patron();
        return details(reservations.findTop50ByPatronOrderByMadeAtDesc(patron).stream()
                .sorted(Comparator.comparing(Reservation::isOpen).reversed()).toList(), Map.of());
    }

    ReservationDetails details(Reservation reservation) {
        List<UUID> missing = reservation.lines().stream().filter(line -> line.state() == LineState.MISSING)
                .map(ReservationLine::title).toList();
        return details(List.of(reservation), missing.isEmpty() ? Map.of() : expected(missing, reservation.branch()))
                .getFirst();
    }

    /** When whoever asks for one of these titles now may expect a copy there; those without such a day are not in it. */
    private Map<UUID, LocalDate> expected(List<UUID> titles, UUID branch) {
        Map<UUID, Integer> waiting = waits.waiting(titles, branch);
        Map<UUID, LocalDate> expected = new HashMap<>();
        copies.availability(titles).getOrDefault(branch, Map.of()).forEach((title, availability) ->
                availability.expectedFor(waiting.getOrDefault(title, 0) + 1).ifPresent(day -> expected.put(title, day)));
        return expected;
    }

    /** @param ofMissing when the titles that were not found are expected */
    private List<ReservationDetails> details(List<Reservation> all, Map<UUID, LocalDate> ofMissing) {
        Map<UUID, Patron> patronsById = patrons.findAllById(
                all.stream().map(Reservation::patron).filter(Objects::nonNull).distinct().toList()).stream().collect(Collectors.toMap(Patron::id, Function.identity()));
        Map<UUID, Branch> branchesById = branches.findAllById(
                all.stream().map(Reservation::branch).distinct().toList())
                .stream().collect(Collectors.toMap(Branch::id, Function.identity()));
        // They come in the order of the shelves, and each reservation's lines with them.
        Map<UUID, CopyInfo> infos = copies.copies(all.stream()
                        .flatMap(reservation -> reservation.lines().stream()).map(ReservationLine::copy).distinct().toList())
                .stream().collect(Collectors.toMap(CopyInfo::id, Function.identity(), (one, same) -> one,
                        LinkedHashMap::new));
        Map<UUID, Map<UUID, LocalDate>> due = due(all);
        return all.stream().map(reservation -> details(reservation, patronsById.get(reservation.patron()),
                branchesById.get(reservation.branch()), infos, ofMissing,
                due.getOrDefault(reservation.id().value(), Map.of()))).toList();
    }

    /** The last day of each loan that runs, by reservation and by the copy that was taken home. */
    private Map<UUID, Map<UUID, LocalDate>> due(List<Reservation> all) {
        List<UUID> collected = all.stream().filter(reservation -> reservation.lines().stream()
                .anyMatch(line -> line.state() == LineState.COLLECTED)).map(reservation -> reservation.id().value()).toList();
        return collected.isEmpty() ? Map.of() : loans.findByReservationInAndState(collected, Loan.State.RUNNING).stream()
                .collect(Collectors.groupingBy(Loan::reservation, Collectors.toMap(Loan::copy, Loan::dueOn)));
    }

    private ReservationDetails details(Reservation reservation, Patron patron, Branch branch, Map<UUID, CopyInfo> infos,
                                       Map<UUID, LocalDate> ofMissing, Map<UUID, LocalDate> due) {
        List<UUID> walk = List.copyOf(infos.keySet());
        List<ReservationDetails.Line> lines = reservation.lines().stream().map(line -> {
            CopyInfo copy = infos.get(line.copy());
            return new ReservationDetails.Line(line.id(), line.title(), copy.titleText(), copy.author(), copy.id(),
                    copy.barcode(), copy.shelfMark(), line.isSetAside(), line.state(),
                    line.state() == LineState.MISSING ? ofMissing.get(line.title()) : null,
                    line.state() == LineState.COLLECTED ? due.get(line.copy()) : null);
        }).sorted(Comparator.comparing(line -> walk.indexOf(line.copy()))).toList();
        return new ReservationDetails(reservation.id(), reservation.code(), patron == null
                ? ReservationDetails.PatronLine.FORGOTTEN
                : new ReservationDetails.PatronLine(patron.id(), patron.displayName(), patron.cardNumber(),
                        patron.locale(), patron.blocked(), notifications.wayTo(patron.recipient())),
                new ReservationDetails.BranchLine(branch.id(), branch.name(), branch.address(), branch.phone(),
                        branch.zone(), branch.practicalNote(Locale.FRENCH), branch.practicalNote(Locale.ENGLISH)),
                reservation.slotStartsAt(), reservation.slotEndsAt(), reservation.channel(), reservation.documents(),
                reservation.appointment(), reservation.outcome(), reservation.bagPlace(), reservation.madeAt(), reservation.bookedAt(),
                reservation.arrivedAt(), reservation.answerUntil(), reservation.endedAt(), lines);
    }
}
