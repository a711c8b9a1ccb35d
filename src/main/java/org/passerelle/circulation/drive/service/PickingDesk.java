package org.passerelle.circulation.drive.service;

import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.ScannedCopies;
import org.passerelle.circulation.queue.service.TitleQueue;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.circulation.reservations.domain.ReservationLine;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.service.LoanBook;
import org.passerelle.circulation.reservations.service.ReservationAccess;
import org.passerelle.circulation.reservations.service.ReservationCopies;
import org.passerelle.circulation.reservations.service.ReservationLimits;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.circulation.reservations.service.Reservations;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.PlainText;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.time.AppClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** From the shelf to the bag. */
@Service
public class PickingDesk {

    private static final String PICKED = "journal.drive-pickup.picked";
    /** Where a bag stands is a word on a label. */
    public static final int LONGEST_PLACE = 40;
    public static final int LONGEST_NOTE = 500;

    private final ReservationAccess access;
    private final CopyPlaces places;
    private final ScannedCopies scans;
    private final ReservationCopies copies;
    private final CopyTrouble trouble;
    private final LoanBook loans;
    private final PatronRepository patrons;
    private final ReservationLimits limits;
    private final Reservations reservations;
    private final TitleQueue waiting;
    private final DrivePickupProcess process;
    private final ReservationNews news;
    private final AppClock clock;

    PickingDesk(ReservationAccess access, CopyPlaces places, ScannedCopies scans, ReservationCopies copies, CopyTrouble trouble,
                LoanBook loans, PatronRepository patrons, ReservationLimits limits, Reservations reservations,
                TitleQueue waiting, DrivePickupProcess process, ReservationNews news, AppClock clock) {
        this.access = access;
        this.places = places;
        this.scans = scans;
        this.copies = copies;
        this.trouble = trouble;
        this.loans = loans;
        this.patrons = patrons;
        this.limits = limits;
        this.reservations = reservations;
        this.waiting = waiting;
        this.process = process;
        this.news = news;
        this.clock = clock;
    }

    /**
     * A copy in the picker's hand. Another free copy of the same title, or one that was missing, serves as well: it
     * takes the promised one's place, or that of one which could not be found.
     *
     * @return the line it answers
     */
    @Gesture
    public Outcome<UUID> picked(ReservationId id, String barcode) {
        Reservation reservation = access.toServe(id);
        if (!reservation.isOpen()) {
            return Outcome.refused(CirculationRefusal.RESERVATION_OVER);
        }
        if (reservation.documents() != DocumentsState.TO_PICK) {
            return pickingIsDone(id);
        }
        Outcome<CopyInfo> scanned = scans.find(barcode);
        if (scanned instanceof Outcome.Refused<CopyInfo> no) {
            return Outcome.refused(no.reason(), no.args());
        }
        CopyInfo copy = scanned.value();
        Optional<ReservationLine> promised = reservation.lineOfCopy(copy.id());
        if (promised.isPresent() && promised.get().state() != LineState.HELD) {
            return Outcome.refused(CirculationRefusal.ALREADY_PICKED);
        }
        Optional<ReservationLine> line = promised.or(() -> reservation.lineToAnswer(copy.title()));
        if (line.isEmpty()) {
            return Outcome.refused(reservation.found().stream().anyMatch(found -> found.title().equals(copy.title()))
                    ? CirculationRefusal.TITLE_ALREADY_PICKED : CirculationRefusal.NOT_IN_THIS_RESERVATION,
                    copy.titleText());
        }
        if (promised.isEmpty() && !replaceOnShelf(reservation, line.get(), copy)) {
            return Outcome.refused(CirculationRefusal.COPY_NOT_FREE, copy.titleText(), whyNotFree(reservation, copy),
                    line.get().state().name());
        }
        reservation.picked(line.get().id());
        copies.move(reservation, copy.id(), EnumSet.of(PlaceKind.HELD), PlaceKind.PICKED);
        process.factsChanged(id);
        news.linesChanged(id);
        return Outcome.done(line.get().id());
    }

    /** Said to be picked by mistake: the document is promised again where it was. */
    @Gesture
    public Outcome<Void> notPicked(ReservationId id, UUID line) {
        Reservation reservation = access.toServe(id);
        ReservationLine picked = reservation.line(line);
        if (!reservation.isOpen() || reservation.documents() != DocumentsState.TO_PICK || picked.state() != LineState.PICKED) {
            return Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        }
        picked.notAfterAll();
        copies.move(reservation, picked.copy(), EnumSet.of(PlaceKind.PICKED), PlaceKind.HELD);
        process.factsChanged(id);
        news.linesChanged(id);
        return Outcome.done();
    }

    /**
     * The promised copy is not on its shelf: it is missing from now on, even if the reservation has ended meanwhile.
     *
     * @return the other copy proposed, if any
     */
    @Gesture
    public Outcome<Optional<CopyInfo>> notFound(ReservationId id, UUID copy) {
        return trouble.notFound(id, copy);
    }

    /**
     * The promised copy cannot be lent: it goes out of circulation, even if the reservation has ended meanwhile. Once
     * picking is done no other is proposed.
     *
     * @return the other copy proposed, if any
     */
    @Gesture
    public Outcome<Optional<CopyInfo>> damaged(ReservationId id, UUID copy, String note) {
        return trouble.damaged(id, copy, note);
    }

    /** Every line is decided. With nothing found the patron is told, the place is free again and the case ends. */
    @Gesture
    public Outcome<Void> pickingDone(TaskRef task, ReservationId id) {
        Reservation reservation = access.toServe(id);
        if (reservation.documents() != DocumentsState.TO_PICK) {
            return reservation.isOpen() ? pickingIsDone(id) : Outcome.refused(CirculationRefusal.RESERVATION_OVER);
        }
        if (!reservation.isPickingDecided()) {
            return Outcome.refused(CirculationRefusal.LINES_UNDECIDED);
        }
        boolean nothingFound = reservation.found().isEmpty();
        reservation.pickingDone();
        if (nothingFound) {
            reservation.end(ReservationOutcome.NOTHING_FOUND, clock.instant(), access.user().accountId());
            reservations.freeSlot(reservation);
        }
        news.tell(reservation, Channel.STAFF, nothingFound ? "journal.drive-pickup.nothingFound"
                : PICKED, reservation.found().size());
        // Last: what the patron is told then says how it ended.
        return process.documentsPicked(task, id, nothingFound) ? Outcome.done() : noLongerToDo();
    }

    /**
     * Said to be done by mistake, a moment ago and by whoever takes it back: its list is open again.
     *
     * @return the task in which it is picked
     */
    @Gesture
    public Outcome<TaskRef> pickingNotDone(ReservationId id) {
        Reservation reservation = access.toServe(id);
        if (!reservation.isOpen() || reservation.documents() != DocumentsState.TO_BAG || !news.canBeTakenBack(id, PICKED)) {
            return Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        }
        reservation.pickingNotDone();
        news.tell(reservation, Channel.STAFF, "journal.drive-pickup.notPicked");
        return Outcome.done(process.pickingNotDone(id));
    }

    /** Prepares the loans on the card and notes where the bag stands; the patron is told next. */
    @Gesture
    public Outcome<Void> bagPrepared(TaskRef task, ReservationId id, String typedPlace) {
        String place = PlainText.line(typedPlace);
        if (place.isEmpty()) {
            return Outcome.refused(CirculationRefusal.PLACE_MISSING);
        }
        if (place.length() > LONGEST_PLACE) {
            return Outcome.refused(CirculationRefusal.TEXT_TOO_LONG, LONGEST_PLACE);
        }
        Reservation reservation = access.toServe(id);
        if (!reservation.isOpen()) {
            return Outcome.refused(CirculationRefusal.RESERVATION_OVER);
        }
        if (reservation.documents() != DocumentsState.TO_BAG) {
            return news.alreadyDone(id, "journal.drive-pickup.bagged");
        }
        Patron patron = patrons.findById(reservation.patron()).orElseThrow();
        loans.prepare(reservation, limits.loanDays(patron));
        copies.moveAll(reservation, reservation.found(), EnumSet.of(PlaceKind.PICKED), PlaceKind.BAGGED);
        reservation.bagged(place);
        news.tell(reservation, Channel.STAFF, "journal.drive-pickup.bagged");
        return process.bagPrepared(task, id) ? Outcome.done() : noLongerToDo();
    }

    /**
     * Said to be ready by mistake, a moment ago and by whoever takes it back: the bag is to be prepared again. Whoever has not
     * heard that it is ready does not hear it, whoever has is told.
     *
     * @return the task in which it is prepared
     */
    @Gesture
    public Outcome<TaskRef> notBagged(ReservationId id) {
        Reservation reservation = access.toServe(id);
        if (!reservation.isOpen() || reservation.documents() != DocumentsState.READY
                || !news.canBeTakenBack(id, "journal.drive-pickup.bagged")) {
            return Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        }
        copies.moveAll(reservation, reservation.found(), EnumSet.of(PlaceKind.BAGGED), PlaceKind.PICKED);
        loans.unprepare(reservation);
        reservation.notBagged();
        news.tell(reservation, Channel.STAFF, "journal.drive-pickup.notBagged");
        news.notReady(reservation);
        return Outcome.done(process.bagNotReady(id));
    }

    private boolean replaceOnShelf(Reservation reservation, ReservationLine line, CopyInfo inHand) {
        if (!inHand.branch().equals(reservation.branch()) || !places.move(inHand.id(), null,
                EnumSet.of(PlaceKind.SHELF, PlaceKind.MISSING), PlaceKind.HELD, reservation.id().value(), null, null)) {
            return false;
        }
        if (line.isSetAside()) {
            waiting.releaseSetAside(line.copy(), line.title(), reservation.branch(), reservation.id().value());
        } else if (line.state() == LineState.HELD) {
            copies.move(reservation, line.copy(), EnumSet.of(PlaceKind.HELD), PlaceKind.SHELF);
        }
        reservation.answeredBy(line.id(), inHand.id());
        return true;
    }

    /** A word for the message to choose by. */
    private static String whyNotFree(Reservation reservation, CopyInfo copy) {
        return copy.branch().equals(reservation.branch()) ? copy.place().name() : "OTHER_BRANCH";
    }

    private <T> Outcome<T> pickingIsDone(ReservationId id) {
        return news.alreadyDone(id, "journal.drive-pickup.picked", "journal.drive-pickup.nothingFound");
    }

    /** The form was of a task that is no longer this case's. */
    private static <T> Outcome<T> noLongerToDo() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
    }
}
