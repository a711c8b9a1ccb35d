package org.passerelle.quarantine;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.NewCopy;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Published;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.domain.ReturnSource;
import org.passerelle.quarantine.process.EmergencyReleaseProcess;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.returns.service.ReturnScan;
import org.passerelle.quarantine.returns.service.ReturnsDesk;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.passerelle.quarantine.returns.service.UndoneScans;
import org.passerelle.quarantine.room.service.CrateRoom;
import org.passerelle.quarantine.service.CrateDesk;
import org.passerelle.quarantine.service.CratePage;
import org.passerelle.quarantine.service.CratePages;
import org.passerelle.quarantine.service.PutAwayDesk;
import org.passerelle.quarantine.service.ReleaseDesk;
import org.passerelle.support.CatalogueFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which tests of returned documents speak. */
@TestComponent
public class QuarantineRoom {

    @Autowired
    public ReturnsDesk returnsDesk;
    @Autowired
    public UndoneScans undoneScans;
    @Autowired
    public CrateDesk crateDesk;
    @Autowired
    public PutAwayDesk putAwayDesk;
    @Autowired
    public CrateRoom room;
    @Autowired
    public CratePages pages;
    @Autowired
    public ReleaseDesk releaseDesk;
    @Autowired
    public JdbcClient jdbc;
    @Autowired
    Policies policies;
    @Autowired
    Drive drive;
    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    CopyPlaces copies;
    @Autowired
    UserTasks userTasks;
    @Autowired
    SignedIn signedIn;
    @Autowired
    AppClock clock;
    @Autowired
    TransactionTemplate transaction;

    private int number;

    /** A branch whose books wear no plastic covers. */
    public UUID branch(String code) {
        UUID branch = BranchFixture.openBranch(jdbc, code);
        jdbc.sql("insert into app.quarantine_settings values (?, 'ORDINARY', false, '18:00', 10, 0)").param(branch)
                .update();
        return branch;
    }

    public CurrentUser agentOf(UUID... branches) {
        return new CurrentUser(UUID.randomUUID(), "Camille", Role.AGENT, Set.of(branches), null);
    }

    public CurrentUser manager() {
        return new CurrentUser(UUID.randomUUID(), "Nadia", Role.MANAGER, Set.of(), null);
    }

    /** The same person, whose name can be read where something is on record. */
    public CurrentUser onRecord(CurrentUser person) {
        jdbc.sql("insert into app.account (id, username, password_hash, display_name, role) values (?, ?, '', ?, ?)")
                .params(person.accountId(), "account-" + ++number, person.displayName(), person.role().name()).update();
        return person;
    }

    public <T> T by(CurrentUser user, Supplier<T> gesture) {
        return signedIn.runAs(user, gesture);
    }

    /** Barcode of a book of that branch that is on its shelf. */
    public String book(UUID branch, String title) {
        return copy(branch, title, MaterialType.BOOK);
    }

    public String copy(UUID branch, String title, MaterialType material) {
        UUID id = catalogue.title(title, "Auteur", branch, 0).title();
        String barcode = "Q%07d".formatted(++number);
        catalogue.copy(new NewCopy(id, barcode, branch, "R " + barcode, material, null));
        return barcode;
    }

    /** The same, lent to somebody, due on that day. */
    public String lentBook(UUID branch, String title, LocalDate due) {
        String barcode = book(branch, title);
        lend(barcode, due);
        return barcode;
    }

    public void lend(String barcode, LocalDate due) {
        Patron patron = drive.patron("Ada", "Lovelace");
        UUID copy = copies.byBarcode(barcode).orElseThrow().id();
        // Long before whatever drop-off a test speaks of.
        Timestamp lentAt = Timestamp.from(clock.instant().minus(Duration.ofDays(100)));
        jdbc.sql("""
                        insert into app.loan (id, version, copy, patron, state, days, prepared_at, started_at, due_on)
                        values (?, 0, ?, ?, 'RUNNING', 21, ?, ?, ?)""")
                .params(UUID.randomUUID(), copy, patron.id(), lentAt, lentAt, due).update();
        jdbc.sql("update app.copy_place set kind = 'ON_LOAN' where copy = ?").param(copy).update();
    }

    public Outcome<Scanned> tryToScan(CurrentUser agent, UUID branch, String barcode) {
        return by(agent, () -> returnsDesk.scan(new ReturnScan(branch, barcode, false, null, ReturnSource.DESK)));
    }

    /** One of several that lie on top of each other. */
    public Scanned scanStacked(CurrentUser agent, UUID branch, String barcode) {
        return by(agent, () -> returnsDesk.scan(new ReturnScan(branch, barcode, true, null, ReturnSource.DESK))).value();
    }

    public Scanned scan(CurrentUser agent, UUID branch, String barcode) {
        return tryToScan(agent, branch, barcode).value();
    }

    /** A crate with so many books of that branch that were lent, not yet sealed. */
    public CrateId openCrate(CurrentUser agent, UUID branch, int books) {
        return IntStream.range(0, books).mapToObj(n -> scan(agent, branch,
                lentBook(branch, "Livre " + n, LocalDate.parse("2026-12-31"))).crate()).toList().getFirst();
    }

    public CrateId sealedCrate(CurrentUser agent, UUID branch, int books) {
        CrateId crate = openCrate(agent, branch, books);
        by(agent, () -> crateDesk.seal(crate)).value();
        return crate;
    }

    /** Asked for by that person and granted by a manager. @param returned one document, or null for the whole crate */
    public void releaseEarly(CurrentUser asking, CrateId crate, UUID returned) {
        UUID request = by(asking, () -> releaseDesk.ask(crate, returned, "Bac blanc demain")).value();
        by(manager(), () -> releaseDesk.approve(decision(request), request)).value();
    }

    /** The task in which somebody decides on it. */
    public TaskRef decision(UUID request) {
        return task(EmergencyReleaseProcess.caseOf(request), EmergencyReleaseProcess.Tasks.DECIDE_RELEASE);
    }

    public CratePage see(CurrentUser agent, CrateId crate) {
        return by(agent, () -> pages.crate(crate));
    }

    public TaskRef task(CaseRef process, String taskKey) {
        return transaction.execute(status -> userTasks.of(process)).stream()
                .filter(task -> task.taskKey().equals(taskKey)).map(UserTask::ref).findFirst().orElse(null);
    }

    public TaskRef task(CrateId crate, String taskKey) {
        return task(QuarantineProcess.caseOf(crate), taskKey);
    }

    /** The rows of that table with the same hours in each. */
    public static List<Row> hours(Policy table, String hours) {
        return table.rows().stream().map(row -> {
            List<String> then = new ArrayList<>(row.then());
            then.set(0, hours);
            return new Row(row.when(), then, row.note());
        }).toList();
    }

    /** From now on the quarantine's table answers so in each of its rows. */
    public Published publish(CurrentUser manager, String column, String answer, Reach reach) {
        return publish(manager, "quarantine-policy", column, answer, reach);
    }

    public Published publish(CurrentUser manager, String table, String column, String answer, Reach reach) {
        Policy now = by(manager, () -> policies.open(table)).orElseThrow();
        int index = now.shape().outputs().stream().map(output -> output.name()).toList().indexOf(column);
        List<Row> rows = now.rows().stream().map(row -> {
            List<String> then = new ArrayList<>(row.then());
            then.set(index, answer);
            return new Row(row.when(), then, row.note());
        }).toList();
        return by(manager, () -> policies.publish(table, now.version(), rows, "Consigne", reach, Set.of())).value();
    }

    public Outcome<List<CrateDesk.Elsewhere>> inspect(CurrentUser agent, CrateId crate, Map<UUID, CrateDesk.Verdict> verdicts) {
        for (Map.Entry<UUID, CrateDesk.Verdict> verdict : verdicts.entrySet()) {
            Outcome<Void> found = by(agent, () -> crateDesk.found(crate, verdict.getKey(), verdict.getValue()));
            if (!found.isDone()) {
                return found.map(nothing -> List.of());
            }
        }
        return by(agent, () -> crateDesk.inspected(task(crate, QuarantineProcess.Tasks.INSPECT), crate));
    }

    public PlaceKind placeOf(String barcode) {
        return copies.byBarcode(barcode).orElseThrow().place();
    }

    public Instant releaseOf(CrateId crate) {
        return jdbc.sql("select release_at from app.crate where id = ?").param(crate.value())
                .query((row, n) -> row.getTimestamp(1).toInstant()).single();
    }
}
