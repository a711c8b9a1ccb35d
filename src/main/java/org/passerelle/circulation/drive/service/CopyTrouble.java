package org.passerelle.circulation.drive.service;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.queue.service.TitleQueue;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.circulation.reservations.domain.ReservationLine;
import org.passerelle.circulation.reservations.domain.ReservationRepository;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.service.PutBackEnding;
import org.passerelle.circulation.reservations.service.ReservationAccess;
import org.passerelle.circulation.reservations.service.ReservationCopies;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.springframework.stereotype.Component;

/**
 * A copy that is not where its reservation has it, or is damaged, goes out of use: whatever has become of the
 * reservation since somebody went to look for it.
 */
@Component
class CopyTrouble {

    private static final String NOT_FOUND = "journal.drive-pickup.notFound";
    private static final String DAMAGED = "journal.drive-pickup.damaged";
    private static final Set<PlaceKind> OUT_OF_USE = EnumSet.of(PlaceKind.MISSING, PlaceKind.OUT_OF_CIRCULATION);
    private static final Set<LineState> TO_PICK = EnumSet.of(LineState.HELD, LineState.PICKED);

    private final ReservationAccess access;
    private final ReservationRepository reservations;
    private final CopyPlaces places;
    private final ReservationCopies copies;
    private final TitleQueue waiting;
    private final PutBackEnding ending;
    private final DrivePickupProcess process;
    private final ReservationNews news;

    CopyTrouble(ReservationAccess access, ReservationRepository reservations, CopyPlaces places, ReservationCopies copies,
                TitleQueue waiting, PutBackEnding ending, DrivePickupProcess process, ReservationNews news) {
        this.access = access;
        this.reservations = reservations;
        this.places = places;
        this.copies = copies;
        this.waiting = waiting;
        this.ending = ending;
        this.process = process;
        this.news = news;
    }

    /** @return the other copy proposed in its place, if any */
    Outcome<Optional<CopyInfo>> notFound(ReservationId id, UUID copy) {
        return outOfUse(id, copy, new Finding(PlaceKind.MISSING, null, NOT_FOUND));
    }

    /** @return the other copy proposed in its place, if any */
    Outcome<Optional<CopyInfo>> damaged(ReservationId id, UUID copy, String note) {
        if (note == null || note.isBlank()) {
            return Outcome.refused(CirculationRefusal.NOTE_MISSING);
        }
        if (note.length() > PickingDesk.LONGEST_NOTE) {
            return Outcome.refused(CirculationRefusal.TEXT_TOO_LONG, PickingDesk.LONGEST_NOTE);
        }
        return outOfUse(id, copy, new Finding(PlaceKind.OUT_OF_CIRCULATION, note.replace("\0", "").strip(), DAMAGED));
    }

    private record Finding(PlaceKind place, String note, String journalKey) {
    }

    private Outcome<Optional<CopyInfo>> outOfUse(ReservationId id, UUID copyId, Finding finding) {
        Reservation reservation = access.toServe(id);
        Optional<ReservationLine> answered = reservation.lastTried(copyId);
        if (answered.isEmpty()) {
            return replacedMeanwhile(reservation, copyId, finding);
        }
        ReservationLine line = answered.get();
        CopyInfo copy = places.copies(List.of(copyId)).getFirst();
        if (reservation.isOpen() && reservation.documents() == DocumentsState.TO_PICK && TO_PICK.contains(line.state())) {
            return Outcome.done(replace(reservation, line, copy, finding));
        }
        if (reservation.isOpen() && finding.place() == PlaceKind.OUT_OF_CIRCULATION
                && (line.state() == LineState.PICKED || line.state() == LineState.BAGGED)) {
            return beforeTheHandover(reservation, line, copy, finding);
        }
        if (line.state() == LineState.TO_PUT_BACK) {
            notPutBack(reservation, line, copy, finding);
            return Outcome.done(Optional.empty());
        }
        if (line.state() == LineState.PUT_BACK && finding.place() == PlaceKind.MISSING) {
            // Whoever did not find it looked before somebody scanned it back.
            return Outcome.refused(CirculationRefusal.NOT_TO_PUT_BACK, copy.titleText(), line.state().name());
        }
        if (!reservation.isOpen() && (line.state() == LineState.RELEASED || line.state() == LineState.PUT_BACK)) {
            return outOfOthersHands(reservation, copy, finding);
        }
        return line.state() == LineState.MISSING ? news.alreadyDoneTo(id, copy.barcode(), NOT_FOUND, DAMAGED)
                : news.alreadyDone(id, "journal.drive-pickup.bagged", "journal.drive-pickup.picked");
    }

    /** Another copy answers in its place. Nothing is said of that one, and the reservation goes on with it. */
    private Outcome<Optional<CopyInfo>> replacedMeanwhile(Reservation reservation, UUID copyId, Finding finding) {
        Optional<CopyInfo> copy = places.copies(List.of(copyId)).stream().findFirst()
                .filter(found -> found.branch().equals(reservation.branch()))
                .filter(found -> reservation.lines().stream().anyMatch(line -> line.title().equals(found.title())));
        if (copy.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        return OUT_OF_USE.contains(copy.get().place()) ? news.alreadyDoneTo(reservation.id(), copy.get().barcode(), NOT_FOUND, DAMAGED)
                : outOfOthersHands(reservation, copy.get(), finding);
    }

    private Optional<CopyInfo> replace(Reservation reservation, ReservationLine line, CopyInfo gone, Finding finding) {
        copies.move(reservation, gone.id(), EnumSet.of(PlaceKind.HELD, PlaceKind.PICKED), finding.place(), finding.note());
        Optional<CopyInfo> other = places.hold(line.title(), reservation.branch(), reservation.id().value());
        other.ifPresentOrElse(copy -> reservation.answeredBy(line.id(), copy.id()), () -> reservation.missing(line.id()));
        news.tell(reservation, Channel.STAFF, finding.journalKey(), gone.barcode());
        process.factsChanged(reservation.id());
        return other;
    }

    /** Nobody goes to the shelves again: the bag is made without it. */
    private Outcome<Optional<CopyInfo>> beforeTheHandover(Reservation reservation, ReservationLine line, CopyInfo copy,
                                                          Finding finding) {
        if (line.state() == LineState.BAGGED) {
            return Outcome.refused(CirculationRefusal.IN_BAG);
        }
        if (reservation.found().size() == 1) {
            return Outcome.refused(CirculationRefusal.LAST_FOR_BAG);
        }
        copies.move(reservation, copy.id(), EnumSet.of(PlaceKind.PICKED), finding.place(), finding.note());
        reservation.missing(line.id());
        news.tell(reservation, Channel.STAFF, finding.journalKey(), copy.barcode());
        process.factsChanged(reservation.id());
        return Outcome.done(Optional.empty());
    }

    /** It was to go back to its shelf: it does not, and the last of a bag ends its case as if it had. */
    private void notPutBack(Reservation reservation, ReservationLine line, CopyInfo copy, Finding finding) {
        copies.move(reservation, copy.id(), EnumSet.of(PlaceKind.TO_SHELF), finding.place(), finding.note());
        reservation.missing(line.id());
        news.tell(reservation, Channel.STAFF, finding.journalKey(), copy.barcode());
        if (reservation.hasToPutBack()) {
            process.factsChanged(reservation.id());
        } else {
            ending.now(reservation);
        }
    }

    /** The copy was let go, as the reservation ended or took another: it is taken from its shelf, or from whom it was promised to next. */
    private Outcome<Optional<CopyInfo>> outOfOthersHands(Reservation reservation, CopyInfo copy, Finding finding) {
        if (copy.place() == finding.place()) {
            return news.alreadyDoneTo(reservation.id(), copy.barcode(), finding.journalKey());
        }
        if (copy.place() == PlaceKind.HELD) {
            Optional<Reservation> next = reservations.findById(copy.caseId());
            if (next.isPresent()) {
                return outOfUse(next.get().id(), copy.id(), finding).map(other -> Optional.empty());
            }
            if (!waiting.doWithout(copy.id(), finding.place(), finding.note())) {
                return Outcome.refused(CirculationRefusal.COPY_OFFERED);
            }
        } else if (!places.move(copy.id(), null, EnumSet.of(PlaceKind.SHELF), finding.place(), null, null,
                finding.note())) {
            return Outcome.refused(CirculationRefusal.COPY_NOT_FREE, copy.titleText(), copy.place().name(),
                    LineState.RELEASED.name());
        }
        news.tell(reservation, Channel.STAFF, finding.journalKey(), copy.barcode());
        return Outcome.done(Optional.empty());
    }
}
