package org.passerelle.quarantine.service;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.WaitingPatrons;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.PlainText;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRefusal;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.ReleaseRequest;
import org.passerelle.quarantine.domain.ReleaseRequests;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.ReturnedCopies;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.process.EmergencyReleaseProcess;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Out of quarantine before the time: one person asks and says why, another decides. */
@Service
public class ReleaseDesk {

    public static final int LONGEST_REASON = 500;

    private final CrateAccess access;
    private final ReleaseRequests requests;
    private final ReturnedCopies returns;
    private final CopyPlaces copies;
    private final WaitingPatrons waiting;
    private final BranchRepository branches;
    private final QuarantineProcess quarantine;
    private final EmergencyReleaseProcess process;
    private final CrateNews news;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final AppClock clock;

    ReleaseDesk(CrateAccess access, ReleaseRequests requests, ReturnedCopies returns, CopyPlaces copies,
                WaitingPatrons waiting, BranchRepository branches, QuarantineProcess quarantine,
                EmergencyReleaseProcess process, CrateNews news, Journal journal, JdbcClient jdbc, SignedIn signedIn, AppClock clock) {
        this.access = access;
        this.requests = requests;
        this.returns = returns;
        this.copies = copies;
        this.waiting = waiting;
        this.branches = branches;
        this.quarantine = quarantine;
        this.process = process;
        this.news = news;
        this.journal = journal;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * Asks for the release of a sealed crate, or of one document of it.
     *
     * @param returned the document, or null for the whole crate
     * @return the request
     */
    @Gesture
    public Outcome<UUID> ask(CrateId id, UUID returned, String reason) {
        Crate crate = access.toWorkOn(id);
        String why = PlainText.line(reason);
        if (why.isEmpty()) {
            return Outcome.refused(QuarantineRefusal.REASON_MISSING);
        }
        if (why.length() > LONGEST_REASON) {
            return Outcome.refused(CirculationRefusal.TEXT_TOO_LONG, LONGEST_REASON);
        }
        if (crate.state() != CrateState.QUARANTINE) {
            return Outcome.refused(QuarantineRefusal.NOT_IN_QUARANTINE, crate.code());
        }
        if (returned != null && inside(id, returned).isEmpty()) {
            return Outcome.refused(QuarantineRefusal.NOT_INSIDE_ANY_MORE, crate.code());
        }
        boolean asked = requests.findByCrateAndState(id.value(), ReleaseRequest.State.ASKED).stream()
                .anyMatch(open -> open.returned() == null || open.returned().equals(returned));
        if (asked) {
            return Outcome.refused(QuarantineRefusal.ALREADY_ASKED);
        }
        ReleaseRequest request = requests.save(new ReleaseRequest(id, returned, why,
                signedIn.maybe().orElseThrow().accountId(), clock.instant()));
        journal.record(EmergencyReleaseProcess.caseOf(request.id()), Channel.STAFF, "journal.emergency-release.asked");
        process.start(request.id());
        news.changed(crate);
        return Outcome.done(request.id());
    }

    /** What is asked for, as who decides sees it. For staff. */
    @Transactional(readOnly = true)
    public RequestedRelease asked(UUID request) {
        UUID reader = signedIn.require(Role.AGENT).accountId();
        return jdbc.sql("""
                        select q.id, c.id, c.code, c.release_at, b.time_zone, q.reason, a.display_name, t.title, q.asked_by,
                               c.treatment and q.returned is not null
                        from app.release_request q join app.crate c on c.id = q.crate join app.branch b on b.id = c.branch
                        left join app.account a on a.id = q.asked_by
                        left join app.returned_copy r on r.id = q.returned left join app.copy p on p.id = r.copy
                        left join app.title t on t.id = p.title where q.id = ?""").param(request)
                .query((row, n) -> new RequestedRelease(row.getObject(1, UUID.class), new CrateId(row.getObject(2, UUID.class)),
                        row.getString(3), row.getTimestamp(4).toInstant(), ZoneId.of(row.getString(5)), row.getString(6),
                        row.getString(7), row.getString(8), reader.equals(row.getObject(9, UUID.class)), row.getBoolean(10)))
                .optional().orElseThrow(() -> new AccessDeniedException("no such request for this person"));
    }

    /**
     * @param releaseAt when it would be released anyway
     * @param by        display name of who asks, or null when the account is gone
     * @param document  title of the one document, or null for the whole crate
     * @param mine      whether the reader has asked for it, and so cannot decide
     * @param untreated whether it would go out without the treatment that the rule asks for
     */
    public record RequestedRelease(UUID request, CrateId crate, String crateCode, Instant releaseAt, ZoneId zone, String reason,
                        String by, String document, boolean mine, boolean untreated) {
    }

    /** Where goes what has been let out. */
    public enum Way {
        /** With all of its crate: to its treatment, where the rule asks for one, and its inspection. */
        INSPECTION,
        /** To its shelf, or to who waits for it: its branch is asked to take it out, and nobody can have it before. */
        SHELF,
        OTHER_BRANCH
    }

    /** @param branch name of the one it travels to, or null */
    public record Granted(Way way, String branch) {
    }

    /** Grants the request: the crate, or the document, leaves its quarantine now. */
    @Gesture
    public Outcome<Granted> approve(TaskRef task, UUID requestId) {
        return decide(task, requestId, true);
    }

    @Gesture
    public Outcome<Void> refuse(TaskRef task, UUID requestId) {
        return decide(task, requestId, false).map(nothing -> null);
    }

    /** @return what was granted, or done with null */
    private Outcome<Granted> decide(TaskRef task, UUID requestId, boolean approved) {
        Crate crate = access.toWorkOn(requests.crateOf(requestId).map(CrateId::new)
                .orElseThrow(() -> new AccessDeniedException("no such request for this person")));
        ReleaseRequest request = requests.findById(requestId).orElseThrow();
        CurrentUser user = signedIn.maybe().orElseThrow();
        if (!request.isOpen()) {
            return journal.alreadyDone(EmergencyReleaseProcess.caseOf(requestId), "journal.emergency-release.approved",
                    "journal.emergency-release.refused", "journal.emergency-release.noLongerNeeded");
        }
        if (user.accountId().equals(request.askedBy())) {
            return Outcome.refused(QuarantineRefusal.SAME_PERSON);
        }
        request.decide(approved, user.accountId(), clock.instant());
        journal.record(EmergencyReleaseProcess.caseOf(requestId), Channel.STAFF,
                approved ? "journal.emergency-release.approved" : "journal.emergency-release.refused");
        if (!process.decided(task, requestId, approved)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        Granted granted = approved ? letOut(crate, request.returned()) : null;
        news.changed(crate);
        return Outcome.done(granted);
    }

    private Granted letOut(Crate crate, UUID returned) {
        if (returned == null) {
            crate.releaseEarly();
            if (!quarantine.releasedEarly(crate.id())) {
                throw new IllegalStateException("crate " + crate.code() + " does not wait for its release");
            }
            return new Granted(Way.INSPECTION, null);
        }
        ReturnedCopy document = inside(crate.id(), returned).orElseThrow(() -> CrateDesk.movedMeanwhile(returned));
        Way way = sendOff(crate.id(), document);
        if (!returns.settle(document.id(), ReturnOutcome.IN_CRATE, ReturnOutcome.RELEASED_EARLY, null, clock.instant())) {
            throw CrateDesk.movedMeanwhile(document.copy());
        }
        news.tell(crate, Channel.STAFF, "journal.quarantine.copyReleasedEarly", document.barcode(), way);
        return new Granted(way, way == Way.OTHER_BRANCH
                ? branches.findById(document.ownBranch()).orElseThrow().name() : null);
    }

    /** It still lies in its crate: nobody can have it before it is where it belongs. */
    private Way sendOff(CrateId crate, ReturnedCopy document) {
        if (document.isOfOtherBranch()) {
            if (!copies.move(document.copy(), crate.value(), EnumSet.of(PlaceKind.QUARANTINE), PlaceKind.IN_TRANSIT, null,
                    null, null)) {
                throw CrateDesk.movedMeanwhile(document.copy());
            }
            return Way.OTHER_BRANCH;
        }
        waiting.putOnShelf(document.copy(), crate.value(), PlaceKind.QUARANTINE);
        return Way.SHELF;
    }

    private Optional<ReturnedCopy> inside(CrateId crate, UUID returned) {
        return returns.of(crate).stream().filter(row -> row.id().equals(returned) && row.outcome() == ReturnOutcome.IN_CRATE)
                .findFirst();
    }

    /** The crate has been released: nobody has to decide on what was asked for it any more. */
    void settleOpen(CrateId crate) {
        for (ReleaseRequest open : requests.findByCrateAndState(crate.value(), ReleaseRequest.State.ASKED)) {
            open.noLongerNeeded();
            journal.record(EmergencyReleaseProcess.caseOf(open.id()), Channel.SYSTEM,
                    "journal.emergency-release.noLongerNeeded");
            process.noLongerNeeded(open.id());
        }
    }
}
