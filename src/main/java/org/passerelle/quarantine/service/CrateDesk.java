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
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRefusal;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Method;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.ReturnedCopies;
import org.passerelle.quarantine.domain.ReturnedCopy;
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

    static final String NOT_FOUND = "journal.quarantine.notFound";
    private static final String TREATED = "journal.quarantine.treated";
    private static final String INSPECTED = "journal.quarantine.inspected";

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
                : news.alreadyDone(crate, "journal.quarantine.sealed", "journal.quarantine.sealedAtClosing");
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
            return news.alreadyDone(crate, TREATED);
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
        news.tell(crate, Channel.STAFF, TREATED, method, minutes);
        return process.treated(task, id) ? Outcome.done() : noLongerToDo();
    }

    /**
     * Said to be treated by mistake, a moment ago and by whoever takes it back: as long as its inspection has found nothing, it
     * is to be treated again.
     *
     * @return its task
     */
    @Gesture
    public Outcome<TaskRef> notTreated(CrateId id) {
        Crate crate = access.toWorkOn(id);
        if (crate.state() != CrateState.INSPECTION || !news.canBeTakenBack(crate, TREATED)
                || returns.of(id).stream().anyMatch(row -> row.verdict() != null)) {
            return Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        }
        crate.notTreated();
        treatments.remove(id);
        news.tell(crate, Channel.STAFF, "journal.quarantine.notTreated");
        return Outcome.done(process.notTreated(id));
    }

    /**
     * What the inspection finds of one document. It is kept, for whoever goes on with the crate, and carried out when
     * the crate is {@link #inspected}.
     *
     * @param verdict null where it is fit for use after all
     */
    @Gesture
    public Outcome<Void> found(CrateId id, UUID document, Verdict verdict) {
        Crate crate = access.toWorkOn(id);
        if (crate.state() != CrateState.INSPECTION) {
            return news.alreadyDone(crate, INSPECTED);
        }
        if (verdict != null && verdict.outcome() != ReturnOutcome.MISSING && verdict.note().isEmpty()) {
            return Outcome.refused(CirculationRefusal.NOTE_MISSING);
        }
        if (verdict != null && verdict.note().length() > LONGEST_NOTE) {
            return Outcome.refused(CirculationRefusal.TEXT_TOO_LONG, LONGEST_NOTE);
        }
        boolean inside = returns.of(id).stream().anyMatch(row -> row.id().equals(document));
        if (!inside || !returns.judge(document, verdict == null ? null : verdict.outcome(),
                verdict == null || verdict.note().isEmpty() ? null : verdict.note())) {
            return Outcome.refused(QuarantineRefusal.NOT_INSIDE_ANY_MORE, crate.code());
        }
        news.changed(crate);
        return Outcome.done();
    }

    /**
     * The inspection is over: documents are fit for use, but for those of which it {@link #found} something else.
     *
     * @return what of them goes to no shelf here
     */
    @Gesture
    public Outcome<List<Elsewhere>> inspected(TaskRef task, CrateId id) {
        Crate crate = access.toWorkOn(id);
        if (crate.state() != CrateState.INSPECTION) {
            return news.alreadyDone(crate, INSPECTED);
        }
        Map<ReturnOutcome, Integer> counts = new EnumMap<>(ReturnOutcome.class);
        List<Elsewhere> elsewhere = new ArrayList<>();
        List<ReturnedCopy> inside = returns.of(id).stream().filter(row -> row.outcome() == ReturnOutcome.IN_CRATE)
                .sorted(Comparator.comparing(ReturnedCopy::copy)).toList();
        for (ReturnedCopy row : inside) {
            ReturnOutcome outcome = settle(crate, row);
            counts.merge(outcome, 1, Integer::sum);
            if (outcome == ReturnOutcome.SET_ASIDE || outcome == ReturnOutcome.IN_TRANSIT) {
                elsewhere.add(new Elsewhere(row, outcome == ReturnOutcome.SET_ASIDE ? null
                        : branches.findById(row.ownBranch()).orElseThrow().name()));
            }
        }
        boolean toPutAway = counts.containsKey(ReturnOutcome.TO_SHELF);
        crate.inspected(toPutAway, clock.instant());
        news.tell(crate, Channel.STAFF, INSPECTED, counts.getOrDefault(ReturnOutcome.TO_SHELF, 0),
                counts.getOrDefault(ReturnOutcome.SET_ASIDE, 0), counts.getOrDefault(ReturnOutcome.IN_TRANSIT, 0),
                counts.getOrDefault(ReturnOutcome.REPAIR, 0), counts.getOrDefault(ReturnOutcome.WITHDRAWN, 0));
        return process.inspected(task, id, toPutAway) ? Outcome.done(List.copyOf(elsewhere)) : noLongerToDo();
    }

    /**
     * Said to be over by mistake, a moment ago and by whoever takes it back: the crate is to be inspected again, and what was
     * found stays. Not once a document has gone on from there, be it that it is offered to somebody who waits for it.
     *
     * @return its task
     */
    @Gesture
    public Outcome<TaskRef> notInspected(CrateId id) {
        Crate crate = access.toWorkOn(id);
        boolean inspected = crate.state() == CrateState.PUT_AWAY || crate.state() == CrateState.DONE;
        List<ReturnedCopy> inside = returns.of(id).stream().filter(row -> row.outcome() != ReturnOutcome.RELEASED_EARLY)
                .sorted(Comparator.comparing(ReturnedCopy::copy)).toList();
        if (!inspected || !news.canBeTakenBack(crate, INSPECTED)
                || !inside.stream().allMatch(row -> row.outcome() == foundToBe(row) && backIntoCrate(crate, row))) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        }
        crate.notInspected();
        news.tell(crate, Channel.STAFF, "journal.quarantine.notInspected");
        return Outcome.done(process.notInspected(id));
    }

    private boolean backIntoCrate(Crate crate, ReturnedCopy row) {
        return copies.move(row.copy(), null, EnumSet.of(placeOf(row.outcome())), PlaceKind.QUARANTINE, crate.id().value(),
                crate.opensAt(), null) && returns.unsettle(row.id(), row.outcome());
    }

    /** What becomes of it where nobody waits for it. */
    private static ReturnOutcome foundToBe(ReturnedCopy row) {
        return row.verdict() != null ? row.verdict()
                : row.isOfOtherBranch() ? ReturnOutcome.IN_TRANSIT : ReturnOutcome.TO_SHELF;
    }

    private ReturnOutcome settle(Crate crate, ReturnedCopy row) {
        ReturnOutcome found = foundToBe(row);
        ReturnOutcome outcome = found == ReturnOutcome.TO_SHELF
                && waiting.setAside(row.copy(), row.title(), row.ownBranch(), PlaceKind.QUARANTINE) ? ReturnOutcome.SET_ASIDE : found;
        if (outcome != ReturnOutcome.SET_ASIDE) {
            move(crate.id(), row.copy(), outcome, row.note());
        }
        if (!returns.settle(row.id(), ReturnOutcome.IN_CRATE, outcome, null, clock.instant())) {
            throw movedMeanwhile(row.copy());
        }
        if (outcome == ReturnOutcome.MISSING) {
            news.tell(crate, Channel.STAFF, NOT_FOUND, row.barcode());
        }
        return outcome;
    }

    private void move(CrateId crate, UUID copy, ReturnOutcome outcome, String note) {
        PlaceKind place = placeOf(outcome);
        if (!copies.move(copy, crate.value(), EnumSet.of(PlaceKind.QUARANTINE), place,
                place == PlaceKind.TO_SHELF ? crate.value() : null, null, note)) {
            throw movedMeanwhile(copy);
        }
    }

    private static PlaceKind placeOf(ReturnOutcome outcome) {
        return switch (outcome) {
            case WITHDRAWN -> PlaceKind.WITHDRAWN;
            case REPAIR -> PlaceKind.REPAIR;
            case MISSING -> PlaceKind.MISSING;
            case IN_TRANSIT -> PlaceKind.IN_TRANSIT;
            default -> PlaceKind.TO_SHELF;
        };
    }

    /** Tried again, whole, the gesture sees where it is now. */
    public static OptimisticLockingFailureException movedMeanwhile(UUID copy) {
        return new OptimisticLockingFailureException("copy " + copy + " has just been moved by somebody else");
    }

    private UUID account() {
        return signedIn.maybe().orElseThrow().accountId();
    }

    /** The form was of a task that is no longer this crate's. */
    private static <T> Outcome<T> noLongerToDo() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
    }

    /**
     * A document that is fit for use and goes to no shelf here.
     *
     * @param branch name of the one it travels to, or null where it is set aside
     */
    public record Elsewhere(ReturnedCopy document, String branch) {

        public boolean travels() {
            return branch != null;
        }
    }

    /** What is not fit for use, and why; or what is not in its crate. */
    public record Verdict(ReturnOutcome outcome, String note) {

        public static final Verdict MISSING = new Verdict(ReturnOutcome.MISSING, "");

        public Verdict {
            note = PlainText.line(note);
        }

        public static Verdict repair(String note) {
            return new Verdict(ReturnOutcome.REPAIR, note);
        }

        /** Out of the collection for good. */
        public static Verdict withdraw(String note) {
            return new Verdict(ReturnOutcome.WITHDRAWN, note);
        }
    }
}
