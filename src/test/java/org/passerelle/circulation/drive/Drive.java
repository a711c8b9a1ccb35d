package org.passerelle.circulation.drive;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.NewCopy;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.service.DriveDesk;
import org.passerelle.circulation.drive.service.PickingDesk;
import org.passerelle.circulation.drive.service.PutBackDesk;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.service.NewReservations;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.Reservations;
import org.passerelle.circulation.reservations.service.ReserveCommand;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.support.CatalogueFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which tests of the drive speak: a branch, its patrons and agents, and what each of them does. */
@TestComponent
public class Drive {

    /** Wednesday 25 November 2026, 14 h in Paris: the day after {@link org.passerelle.support.FreshState#START}. */
    public static final Instant SLOT = Instant.parse("2026-11-25T13:00:00Z");
    public static final Instant LATER_SLOT = Instant.parse("2026-11-27T13:00:00Z");

    @Autowired
    public NewReservations newReservations;
    @Autowired
    public Reservations reservations;
    @Autowired
    public PickingDesk pickingDesk;
    @Autowired
    public PutBackDesk putBackDesk;
    @Autowired
    public DriveDesk driveDesk;
    @Autowired
    public ReservationBook book;
    @Autowired
    PatronRepository patrons;
    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    public CopyPlaces copies;
    @Autowired
    UserTasks userTasks;
    @Autowired
    SignedIn signedIn;
    @Autowired
    AccountRepository accounts;
    @Autowired
    public JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    private final AtomicInteger number = new AtomicInteger();

    public UUID branch(String code) {
        return BranchFixture.openBranch(jdbc, code);
    }

    public Patron patron(String firstName, String lastName) {
        Patron patron = new Patron("2400" + number.incrementAndGet(), firstName, lastName, PatronCategory.ADULT,
                Locale.FRENCH);
        patron.reachBy(firstName.toLowerCase(Locale.ROOT) + "@example.org", null, false, Locale.FRENCH);
        return patrons.save(patron);
    }

    /** Prefers to be called. */
    public Patron patronByPhone(String firstName, String lastName) {
        Patron patron = patron(firstName, lastName);
        patron.reachBy(null, "06 01 02 03 04", true, Locale.FRENCH);
        return patrons.save(patron);
    }

    public UUID title(UUID branch, String title, int copiesThere) {
        return catalogue.title(title, "Auteur", branch, copiesThere).title();
    }

    /** One copy, which stands there. */
    public UUID titleAt(UUID branch, String title, String shelfMark) {
        UUID id = title(branch, title, 0);
        catalogue.copy(new NewCopy(id, "S" + number.incrementAndGet(), branch, shelfMark, MaterialType.BOOK, null));
        return id;
    }

    public CurrentUser as(Patron patron) {
        return new CurrentUser(UUID.randomUUID(), patron.displayName(), Role.PATRON, Set.of(), patron.id());
    }

    /** Somebody whom the journal knows by that name. */
    public CurrentUser agentNamed(String name, UUID branch) {
        return accounts.save(new Account(name, "x", name, Role.AGENT, null, Set.of(branch))).asCurrentUser();
    }

    public CurrentUser agentOf(UUID... branches) {
        return new CurrentUser(UUID.randomUUID(), "Camille", Role.AGENT, Set.copyOf(Arrays.asList(branches)), null);
    }

    public <T> T by(CurrentUser user, Supplier<T> gesture) {
        return signedIn.runAs(user, gesture);
    }

    public Outcome<NewReservations.Reserved> tryToReserve(Patron patron, UUID branch, Instant slot, UUID... titles) {
        return by(as(patron), () -> newReservations.reserve(
                new ReserveCommand(patron.id(), branch, slot, List.of(titles), Channel.ONLINE)));
    }

    public ReservationId reserve(Patron patron, UUID branch, Instant slot, UUID... titles) {
        return tryToReserve(patron, branch, slot, titles).value().id();
    }

    public ReservationDetails see(CurrentUser user, ReservationId id) {
        return by(user, () -> book.details(id));
    }

    /** What the link in the patron's messages carries. */
    public String token(ReservationId id) {
        return jdbc.sql("select token from app.reservation where id = ?").param(id.value()).query(String.class).single();
    }

    /** The open task of that kind, or null. */
    public TaskRef task(ReservationId id, String taskKey) {
        return tasks(id).stream().filter(task -> task.taskKey().equals(taskKey)).map(UserTask::ref).findFirst()
                .orElse(null);
    }

    public List<UserTask> tasks(ReservationId id) {
        return transaction.execute(status -> userTasks.of(DrivePickupProcess.caseOf(id)));
    }

    /** Picks all that is held, and says so. */
    public void pick(CurrentUser agent, ReservationId id) {
        see(agent, id).lines().stream().filter(line -> line.state() == LineState.HELD)
                .forEach(line -> by(agent, () -> pickingDesk.picked(id, line.barcode())).value());
        by(agent, () -> pickingDesk.pickingDone(task(id, DrivePickupProcess.Tasks.PICK_DOCUMENTS), id)).value();
    }

    public void bag(CurrentUser agent, ReservationId id) {
        by(agent, () -> pickingDesk.bagPrepared(task(id, DrivePickupProcess.Tasks.PREPARE_BAG), id, "étagère B2"))
                .value();
    }

    public void putBackAll(CurrentUser agent, ReservationId id) {
        see(agent, id).lines().stream().filter(line -> line.state() == LineState.TO_PUT_BACK)
                .forEach(line -> by(agent, () -> putBackDesk.putBack(id, line.barcode())).value());
    }

    public Outcome<Void> handOverAll(CurrentUser agent, ReservationId id) {
        Set<UUID> lines = Set.copyOf(see(agent, id).lines().stream().map(ReservationDetails.Line::id).toList());
        return by(agent, () -> driveDesk.handOver(id, lines));
    }

    public PlaceKind placeOf(String barcode) {
        return copies.byBarcode(barcode).orElseThrow().place();
    }

    /** How many copies stand at each kind of place. */
    public Map<PlaceKind, Long> places() {
        return jdbc.sql("select kind, count(*) from app.copy_place group by kind")
                .query((row, i) -> Map.entry(PlaceKind.valueOf(row.getString(1)), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public int taken(UUID branch, Instant slot) {
        return jdbc.sql("select taken from app.pickup_slot where branch = ? and starts_at = ?")
                .params(branch, Timestamp.from(slot)).query(Integer.class).optional().orElse(0);
    }

    /** Subjects of the messages written for this case. */
    public List<String> templatesWritten(ReservationId id) {
        return jdbc.sql("select template from app.outbox_message where about_case = ? order by created_at, template")
                .param(id.value()).query(String.class).list();
    }

    /** The same, of those that stand so. */
    public List<String> templatesStill(ReservationId id, String state) {
        return jdbc.sql("select template from app.outbox_message where about_case = ? and state = ? order by created_at, template")
                .params(id.value(), state).query(String.class).list();
    }

    public List<String> loanStates() {
        return jdbc.sql("select state from app.loan order by prepared_at, id").query(String.class).list();
    }
}
