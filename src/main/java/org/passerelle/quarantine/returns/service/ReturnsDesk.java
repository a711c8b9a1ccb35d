package org.passerelle.quarantine.returns.service;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.LoanReturns;
import org.passerelle.circulation.LoanReturns.ClosedLoan;
import org.passerelle.circulation.LoanReturns.PutBack;
import org.passerelle.circulation.ScannedCopies;
import org.passerelle.circulation.WaitingPatrons;
import org.passerelle.circulation.WaitingPatrons.Queue;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRefusal;
import org.passerelle.quarantine.domain.MaterialClass;
import org.passerelle.quarantine.domain.QuarantineRule;
import org.passerelle.quarantine.domain.QuarantineSettings;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.ReturnedCopies;
import org.passerelle.quarantine.domain.ReturnedCopies.NewReturn;
import org.passerelle.quarantine.domain.ReturnedCopies.OpenCrate;
import org.passerelle.quarantine.domain.RuleCase;
import org.passerelle.quarantine.domain.SettingsOfBranches;
import org.passerelle.quarantine.service.CrateDesk;
import org.passerelle.quarantine.service.CrateNews;
import org.passerelle.quarantine.service.PutAwayDesk;
import org.passerelle.quarantine.service.QuarantinePolicy;
import org.springframework.stereotype.Service;

/** Scan, scan, scan: each document that comes back closes its loan and finds its crate. */
@Service
public class ReturnsDesk {

    /** A return box is emptied after a week-end or a closure, not after a season. */
    static final Duration LONGEST_IN_BOX = Duration.ofDays(90);

    /** Where a copy may be believed to be when it turns up at a returns desk and simply comes back. */
    private static final Set<PlaceKind> COMES_BACK = EnumSet.of(PlaceKind.ON_LOAN, PlaceKind.SHELF, PlaceKind.MISSING);

    private final SignedIn signedIn;
    private final BranchRepository branches;
    private final SettingsOfBranches settings;
    private final QuarantinePolicy policy;
    private final CopyPlaces copies;
    private final ScannedCopies scans;
    private final LoanReturns loans;
    private final WaitingPatrons waiting;
    private final ReturnedCopies returns;
    private final PutAwayDesk putAwayDesk;
    private final CrateNews news;
    private final AppClock clock;

    ReturnsDesk(SignedIn signedIn, BranchRepository branches, SettingsOfBranches settings, QuarantinePolicy policy,
                CopyPlaces copies, ScannedCopies scans, LoanReturns loans, WaitingPatrons waiting, ReturnedCopies returns,
                PutAwayDesk putAwayDesk, CrateNews news, AppClock clock) {
        this.signedIn = signedIn;
        this.branches = branches;
        this.settings = settings;
        this.policy = policy;
        this.copies = copies;
        this.scans = scans;
        this.loans = loans;
        this.waiting = waiting;
        this.returns = returns;
        this.putAwayDesk = putAwayDesk;
        this.news = news;
        this.clock = clock;
    }

    /**
     * A document comes back. Its loan ends at the drop-off; it goes into the crate that is being filled with its kind,
     * or, where the rule asks for nothing, straight to its shelf or its branch. At most twelve statements: a case that
     * this ends is moved on right after.
     */
    @Gesture
    public Outcome<Scanned> scan(ReturnScan scan) {
        CurrentUser agent = signedIn.requireAt(scan.branch());
        Instant now = clock.instant();
        Instant droppedOff = scan.droppedOff() == null ? now : scan.droppedOff();
        if (droppedOff.isAfter(now)) {
            return Outcome.refused(QuarantineRefusal.DROPPED_OFF_IN_FUTURE);
        }
        if (droppedOff.isBefore(now.minus(LONGEST_IN_BOX))) {
            return Outcome.refused(QuarantineRefusal.DROPPED_OFF_TOO_LONG_AGO, LONGEST_IN_BOX.toDays());
        }
        Outcome<CopyInfo> scanned = scans.find(scan.barcode());
        if (scanned instanceof Outcome.Refused<CopyInfo> no) {
            return Outcome.refused(no.reason(), no.args());
        }
        CopyInfo copy = scanned.value();
        if (scan.isAgain() && copy.place() == PlaceKind.SHELF) {
            return Outcome.refused(QuarantineRefusal.ALREADY_SHELVED, copy.titleText(),
                    copy.shelfMark() == null ? "" : copy.shelfMark());
        }
        return COMES_BACK.contains(copy.place()) ? comesBack(scan, copy, droppedOff, now, agent)
                : arrives(scan, copy);
    }

    private Outcome<Scanned> comesBack(ReturnScan scan, CopyInfo copy, Instant droppedOff, Instant now,
                                       CurrentUser agent) {
        ZoneId zone = branches.findById(scan.branch()).orElseThrow().zone();
        Outcome<Optional<ClosedLoan>> closed = loans.close(copy.id(), droppedOff, zone);
        return closed instanceof Outcome.Refused<?> no ? Outcome.refused(no.reason(), no.args())
                : takeIn(scan, copy, droppedOff, now, agent, zone, closed.value());
    }

    private Outcome<Scanned> takeIn(ReturnScan scan, CopyInfo copy, Instant droppedOff, Instant now, CurrentUser agent,
                                    ZoneId zone, Optional<ClosedLoan> loan) {
        QuarantineSettings here = settings.of(scan.branch());
        MaterialClass material = MaterialClass.of(copy.material(), here.covered());
        QuarantineRule rule = policy.current().of(new RuleCase(material, scan.stacked(), here.situation()));
        Optional<OpenCrate> crate = rule.asksForNothing() ? Optional.empty()
                : Optional.of(returns.crateFor(scan.branch(), material, scan.stacked(),
                        here.dayOf(now, zone), now));
        Queue waitFor = waiting.waiting(copy.title(), copy.branch());
        boolean elsewhere = !copy.branch().equals(scan.branch());
        Destination to = crate.isPresent() ? Destination.CRATE : elsewhere ? Destination.OTHER_BRANCH : Destination.SHELF;
        CrateId crateId = crate.map(OpenCrate::id).orElse(null);
        boolean setAside = to == Destination.SHELF && waitFor.length() > 0 && setAside(copy);
        if (!setAside && !copies.move(copy.id(), null, EnumSet.of(copy.place()), to.place,
                crateId == null ? null : crateId.value(),
                // Until the crate is sealed, as if that were at closing time: nobody is told of no day in between.
                crateId == null ? null : here.closingAfter(now, zone).plus(Duration.ofHours(rule.hours())), null)) {
            throw CrateDesk.movedMeanwhile(copy.id());
        }
        UUID id = returns.add(new NewReturn(copy.id(), scan.branch(), now, agent.accountId(), droppedOff, scan.source(),
                loan.map(ClosedLoan::id).orElse(null), loan.map(ClosedLoan::late).orElse(false), copy.place(), crateId,
                setAside ? ReturnOutcome.SET_ASIDE : to.outcome));
        news.contentsChanged(scan.branch(), crateId);
        return Outcome.done(new Scanned(id, copy, material, to, crateId, crate.map(OpenCrate::code).orElse(null),
                loan.isPresent(), loan.map(ClosedLoan::late).orElse(false), waitFor.length(), waitFor.first(), setAside));
    }

    /** What is not on loan at all: it is expected here, or belongs to somebody. */
    private Outcome<Scanned> arrives(ReturnScan scan, CopyInfo copy) {
        boolean elsewhere = !copy.branch().equals(scan.branch());
        return switch (copy.place()) {
            case QUARANTINE -> Outcome.refused(QuarantineRefusal.ALREADY_IN_CRATE,
                    returns.codeOf(new CrateId(copy.caseId())), copy.titleText());
            case IN_TRANSIT -> elsewhere ? Outcome.refused(QuarantineRefusal.COPY_ON_ITS_WAY, copy.titleText(),
                    branches.findById(copy.branch()).orElseThrow().name()) : arrived(copy);
            case TO_SHELF -> elsewhere ? Outcome.refused(QuarantineRefusal.TO_SHELF_ELSEWHERE, copy.titleText(),
                    branches.findById(copy.branch()).orElseThrow().name()) : toShelf(copy);
            case REPAIR -> repaired(copy, elsewhere);
            case HELD, PICKED, BAGGED -> promised(copy);
            default -> Outcome.refused(QuarantineRefusal.COPY_OUT_OF_USE, copy.titleText());
        };
    }

    private static Outcome<Scanned> promised(CopyInfo copy) {
        return Outcome.refused(QuarantineRefusal.PROMISED_COPY, copy.titleText());
    }

    /** It has travelled from the branch where it came back. */
    private Outcome<Scanned> arrived(CopyInfo copy) {
        Queue waitFor = waiting.waiting(copy.title(), copy.branch());
        return Outcome.done(shelved(copy, waitFor, moveOn(copy, PlaceKind.SHELF)));
    }

    /** It comes from its repair, not from a patron: no quarantine. */
    private Outcome<Scanned> repaired(CopyInfo copy, boolean elsewhere) {
        Queue waitFor = waiting.waiting(copy.title(), copy.branch());
        Destination to = elsewhere ? Destination.OTHER_BRANCH : Destination.SHELF;
        return Outcome.done(new Scanned(null, copy, null, to, null, null, false, false, waitFor.length(),
                waitFor.first(), moveOn(copy, to.place)));
    }

    /** @return whether it is set aside instead of going to its shelf */
    private boolean moveOn(CopyInfo copy, PlaceKind to) {
        boolean setAside = to == PlaceKind.SHELF && setAside(copy);
        if (!setAside && !copies.move(copy.id(), null, EnumSet.of(copy.place()), to, null, null, null)) {
            throw CrateDesk.movedMeanwhile(copy.id());
        }
        return setAside;
    }

    private boolean setAside(CopyInfo copy) {
        return waiting.setAside(copy.id(), copy.title(), copy.branch(), copy.place());
    }

    /** It is put away from a crate that has been inspected, or from a bag that nobody collected. */
    private Outcome<Scanned> toShelf(CopyInfo copy) {
        Queue waitFor = waiting.waiting(copy.title(), copy.branch());
        boolean mayBeAwaited = waitFor.length() > 0;
        Outcome<PutBack> done = putAwayDesk.scanned(copy, mayBeAwaited)
                .orElseGet(() -> loans.putBack(copy, mayBeAwaited));
        return done.map(back -> shelved(copy, waitFor, back.isSetAside()));
    }

    private static Scanned shelved(CopyInfo copy, Queue waitFor, boolean setAside) {
        return new Scanned(null, copy, null, Destination.SHELF, null, null, false, false, waitFor.length(),
                waitFor.first(), setAside);
    }

    /** Where a scanned document goes. */
    public enum Destination {
        CRATE(PlaceKind.QUARANTINE, ReturnOutcome.IN_CRATE),
        SHELF(PlaceKind.SHELF, ReturnOutcome.SHELVED),
        OTHER_BRANCH(PlaceKind.IN_TRANSIT, ReturnOutcome.IN_TRANSIT);

        private final PlaceKind place;
        private final ReturnOutcome outcome;

        Destination(PlaceKind place, ReturnOutcome outcome) {
            this.place = place;
            this.outcome = outcome;
        }
    }

    /**
     * @param id        what can be undone, or null where the scan put something on its shelf that was on its way there: what was
     *                  put away or back is {@link UndoneScans#notShelved}
     * @param material  null where no crate was in question
     * @param crateCode or null
     * @param wasOnLoan whether a loan was closed
     * @param late      whether it was dropped off after its due date
     * @param waiting   how many waited for that title at the copy's branch when it was scanned
     * @param firstInLine name of the first of them, or null
     * @param isSetAside it goes to no shelf: it is for the first who waits for it, and the scan cannot be undone
     */
    public record Scanned(UUID id, CopyInfo copy, MaterialClass material, Destination to, CrateId crate,
                          String crateCode, boolean wasOnLoan, boolean late, int waiting, String firstInLine,
                          boolean isSetAside) {
    }
}
