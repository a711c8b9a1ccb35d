package org.passerelle.circulation.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.ui.DriveScreens;
import org.passerelle.circulation.reservations.service.CaseTasks;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.notification.service.PhoneCalls;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody is to be called about a reservation or a wait: its page says so, and the call leads back to it. */
class CallsOnPagesTest extends DriveScreens {

    @Autowired
    Waiting waiting;
    @Autowired
    PhoneCalls phone;
    @Autowired
    CaseTasks tasks;

    @BeforeEach
    void whoeverIsCalled() {
        patron = drive.patronByPhone("Marcel", "Petit");
    }

    @Test
    void theReservationsPageShowsTheCallUntilItIsMade() {
        ReservationId id = reserve("Germinal");
        engine.runDueJobs();

        UI.getCurrent().navigate("reservation/" + id.value());
        assertThat(linksTo("inbox/")).contains("inbox/" + call(id.value()).value());

        drive.by(agent, () -> phone.reached(call(id.value()))).value();
        awaitText(text -> linksTo("inbox/").size() == 1);
        assertThat(texts()).noneMatch(text -> text.startsWith("Appeler"));
    }

    @Test
    void aCallThatIsToBeMadeAgainComesBackToAnOpenPage() {
        ReservationId id = reserve("Germinal");
        UI.getCurrent().navigate("reservation/" + id.value());
        drive.by(agent, () -> phone.noAnswer(call(id.value()))).value();
        awaitText(text -> linksTo("inbox/").size() == 1);

        clock.advance(Duration.ofHours(12));
        engine.runDueJobs();

        awaitText(text -> linksTo("inbox/").size() == 2);
    }

    @Test
    void thePatronsPageShowsTheCallsAboutWhatTheyReserveAndWaitFor() {
        ReservationId id = reserve("Germinal");
        WaitId wait = offered("Nana");

        UI.getCurrent().navigate("patrons/" + patron.id());

        assertThat(linksTo("inbox/")).contains("inbox/" + call(id.value()).value(), "inbox/" + call(wait.value()).value());
        drive.by(agent, () -> phone.reached(call(id.value()))).value();
        drive.by(agent, () -> phone.reached(call(wait.value()))).value();
        awaitText(text -> linksTo("inbox/").size() == 1);
    }

    @Test
    void aCallLeadsToWhatItIsAbout() {
        ReservationId id = reserve("Germinal");
        WaitId wait = offered("Nana");

        openCall(id.value());
        assertThat(linksTo("reservation/")).containsExactly("reservation/" + id.value());
        openCall(wait.value());
        assertThat(linksTo("patrons/")).containsExactly("patrons/" + patron.id());
    }

    @Test
    void aCallAboutAWaitOfSomebodyWhoIsNoLongerKnownLeadsNowhere() {
        WaitId wait = offered("Nana");
        drive.jdbc.sql("update app.title_wait set patron = null, copy = null, state = 'LAPSED', ended_at = offer_until where id = ?")
                .param(wait.value()).update();

        openCall(wait.value());

        assertThat(linksTo("patrons/")).isEmpty();
    }

    @Test
    void whatIsToBeDoneIsAskedOnceForAllOfThem() {
        List<UUID> one = List.of(reserve("Germinal").value());
        List<UUID> several = Stream.concat(one.stream(), Stream.of("Nana", "La Curée").map(title -> drive.reserve(patron, branch,
                LATER_SLOT, drive.title(branch, title, 1)).value())).toList();
        engine.runDueJobs();

        assertThat(statements(one)).isEqualTo(2);
        assertThat(statements(several)).isEqualTo(2);
        assertThat(drive.by(agent, () -> tasks.of(several))).hasSize(6);
    }

    private int statements(List<UUID> cases) {
        return Statements.during(() -> drive.by(agent, () -> tasks.of(cases))).size();
    }

    /** Its copy has come back, and the patron is to be called. */
    private WaitId offered(String title) {
        UUID away = drive.title(branch, title, 1);
        UUID copy = waiting.lend(away, branch);
        WaitId wait = waiting.ask(patron, away, branch);
        waiting.comesBack(copy);
        engine.runDueJobs();
        return wait;
    }

    private void openCall(UUID about) {
        openTask(MessageDeliveryProcess.caseOf(message(about)), MessageDeliveryProcess.Tasks.CALL_PATRON);
    }

    private TaskRef call(UUID about) {
        return new TaskRef(drive.jdbc.sql("select id from app.inbox_task where case_id = ?").param(message(about))
                .query(String.class).single());
    }

    private UUID message(UUID about) {
        return drive.jdbc.sql("select id from app.outbox_message where about_case = ?").param(about).query(UUID.class).single();
    }

    private List<String> linksTo(String where) {
        return all(RouterLink.class).map(RouterLink::getHref).filter(href -> href.startsWith(where)).toList();
    }
}
