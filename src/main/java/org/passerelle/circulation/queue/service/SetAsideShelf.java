package org.passerelle.circulation.queue.service;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.LoanReturns.PutBack;
import org.passerelle.circulation.ScannedCopies;
import org.passerelle.circulation.drive.service.PutBackDesk;
import org.passerelle.circulation.queue.process.ShelfReturnProcess;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where copies stand that were set aside: one that nobody wants any more goes back to its shelf, or is missing. */
@Service
public class SetAsideShelf {

    private static final String PUT_BACK = "journal.shelf-return.putBack";

    private final CopyPlaces copies;
    private final ScannedCopies scans;
    private final TitleQueue waiting;
    private final ShelfReturnEnding ending;
    private final ShelfReturnProcess process;
    private final Journal journal;
    private final SignedIn signedIn;

    SetAsideShelf(CopyPlaces copies, ScannedCopies scans, TitleQueue waiting, ShelfReturnEnding ending,
                  ShelfReturnProcess process, Journal journal, SignedIn signedIn) {
        this.copies = copies;
        this.scans = scans;
        this.waiting = waiting;
        this.ending = ending;
        this.process = process;
        this.journal = journal;
        this.signedIn = signedIn;
    }

    /** The copy that is to be put back. */
    @Transactional(readOnly = true)
    public CopyInfo copy(UUID id) {
        signedIn.require(Role.AGENT);
        return copies.copies(List.of(id)).getFirst();
    }

    /**
     * The copy has been scanned at its shelf, and is free for anybody.
     *
     * @return set aside again where somebody waits for it meanwhile
     */
    @Gesture
    public Outcome<PutBack> putBack(UUID id, String barcode) {
        CopyInfo copy = copies.copies(List.of(id)).getFirst();
        signedIn.requireAt(copy.branch());
        return switch (scans.find(barcode)) {
            case Outcome.Done<CopyInfo> scanned when scanned.value().id().equals(id) ->
                    putBack(copy, true, ending::carryOut);
            case Outcome.Done<CopyInfo> other -> Outcome.refused(CirculationRefusal.NOT_THIS_COPY,
                    other.value().titleText(), copy.barcode());
            case Outcome.Refused<CopyInfo> no -> Outcome.refused(no.reason(), no.args());
        };
    }

    /** The same, scanned at the returns desk: the case ends right after. @param mayBeAwaited see {@link PutBackDesk} */
    public Outcome<PutBack> scanned(CopyInfo copy, boolean mayBeAwaited) {
        signedIn.requireAt(copy.branch());
        return putBack(copy, mayBeAwaited, ending::soon);
    }

    /**
     * Scanned by mistake, a moment ago and by whoever takes it back: it stands apart, as long as nobody has taken it from its shelf.
     *
     * @return the task in which it is put back
     */
    @Gesture
    public Outcome<TaskRef> notPutBack(UUID id) {
        return notScanned(id);
    }

    /** The same, scanned at the returns desk. */
    public Outcome<TaskRef> notScanned(UUID id) {
        signedIn.requireAt(copies.copies(List.of(id)).getFirst().branch());
        CaseRef process = ShelfReturnProcess.caseOf(id);
        if (!journal.canBeTakenBack(process, PUT_BACK) || !copies.takeFromShelf(id, id)) {
            return Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        }
        journal.record(process, Channel.STAFF, "journal.shelf-return.notPutBack");
        return Outcome.done(ending.takeBack(id));
    }

    private Outcome<PutBack> putBack(CopyInfo copy, boolean mayBeAwaited, Consumer<UUID> end) {
        if (!isToPutBack(copy)) {
            return settled(copy);
        }
        boolean awaited = mayBeAwaited
                && waiting.setAside(copy.id(), copy.title(), copy.branch(), PlaceKind.TO_SHELF);
        if (!awaited) {
            move(copy, PlaceKind.SHELF);
        }
        journal.record(ShelfReturnProcess.caseOf(copy.id()), Channel.STAFF, awaited ? "journal.shelf-return.setAside"
                : PUT_BACK);
        end.accept(copy.id());
        return Outcome.done(new PutBack(copy.titleText(), copy.shelfMark(), 0, awaited));
    }

    /** It does not stand where it was set aside: it is missing, until a scan at the returns desk finds it. */
    @Gesture
    public Outcome<CopyInfo> notFound(UUID id) {
        CopyInfo copy = copies.copies(List.of(id)).getFirst();
        signedIn.requireAt(copy.branch());
        if (!isToPutBack(copy)) {
            return settled(copy);
        }
        move(copy, PlaceKind.MISSING);
        journal.record(ShelfReturnProcess.caseOf(id), Channel.STAFF, "journal.shelf-return.notFound");
        expect(process.notFound(id), copy);
        return Outcome.done(copy);
    }

    private <T> Outcome<T> settled(CopyInfo copy) {
        return journal.alreadyDone(ShelfReturnProcess.caseOf(copy.id()), PUT_BACK,
                "journal.shelf-return.setAside", "journal.shelf-return.notFound");
    }

    private static boolean isToPutBack(CopyInfo copy) {
        return copy.place() == PlaceKind.TO_SHELF && copy.id().equals(copy.caseId());
    }

    private void move(CopyInfo copy, PlaceKind to) {
        expect(copies.move(copy.id(), copy.id(), EnumSet.of(PlaceKind.TO_SHELF), to, null, null, null), copy);
    }

    private static void expect(boolean first, CopyInfo copy) {
        if (!first) {
            throw new OptimisticLockingFailureException("copy " + copy.id() + " has just been settled by somebody else");
        }
    }
}
