package org.passerelle.circulation.drive.service;

import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.LoanReturns.PutBack;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.ScannedCopies;
import org.passerelle.circulation.queue.service.TitleQueue;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.circulation.reservations.domain.ReservationLine;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.service.PutBackEnding;
import org.passerelle.circulation.reservations.service.ReservationAccess;
import org.passerelle.circulation.reservations.service.ReservationCopies;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.TaskRef;
import org.springframework.stereotype.Service;

/** Back to the shelf, for what was not collected. */
@Service
public class PutBackDesk {

    private final ReservationAccess access;
    private final ScannedCopies scans;
    private final ReservationCopies copies;
    private final TitleQueue waiting;
    private final PutBackEnding ending;
    private final CopyTrouble trouble;
    private final DrivePickupProcess process;
    private final ReservationNews news;

    PutBackDesk(ReservationAccess access, ScannedCopies scans, ReservationCopies copies, TitleQueue waiting,
                PutBackEnding ending, CopyTrouble trouble, DrivePickupProcess process, ReservationNews news) {
        this.access = access;
        this.scans = scans;
        this.copies = copies;
        this.waiting = waiting;
        this.ending = ending;
        this.trouble = trouble;
        this.process = process;
        this.news = news;
    }

    /** One document scanned back to its shelf. @return what it is and how many are left to put back */
    @Gesture
    public Outcome<PutBack> putBack(ReservationId id, String barcode) {
        Reservation reservation = access.toServe(id);
        return switch (scans.find(barcode)) {
            case Outcome.Done<CopyInfo> scanned -> putBack(reservation, scanned.value(), true, ending::now);
            case Outcome.Refused<CopyInfo> no -> Outcome.refused(no.reason(), no.args());
        };
    }

    /**
     * Scanned back by mistake, a moment ago: as long as nobody has taken it from its shelf, it is to be put back again. Where
     * nothing was left to put back, only for whoever scanned the last.
     *
     * @return the task in which it is put back
     */
    @Gesture
    public Outcome<TaskRef> notPutBack(ReservationId id, String barcode) {
        Reservation reservation = access.toServe(id);
        return scans.find(barcode) instanceof Outcome.Done<CopyInfo> scanned ? notPutBack(reservation, scanned.value().id())
                : Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    /** The same, scanned at the returns desk. */
    Outcome<TaskRef> notScanned(ReservationId id, CopyInfo copy) {
        return notPutBack(access.toServe(id), copy.id());
    }

    private Outcome<TaskRef> notPutBack(Reservation reservation, UUID copy) {
        ReservationId id = reservation.id();
        Optional<ReservationLine> line = reservation.lineOfCopy(copy).filter(back -> back.state() == LineState.PUT_BACK);
        boolean last = ending.canBeTakenBack(reservation);
        if (line.isEmpty() || !reservation.hasToPutBack() && !last || !copies.takeFromShelf(reservation, copy)) {
            return Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        }
        reservation.notPutBack(line.get().id());
        TaskRef task = last ? ending.takeBack(reservation) : process.toPutBack(id);
        process.factsChanged(id);
        news.linesChanged(id);
        return Outcome.done(task);
    }

    /**
     * The same, scanned at the returns desk: the last of a bag ends its case right after.
     *
     * @param mayBeAwaited false where the caller has just seen that nobody waits for it: the queue is then asked only as
     *                     it reaches its shelf
     */
    Outcome<PutBack> scanned(ReservationId id, CopyInfo copy, boolean mayBeAwaited) {
        return putBack(access.toServe(id), copy, mayBeAwaited, ending::soon);
    }

    /** It is not where it was to be taken from: it is missing, and what is left goes on without it. */
    @Gesture
    public Outcome<Void> notFound(ReservationId id, UUID copy) {
        return trouble.notFound(id, copy).map(other -> null);
    }

    /** It cannot be lent any more, and goes out of circulation instead of to its shelf. */
    @Gesture
    public Outcome<Void> damaged(ReservationId id, UUID copy, String note) {
        return trouble.damaged(id, copy, note).map(other -> null);
    }

    private Outcome<PutBack> putBack(Reservation reservation, CopyInfo copy, boolean mayBeAwaited,
                                     Consumer<Reservation> end) {
        Optional<ReservationLine> line = reservation.lineOfCopy(copy.id());
        if (line.isEmpty()) {
            return Outcome.refused(CirculationRefusal.NOT_IN_THIS_RESERVATION, copy.titleText());
        }
        if (line.get().state() != LineState.TO_PUT_BACK) {
            return Outcome.refused(CirculationRefusal.NOT_TO_PUT_BACK, copy.titleText(), line.get().state().name());
        }
        reservation.putBack(line.get().id());
        boolean awaited = mayBeAwaited
                && waiting.setAside(copy.id(), copy.title(), copy.branch(), PlaceKind.TO_SHELF);
        if (!awaited) {
            copies.move(reservation, copy.id(), EnumSet.of(PlaceKind.TO_SHELF), PlaceKind.SHELF);
        }
        long left = reservation.lines().stream().filter(other -> other.state() == LineState.TO_PUT_BACK).count();
        if (left == 0) {
            end.accept(reservation);
        } else {
            process.factsChanged(reservation.id());
            news.linesChanged(reservation.id());
        }
        return Outcome.done(new PutBack(copy.titleText(), copy.shelfMark(), (int) left, awaited));
    }
}
