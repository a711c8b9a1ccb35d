package org.passerelle.quarantine.service;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.LoanReturns.PutBack;
import org.passerelle.circulation.ScannedCopies;
import org.passerelle.circulation.WaitingPatrons;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRefusal;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.ReturnedCopies;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.stereotype.Service;

/** From an inspected crate back to the shelves. */
@Service
public class PutAwayDesk {

    private final CrateAccess access;
    private final ReturnedCopies returns;
    private final CopyPlaces copies;
    private final ScannedCopies scans;
    private final WaitingPatrons waiting;
    private final CrateEnding ending;
    private final QuarantineProcess process;
    private final CrateNews news;
    private final AppClock clock;

    PutAwayDesk(CrateAccess access, ReturnedCopies returns, CopyPlaces copies, ScannedCopies scans,
                WaitingPatrons waiting, CrateEnding ending, QuarantineProcess process, CrateNews news, AppClock clock) {
        this.access = access;
        this.returns = returns;
        this.copies = copies;
        this.scans = scans;
        this.waiting = waiting;
        this.ending = ending;
        this.process = process;
        this.news = news;
        this.clock = clock;
    }

    /** One document of the crate is on its shelf again. @return what it is, and how many are left */
    @Gesture
    public Outcome<PutBack> putAway(CrateId id, String barcode) {
        Crate crate = access.toWorkOn(id);
        return switch (scans.find(barcode)) {
            case Outcome.Done<CopyInfo> scanned -> putAway(crate, scanned.value(), true, ending::now);
            case Outcome.Refused<CopyInfo> no -> Outcome.refused(no.reason(), no.args());
        };
    }

    /**
     * The same, scanned at the returns desk: the last of a crate ends its case right after.
     *
     * @param copy         to put away, wherever it comes from
     * @param mayBeAwaited false where the caller has just seen that nobody waits for it: the queue is then asked only as
     *                     it reaches its shelf
     * @return empty where it comes from no crate
     */
    public Optional<Outcome<PutBack>> scanned(CopyInfo copy, boolean mayBeAwaited) {
        return access.crateToWorkOn(copy.caseId())
                .map(crate -> putAway(crate, copy, mayBeAwaited, ending::soon));
    }

    private Outcome<PutBack> putAway(Crate crate, CopyInfo copy, boolean mayBeAwaited, Consumer<Crate> end) {
        CrateId id = crate.id();
        List<ReturnedCopy> all = returns.of(id);
        Optional<ReturnedCopy> scanned = all.stream().filter(row -> row.copy().equals(copy.id())).findFirst();
        if (scanned.isEmpty()) {
            return Outcome.refused(QuarantineRefusal.NOT_IN_THIS_CRATE, copy.titleText());
        }
        if (!returns.settle(scanned.get().id(), ReturnOutcome.TO_SHELF, ReturnOutcome.SHELVED, null, clock.instant())) {
            return Outcome.refused(QuarantineRefusal.NOT_TO_PUT_AWAY, scanned.get().titleText(),
                    scanned.get().outcome().name());
        }
        ReturnedCopy row = scanned.get();
        boolean awaited = mayBeAwaited
                && waiting.setAside(row.copy(), row.title(), row.ownBranch(), PlaceKind.TO_SHELF);
        if (!awaited && !copies.move(row.copy(), id.value(), EnumSet.of(PlaceKind.TO_SHELF), PlaceKind.SHELF, null, null,
                null)) {
            throw CrateDesk.movedMeanwhile(row.copy());
        }
        return Outcome.done(new PutBack(row.titleText(), row.shelfMark(), goOn(crate, all, end), awaited));
    }

    /**
     * Scanned by mistake, a moment ago: as long as nobody has taken it from its shelf, it is to be put away again. Where its crate
     * was done with, only for whoever ended it.
     *
     * @return the task in which it is put away
     */
    @Gesture
    public Outcome<TaskRef> notPutAway(CrateId id, String barcode) {
        Crate crate = access.toWorkOn(id);
        return scans.find(barcode) instanceof Outcome.Done<CopyInfo> scanned ? notPutAway(crate, scanned.value().id())
                : Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    /** The same, scanned at the returns desk. @param copy as it was before @return empty where it came from no crate */
    public Optional<Outcome<TaskRef>> notScanned(CopyInfo copy) {
        return access.crateToWorkOn(copy.caseId()).map(crate -> notPutAway(crate, copy.id()));
    }

    private Outcome<TaskRef> notPutAway(Crate crate, UUID copy) {
        CrateId id = crate.id();
        boolean last = ending.canBeTakenBack(crate);
        Optional<ReturnedCopy> row = returns.of(id).stream().filter(each -> each.copy().equals(copy))
                .filter(each -> each.outcome() == ReturnOutcome.SHELVED).findFirst();
        if (crate.state() != CrateState.PUT_AWAY && !last || row.isEmpty() || !copies.takeFromShelf(copy, id.value())) {
            return Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        }
        if (!returns.settle(row.get().id(), ReturnOutcome.SHELVED, ReturnOutcome.TO_SHELF, null, clock.instant())) {
            throw CrateDesk.movedMeanwhile(row.get().copy());
        }
        if (last) {
            ending.takeBack(crate);
        }
        TaskRef task = process.notPutAway(id);
        news.changed(crate);
        process.factsChanged(id);
        return Outcome.done(task);
    }

    /**
     * One document of the crate is not there: it is missing, until a scan at the returns desk finds it.
     *
     * @return how many are left
     */
    @Gesture
    public Outcome<Integer> notFound(CrateId id, UUID document) {
        Crate crate = access.toWorkOn(id);
        List<ReturnedCopy> all = returns.of(id);
        ReturnedCopy row = all.stream().filter(each -> each.id().equals(document)).findFirst().orElseThrow();
        if (!returns.settle(document, ReturnOutcome.TO_SHELF, ReturnOutcome.MISSING, null, clock.instant())) {
            return Outcome.refused(QuarantineRefusal.NOT_TO_PUT_AWAY, row.titleText(), row.outcome().name());
        }
        if (!copies.move(row.copy(), id.value(), EnumSet.of(PlaceKind.TO_SHELF), PlaceKind.MISSING, null, null, null)) {
            throw CrateDesk.movedMeanwhile(row.copy());
        }
        news.tell(crate, Channel.STAFF, CrateDesk.NOT_FOUND, row.barcode());
        return Outcome.done(goOn(crate, all, ending::now));
    }

    /** @param all as they stood before one of them was settled. @return how many are left */
    private int goOn(Crate crate, List<ReturnedCopy> all, Consumer<Crate> end) {
        int left = (int) all.stream().filter(other -> other.outcome() == ReturnOutcome.TO_SHELF).count() - 1;
        if (left == 0) {
            end.accept(crate);
        } else {
            news.changed(crate);
            process.factsChanged(crate.id());
        }
        return left;
    }

    /** Everything that was left is on its shelf again, without a scan of each. */
    @Gesture
    public Outcome<Void> allPutAway(CrateId id) {
        Crate crate = access.toWorkOn(id);
        if (crate.state() != CrateState.PUT_AWAY) {
            return news.alreadyDone(crate, "journal.quarantine.putAway");
        }
        copies.moveAll(id.value(), PlaceKind.TO_SHELF, PlaceKind.SHELF, null);
        returns.settleAll(id, ReturnOutcome.TO_SHELF, ReturnOutcome.SHELVED, clock.instant());
        ending.now(crate);
        return Outcome.done();
    }
}
