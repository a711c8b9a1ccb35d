package org.passerelle.quarantine.copies.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.catalogue.CopyFinder;
import org.passerelle.catalogue.CopyFinder.FoundCopy;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.catalogue.PlaceOfCopy;
import org.passerelle.circulation.LoanReturns;
import org.passerelle.circulation.LoanReturns.PastLoan;
import org.passerelle.circulation.WaitingPatrons;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.platform.process.steps.OpenTasks;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Method;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.ReturnSource;
import org.passerelle.quarantine.domain.Treatments.Treatment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The whole story of one copy: its loans, without the borrowers, its returns and its quarantines. For staff. */
@Service
@Transactional(readOnly = true)
public class CopyStories {

    /** Lines; what is older, or further back in a line, helps nobody who holds the copy. */
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final CopyPlaces copies;
    private final CopyFinder finder;
    private final LoanReturns loans;
    private final WaitingPatrons waiting;
    private final Journal journal;
    private final BranchRepository branches;
    private final OpenTasks tasks;
    private final SignedIn signedIn;

    CopyStories(JdbcClient jdbc, CopyPlaces copies, CopyFinder finder, LoanReturns loans, WaitingPatrons waiting, Journal journal,
                BranchRepository branches, OpenTasks tasks, SignedIn signedIn) {
        this.jdbc = jdbc;
        this.copies = copies;
        this.finder = finder;
        this.loans = loans;
        this.waiting = waiting;
        this.journal = journal;
        this.branches = branches;
        this.tasks = tasks;
        this.signedIn = signedIn;
    }

    /** The copies that may be meant by that code. One statement. */
    public List<FoundCopy> withBarcode(ScannedCode code) {
        signedIn.require(Role.AGENT);
        return finder.withBarcode(code);
    }

    /** Some copies whose shelf mark or barcode begins so. One statement. */
    public List<FoundCopy> marked(String beginning, int limit) {
        signedIn.require(Role.AGENT);
        return finder.marked(beginning, limit);
    }

    public Optional<CopyStory> of(String barcode) {
        CurrentUser user = signedIn.require(Role.AGENT);
        return copies.byBarcode(barcode).map(copy -> {
            Branch branch = branches.findById(copy.branch()).orElseThrow();
            return jdbc.sql("select since, until, note from app.copy_place where copy = ?").param(copy.id())
                    .query((row, n) -> new CopyStory(copy, branch.name(), branch.zone(), instant(row, 1), instant(row, 2),
                            row.getString(3), loans.loansOf(copy.id()), returnsOf(copy.id()),
                            waiting.names(copy.title(), copy.branch(), MOST), journal.story(CopyDesk.caseOf(copy.id())),
                            outOfUse(copy.id()), CopyDesk.isOutOfUse(copy) && user.mayActAt(copy.branch()),
                            tasks.of(Stream.of(copy.id(), copy.caseId()).filter(Objects::nonNull).toList()))).single();
        });
    }

    private List<PastReturn> returnsOf(UUID copy) {
        Map<UUID, List<Treatment>> treatments = treatmentsOf(copy);
        Map<UUID, EarlyRelease> early = earlyReleasesOf(copy);
        return jdbc.sql("""
                        select r.dropped_off_at, r.scanned_at, a.display_name, b.name, c.id, c.code, c.release_at, r.fate,
                               r.settled_at, r.note, r.source, r.id
                        from app.returned_copy r join app.branch b on b.id = r.branch
                        left join app.crate c on c.id = r.crate left join app.account a on a.id = r.scanned_by
                        where r.copy = ? order by r.scanned_at desc limit ?""").params(copy, MOST)
                .query((row, n) -> new PastReturn(instant(row, 1), instant(row, 2), row.getString(3), row.getString(4),
                        Optional.ofNullable(row.getObject(5, UUID.class)).map(CrateId::new).orElse(null),
                        row.getString(6), instant(row, 7), ReturnOutcome.valueOf(row.getString(8)), instant(row, 9),
                        row.getString(10), ReturnSource.valueOf(row.getString(11)),
                        treatments.getOrDefault(row.getObject(12, UUID.class), List.of()),
                        early.get(row.getObject(12, UUID.class)))).list();
    }

    /** By return; oldest first. What had left its crate before was not treated with it. */
    private Map<UUID, List<Treatment>> treatmentsOf(UUID copy) {
        Map<UUID, List<Treatment>> treatments = new HashMap<>();
        jdbc.sql("""
                        select r.id, t.method, t.product, t.minutes, t.at, a.display_name
                        from app.returned_copy r join app.crate_treatment t on t.crate = r.crate
                        left join app.account a on a.id = t.by
                        where r.copy = ? and r.fate <> 'UNDONE' and (r.settled_at is null or r.settled_at >= t.at)
                        order by t.at""").param(copy)
                .query(row -> {
                    treatments.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(new Treatment(Method.valueOf(row.getString(2)), row.getString(3), row.getInt(4),
                                    instant(row, 5), row.getString(6)));
                });
        return treatments;
    }

    /** By return: of the copy itself, or of its whole crate while it lay there. */
    private Map<UUID, EarlyRelease> earlyReleasesOf(UUID copy) {
        Map<UUID, EarlyRelease> releases = new HashMap<>();
        jdbc.sql("""
                        select r.id, q.reason, asker.display_name, decider.display_name, q.decided_at
                        from app.returned_copy r join app.release_request q on q.crate = r.crate and q.state = 'APPROVED'
                        left join app.account asker on asker.id = q.asked_by
                        left join app.account decider on decider.id = q.decided_by
                        where r.copy = ? and (q.returned = r.id or q.returned is null and r.fate not in
                              ('UNDONE', 'RELEASED_EARLY') and (r.settled_at is null or r.settled_at >= q.decided_at))""")
                .param(copy)
                .query(row -> {
                    releases.put(row.getObject(1, UUID.class), new EarlyRelease(row.getString(2), row.getString(3),
                            row.getString(4), instant(row, 5)));
                });
        return releases;
    }

    private List<OutOfUse> outOfUse(UUID copy) {
        return jdbc.sql("select kind, since, until, note from app.copy_out_of_use where copy = ? order by until desc limit ?")
                .params(copy, MOST)
                .query((row, n) -> new OutOfUse(PlaceKind.valueOf(row.getString(1)), instant(row, 2), instant(row, 3),
                        row.getString(4))).list();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /**
     * @param since since when it is at its {@link PlaceKind place}
     * @param until when it is expected to leave it, or null
     * @param note  why it is there, or null
     * @param waiting names of those who wait for it at its branch, in the order of their turns
     * @param decisions what was decided about the copy itself, oldest first
     * @param outOfUse  why it was out of use before, the latest first
     * @param mayComeBack it is out of use, and the person signed in may bring it back into circulation
     * @param toDo what is to be done in the case it stands for
     */
    public record CopyStory(CopyInfo copy, String branchName, ZoneId zone, Instant since, Instant until, String note,
                            List<PastLoan> loans, List<PastReturn> returns, List<String> waiting,
                            List<Journal.Entry> decisions, List<OutOfUse> outOfUse, boolean mayComeBack, List<OpenTask> toDo) {

        /** As everybody is told. */
        public PlaceOfCopy where(Instant now) {
            boolean known = until != null && until.isAfter(now) && copy.place() != PlaceKind.SHELF;
            return new PlaceOfCopy(copy.place(), known ? until.atZone(zone).toLocalDate() : null, branchName,
                    copy.shelfMark());
        }
    }

    /** @param until when it came back into circulation */
    public record OutOfUse(PlaceKind place, Instant since, Instant until, String note) {
    }

    /**
     * @param by        who scanned it, or null
     * @param crate     null where it needed none, as {@code crateCode} and {@code releaseAt} are
     * @param settledAt when its outcome was decided, or null
     * @param early     how it came to leave its quarantine before the time, or null
     */
    public record PastReturn(Instant droppedOffAt, Instant scannedAt, String by, String branchName, CrateId crate,
                             String crateCode, Instant releaseAt, ReturnOutcome outcome, Instant settledAt, String note,
                             ReturnSource source, List<Treatment> treatments, EarlyRelease early) {
    }

    /**
     * @param askedBy   display name, or null when the account is gone
     * @param grantedBy display name, or null when the account is gone
     */
    public record EarlyRelease(String reason, String askedBy, String grantedBy, Instant at) {
    }
}
