package org.passerelle.quarantine.returns.service;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.LoanReturns;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.QuarantineRefusal;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.ReturnedCopies;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.service.CrateAccess;
import org.passerelle.quarantine.service.CrateDesk;
import org.passerelle.quarantine.service.CrateNews;
import org.passerelle.quarantine.service.PutAwayDesk;
import org.springframework.stereotype.Service;

/** Scans at the returns desk that were mistakes: what they did is taken back. */
@Service
public class UndoneScans {

    private final SignedIn signedIn;
    private final CopyPlaces copies;
    private final LoanReturns loans;
    private final ReturnedCopies returns;
    private final PutAwayDesk putAwayDesk;
    private final CrateAccess crates;
    private final CrateNews news;
    private final AppClock clock;

    UndoneScans(SignedIn signedIn, CopyPlaces copies, LoanReturns loans, ReturnedCopies returns, PutAwayDesk putAwayDesk,
                CrateAccess crates, CrateNews news, AppClock clock) {
        this.signedIn = signedIn;
        this.copies = copies;
        this.loans = loans;
        this.returns = returns;
        this.putAwayDesk = putAwayDesk;
        this.crates = crates;
        this.news = news;
        this.clock = clock;
    }

    /**
     * All is as it was before the scan: as long as its crate is open, or, where it needed none, on the same day, unless the
     * copy has come back again since.
     */
    @Gesture
    public Outcome<Void> undo(UUID scan) {
        Optional<ReturnedCopy> found = returns.find(scan);
        if (found.isEmpty()) {
            return Outcome.refused(QuarantineRefusal.NOTHING_TO_UNDO);
        }
        signedIn.requireAt(found.get().branch());
        // The crate first, then its documents: as those do who seal and inspect it.
        boolean open = found.get().crate() == null || crates.locked(found.get().crate()).state() == CrateState.OPEN;
        ReturnedCopy row = returns.lock(scan).orElseThrow();
        if (!open || !isUndoable(row)) {
            return Outcome.refused(QuarantineRefusal.NOTHING_TO_UNDO);
        }
        PlaceKind now = placeOf(row.outcome());
        if (row.loan() != null) {
            loans.reopen(row.loan(), row.copy());
        } else if (!copies.move(row.copy(), null, EnumSet.of(now), row.wasAt(), null, null, null)) {
            throw CrateDesk.movedMeanwhile(row.copy());
        }
        returns.settle(row.id(), row.outcome(), ReturnOutcome.UNDONE, null, clock.instant());
        news.contentsChanged(row.branch(), row.crate());
        return Outcome.done();
    }

    /**
     * It was put on its shelf from an inspected crate or an uncollected bag, by mistake: it is to be put there again.
     *
     * @param shelved as it was before
     */
    @Gesture
    public Outcome<Void> notShelved(CopyInfo shelved) {
        return putAwayDesk.notScanned(shelved).orElseGet(() -> loans.notPutBack(shelved)).map(task -> null);
    }

    private boolean isUndoable(ReturnedCopy row) {
        if (row.loan() != null && !loans.canRunAgain(row.loan())) {
            return false;
        }
        if (row.crate() != null) {
            return row.outcome() == ReturnOutcome.IN_CRATE;
        }
        // Without a crate it stands on its shelf or travels; who took it from there since has the better right.
        return (row.outcome() == ReturnOutcome.SHELVED || row.outcome() == ReturnOutcome.IN_TRANSIT)
                && returns.isLastOfToday(row.id(), clock.instant())
                && copies.copies(List.of(row.copy())).getFirst().place() == placeOf(row.outcome());
    }

    private static PlaceKind placeOf(ReturnOutcome outcome) {
        return switch (outcome) {
            case IN_CRATE -> PlaceKind.QUARANTINE;
            case IN_TRANSIT -> PlaceKind.IN_TRANSIT;
            default -> PlaceKind.SHELF;
        };
    }
}
