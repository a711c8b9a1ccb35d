package org.passerelle.quarantine.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.WaitingPatrons;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.PlainText;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRefusal;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Fate;
import org.passerelle.quarantine.domain.Method;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.domain.ReturnedCopies;
import org.passerelle.quarantine.domain.Treatments;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What is done with a crate: sealed, treated, inspected. */
@Service
public class CrateDesk {

    /** A product's name is a few words on its bottle. */
    public static final int LONGEST_PRODUCT = 80;
    public static final int LONGEST_NOTE = 500;
    /** A day: what acts longer is not a treatment. */
    public static final int LONGEST_CONTACT = 1440;

    private final CrateAccess access;
    private final CrateSealing sealing;
    private final ReturnedCopies returns;
    private final Treatments treatments;
    private final CopyPlaces copies;
    private final WaitingPatrons waiting;
    private final BranchRepository branches;
    private final QuarantineProcess process;
    private final CrateNews news;
    private final SignedIn signedIn;
    private final AppClock clock;

    CrateDesk(CrateAccess access, CrateSealing sealing, ReturnedCopies returns, Treatments treatments, CopyPlaces copies,
              WaitingPatrons waiting, BranchRepository branches, QuarantineProcess process, CrateNews news,
              SignedIn signedIn, AppClock clock) {
        this.access = access;
        this.sealing = sealing;
        this.returns = returns;
        this.treatments = treatments;
        this.copies = copies;
        this.waiting = waiting;
        this.branches = branches;
        this.process = process;
        this.news = news;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** @return when the crate will be released */
    @Gesture
    public Outcome<Instant> seal(CrateId id) {
        Crate crate = access.toWorkOn(id);
        return crate.state() == CrateState.OPEN ? sealing.seal(crate, account())
                : Outcome.refused(CommonRefusal.ALREADY_DONE);
    }

    /**
     * Its documents have been treated.
     *
     * @param product what was used; only where the method needs one
     * @param minutes how long it acted
     */
    @Gesture
    public Outcome<Void> treated(TaskRef task, CrateId id, Method method, String product, int minutes) {
        Crate crate = access.toWorkOn(id);
        if (crate.state() != CrateState.TREATMENT) {
            return Outcome.refused(CommonRefusal.ALREADY_DONE);
        }
        if (!crate.rule().methods().contains(method)) {
            return Outcome.refused(QuarantineRefusal.METHOD_NOT_ALLOWED);
        }
        String used = PlainText.line(product);
        if (method.needsProduct() && used.isEmpty()) {
            return Outcome.refused(QuarantineRefusal.PRODUCT_MISSING);
        }
        if (used.length() > LONGEST_PRODUCT) {
            return Outcome.refused(CirculationRefusal.TEXT_TOO_LONG, LONGEST_PRODUCT);
        }
        int least = method.needsProduct() ? crate.rule().contactMinutes() : 0;
        if (minutes < 0) {
            return Outcome.refused(QuarantineRefusal.MINUTES_MISSING, least, LONGEST_CONTACT);
        }
        if (minutes < least) {
            return Outcome.refused(QuarantineRefusal.CONTACT_TOO_SHORT, crate.rule().contactMinutes());
        }
        if (minutes > LONGEST_CONTACT) {
            return Outcome.refused(QuarantineRefusal.CONTACT_TOO_LONG, LONGEST_CONTACT);
        }
        crate.treated();
        treatments.add(id, method, used.isEmpty() ? null : used, minutes, clock.instant(), account());
        news.tell(crate, Channel.STAFF, "journal.quarantine.treated", method, minutes);
        return process.treated(task, id) ? Outcome.done() : alreadyDone();
    }

    /**
     * What the inspection found: documents are fit for use, but for those named here.
     *
     * @param verdicts by the id of the returned document
     * @return what of them goes to no shelf here
     */
    @Gesture
    public Outcome<List<Elsewhere>> inspected(TaskRef task, CrateId id, Map<UUID, Verdict> verdicts) {
        Crate crate = access.toWorkOn(id);
        if (crate.state() != CrateState.INSPECTION) {
            return Outcome.refused(CommonRefusal.ALREADY_DONE);
        }
        for (Verdict verdict : verdicts.values()) {
            if (verdict.note().isEmpty()) {
                return Outcome.refused(CirculationRefusal.NOTE_MISSING);
            }
            if (verdict.note().length() > LONGEST_NOTE) {
                return Outcome.refused(CirculationRefusal.TEXT_TOO_LONG, LONGEST_NOTE);
            }
        }
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        List<Elsewhere> elsewhere = new ArrayList<>();
        List<ReturnedCopy> inside = returns.of(id).stream().filter(row -> row.fate() == Fate.IN_CRATE)
                .sorted(Comparator.comparing(ReturnedCopy::copy)).toList();
        for (ReturnedCopy row : inside) {
            Fate fate = settle(id, row, verdicts.get(row.id()));
            counts.merge(fate, 1, Integer::sum);
            if (fate == Fate.SET_ASIDE || fate == Fate.IN_TRANSIT) {
                elsewhere.add(new Elsewhere(row, fate == Fate.SET_ASIDE ? null
                        : branches.findById(row.ownBranch()).orElseThrow().name()));
            }
        }
        boolean toPutAway = counts.containsKey(Fate.TO_SHELF);
        crate.inspected(toPutAway, clock.instant());
        news.tell(crate, Channel.STAFF, "journal.quarantine.inspected", counts.getOrDefault(Fate.TO_SHELF, 0),
                counts.getOrDefault(Fate.SET_ASIDE, 0), counts.getOrDefault(Fate.IN_TRANSIT, 0),
                counts.getOrDefault(Fate.REPAIR, 0), counts.getOrDefault(Fate.WITHDRAWN, 0));
        return process.inspected(task, id, toPutAway) ? Outcome.done(List.copyOf(elsewhere)) : alreadyDone();
    }

    private Fate settle(CrateId crate, ReturnedCopy row, Verdict verdict) {
        Fate fate = verdict != null ? verdict.withdrawn() ? Fate.WITHDRAWN : Fate.REPAIR
                : row.isOfOtherBranch() ? Fate.IN_TRANSIT
                : waiting.setAside(row.copy(), row.title(), row.ownBranch(), PlaceKind.QUARANTINE) ? Fate.SET_ASIDE
                : Fate.TO_SHELF;
        String note = verdict == null ? null : verdict.note();
        if (fate != Fate.SET_ASIDE) {
            move(crate, row.copy(), fate, note);
        }
        if (!returns.settle(row.id(), Fate.IN_CRATE, fate, note, clock.instant())) {
            throw movedMeanwhile(row.copy());
        }
        return fate;
    }

    private void move(CrateId crate, UUID copy, Fate fate, String note) {
        PlaceKind place = switch (fate) {
            case WITHDRAWN -> PlaceKind.WITHDRAWN;
            case REPAIR -> PlaceKind.REPAIR;
            case IN_TRANSIT -> PlaceKind.IN_TRANSIT;
            default -> PlaceKind.TO_SHELF;
        };
        if (!copies.move(copy, crate.value(), EnumSet.of(PlaceKind.QUARANTINE), place,
                place == PlaceKind.TO_SHELF ? crate.value() : null, null, note)) {
            throw movedMeanwhile(copy);
        }
    }

    /** Tried again, whole, the gesture sees where it is now. */
    static OptimisticLockingFailureException movedMeanwhile(UUID copy) {
        return new OptimisticLockingFailureException("copy " + copy + " has just been moved by somebody else");
    }

    private UUID account() {
        return signedIn.maybe().orElseThrow().accountId();
    }

    private static <T> Outcome<T> alreadyDone() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return Outcome.refused(CommonRefusal.ALREADY_DONE);
    }

    /**
     * A document that is fit for use and goes to no shelf here.
     *
     * @param branch name of the one it travels to, or null where it is set aside
     */
    public record Elsewhere(ReturnedCopy document, String branch) {
    }

    /** What is not fit for use: to repair, or out of the collection for good; and why. */
    public record Verdict(boolean withdrawn, String note) {

        public Verdict {
            note = PlainText.line(note);
        }
    }
}
