package org.passerelle.trial.making;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CopyPlaces;
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
import org.passerelle.circulation.waiting.service.WaitingList;
import org.passerelle.circulation.waiting.service.WaitingList.Wish;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.notification.service.PhoneCalls;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.process.jobs.DeferredCommandRunner;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.ReturnSource;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.returns.service.ReturnScan;
import org.passerelle.quarantine.returns.service.ReturnsDesk;
import org.passerelle.quarantine.room.service.CrateRoom;
import org.passerelle.quarantine.room.service.CrateRoom.CrateInRoom;
import org.passerelle.quarantine.room.service.CrateRoom.Part;
import org.passerelle.quarantine.service.CrateDesk;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the people of the trial library do, each signed in as themself; cases go by a name of their own. */
@Component
@Profile(TrialLibrary.PROFILE)
class TrialDesk {

    private static final int MOST_CALLS = 500;

    private final SignedIn signedIn;
    private final AccountRepository accounts;
    private final BranchRepository branches;
    private final Patrons patrons;
    private final CopyPlaces copies;
    private final NewReservations newReservations;
    private final Reservations reservations;
    private final ReservationBook book;
    private final PickingDesk pickingDesk;
    private final PutBackDesk putBackDesk;
    private final DriveDesk driveDesk;
    private final PhoneCalls calls;
    private final UserTasks tasks;
    private final JdbcClient jdbc;
    private final ReturnsDesk returnsDesk;
    private final CrateDesk crateDesk;
    private final CrateRoom room;
    private final WaitingList waitingList;
    private final DeferredCommandRunner deferred;

    TrialDesk(SignedIn signedIn, AccountRepository accounts, BranchRepository branches, Patrons patrons,
              CopyPlaces copies, NewReservations newReservations, Reservations reservations, ReservationBook book,
              PickingDesk pickingDesk, PutBackDesk putBackDesk, DriveDesk driveDesk, PhoneCalls calls, UserTasks tasks, JdbcClient jdbc,
              ReturnsDesk returnsDesk, CrateDesk crateDesk, CrateRoom room, WaitingList waitingList,
              DeferredCommandRunner deferred) {
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.branches = branches;
        this.patrons = patrons;
        this.copies = copies;
        this.newReservations = newReservations;
        this.reservations = reservations;
        this.book = book;
        this.pickingDesk = pickingDesk;
        this.putBackDesk = putBackDesk;
        this.driveDesk = driveDesk;
        this.calls = calls;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.returnsDesk = returnsDesk;
        this.crateDesk = crateDesk;
        this.room = room;
        this.waitingList = waitingList;
        this.deferred = deferred;
    }

    <T> T as(String username, Supplier<T> gesture) {
        CurrentUser user = accounts.findByUsernameIgnoreCase(username).map(Account::asCurrentUser).orElseThrow();
        return signedIn.runAs(user, gesture);
    }

    /** Online by the patron, any other way by the branch's agent. */
    void reserve(String name, TrialPatron patron, TrialBranch branch, Instant slot, Channel channel,
                 List<TrialTitle> titles) {
        String agent = TrialPerson.agentOf(branch).username();
        UUID patronId = as(agent, () -> patrons.byCard(patron.card()).orElseThrow().id());
        List<UUID> titleIds = titles.stream().map(title -> copies.byBarcode(title.barcode()).orElseThrow().title())
                .toList();
        UUID branchId = branches.findByCode(branch.name()).orElseThrow().id();
        ReservationId id = as(channel == Channel.ONLINE ? patron.username() : agent, () -> newReservations.reserve(
                new ReserveCommand(patronId, branchId, slot, titleIds, channel)).value().id());
        jdbc.sql("insert into app.trial_case (name, reservation) values (?, ?)").params(name, id.value()).update();
    }

    void scan(String name, TrialPerson agent, int howMany) {
        ReservationId id = id(name);
        held(name, agent).stream().limit(howMany).forEach(line ->
                as(agent.username(), () -> pickingDesk.picked(id, line.barcode()).value()));
    }

    void notFound(String name, TrialPerson agent) {
        ReservationId id = id(name);
        held(name, agent).stream().limit(1).forEach(line ->
                as(agent.username(), () -> pickingDesk.notFound(id, line.copy()).value()));
    }

    void pickingDone(String name, TrialPerson agent) {
        ReservationId id = id(name);
        TaskRef task = task(id, DrivePickupProcess.Tasks.PICK_DOCUMENTS);
        as(agent.username(), () -> pickingDesk.pickingDone(task, id).value());
    }

    void bag(String name, TrialPerson agent, String place) {
        ReservationId id = id(name);
        TaskRef task = task(id, DrivePickupProcess.Tasks.PREPARE_BAG);
        as(agent.username(), () -> pickingDesk.bagPrepared(task, id, place).value());
    }

    void arrived(String name, String username) {
        as(username, () -> reservations.arrived(id(name)).value());
    }

    /** @param left how many documents the patron leaves */
    void handOver(String name, TrialPerson agent, int left) {
        ReservationId id = id(name);
        Set<UUID> bag = details(name, agent).lines().stream().filter(line -> line.state() == LineState.BAGGED)
                .map(ReservationDetails.Line::id).collect(Collectors.toCollection(HashSet::new));
        bag.removeAll(bag.stream().limit(left).toList());
        as(agent.username(), () -> driveDesk.handOver(id, bag).value());
    }

    void putBack(String name, TrialPerson agent) {
        ReservationId id = id(name);
        details(name, agent).lines().stream().filter(line -> line.state() == LineState.TO_PUT_BACK).forEach(line ->
                as(agent.username(), () -> putBackDesk.putBack(id, line.barcode()).value()));
    }

    void cancel(String name, String username) {
        as(username, () -> reservations.cancel(id(name)).value());
    }

    void changeSlot(String name, String username, Instant slot) {
        as(username, () -> reservations.changeSlot(id(name), slot).value());
    }

    /** Rings up and reaches everybody who waits for a call; of other branches the agent is refused. */
    void callAll(TrialPerson agent) {
        tasks.all(0, MOST_CALLS).stream()
                .filter(task -> task.taskKey().equals(MessageDeliveryProcess.Tasks.CALL_PATRON))
                .forEach(call -> as(agent.username(), () -> calls.reached(call.ref())));
    }

    /** Documents come back spread out, out of the return box or from patrons. */
    void comeBack(TrialBranch branch, ReturnSource source, List<String> barcodes) {
        TrialPerson agent = TrialPerson.agentOf(branch);
        UUID branchId = branches.findByCode(branch.name()).orElseThrow().id();
        barcodes.forEach(barcode -> as(agent.username(), () -> returnsDesk.scan(
                new ReturnScan(branchId, barcode, false, null, source)).value()));
    }

    /** What that case lent comes back. */
    void comeBack(String name, TrialBranch branch) {
        comeBack(branch, ReturnSource.DESK, details(name, TrialPerson.agentOf(branch)).lines().stream()
                .map(ReservationDetails.Line::barcode).toList());
    }

    void sealAll(TrialBranch branch) {
        crates(branch, CrateState.OPEN).forEach(crate ->
                as(TrialPerson.agentOf(branch).username(), () -> crateDesk.seal(crate).value()));
    }

    /** All of it is fit for use. */
    void inspectAll(TrialBranch branch) {
        crates(branch, CrateState.INSPECTION).forEach(crate -> {
            TaskRef task = task(QuarantineProcess.caseOf(crate), QuarantineProcess.Tasks.INSPECT);
            as(TrialPerson.agentOf(branch).username(), () -> crateDesk.inspected(task, crate).value());
        });
    }

    /** Asks on line for a title that is away; goes by the barcode of a copy. */
    void askToWait(TrialPatron patron, TrialBranch branch, String barcode) {
        UUID branchId = branches.findByCode(branch.name()).orElseThrow().id();
        UUID title = copies.byBarcode(barcode).orElseThrow().title();
        as(patron.username(), () -> {
            UUID id = signedIn.require(Role.PATRON).patron();
            return waitingList.ask(new Wish(id, title, branchId, null, Channel.ONLINE)).value();
        });
    }

    void stopWaiting(TrialPatron patron, String barcode) {
        UUID title = copies.byBarcode(barcode).orElseThrow().title();
        as(patron.username(), () -> waitingList.mine().stream().filter(wait -> wait.title().id().equals(title))
                .map(wait -> waitingList.giveUp(wait.id()).value()).toList());
    }

    /** What has been set aside is offered. */
    void beginOffers() {
        deferred.carryOut();
    }

    private List<CrateId> crates(TrialBranch branch, CrateState state) {
        UUID branchId = branches.findByCode(branch.name()).orElseThrow().id();
        Part part = state == CrateState.OPEN ? Part.OPEN : Part.READY;
        return as(TrialPerson.agentOf(branch).username(), () -> room.crates(branchId, part, Integer.MAX_VALUE)).stream()
                .filter(crate -> crate.state() == state).map(CrateInRoom::id).toList();
    }

    private List<ReservationDetails.Line> held(String name, TrialPerson agent) {
        return details(name, agent).lines().stream().filter(line -> line.state() == LineState.HELD).toList();
    }

    private ReservationDetails details(String name, TrialPerson agent) {
        return as(agent.username(), () -> book.details(id(name)));
    }

    private TaskRef task(ReservationId id, String key) {
        return task(DrivePickupProcess.caseOf(id), key);
    }

    private TaskRef task(CaseRef of, String key) {
        return tasks.of(of).stream().filter(task -> task.taskKey().equals(key))
                .findFirst().orElseThrow().ref();
    }

    private ReservationId id(String name) {
        return new ReservationId(jdbc.sql("select reservation from app.trial_case where name = ?").param(name)
                .query(UUID.class).single());
    }
}
