package org.passerelle.circulation.ui;

import static org.passerelle.circulation.Drive.SLOT;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.circulation.Drive;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.domain.Patron;
import org.passerelle.circulation.service.Reservations;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An agent at the screens of their branch's drive, and a patron. */
@PasserelleTest
abstract class DriveScreens extends ScreenTest {

    @Autowired
    Drive drive;
    @Autowired
    Reservations reservations;

    UUID branch;
    Patron patron;
    CurrentUser agent;

    @BeforeEach
    void anAgentAtADesk() {
        branch = drive.branch("PORT");
        patron = drive.patron("Jeanne", "Ferrand");
        agent = drive.agentOf(branch);
        signIn(agent);
    }

    /** The patron reserves titles of which the branch has one copy each. */
    ReservationId reserve(String... titles) {
        return drive.reserve(patron, branch, SLOT,
                Stream.of(titles).map(title -> drive.title(branch, title, 1)).toArray(UUID[]::new));
    }

    /** The bag stands ready, and the patron knows. */
    ReservationId ready(ReservationId id) {
        drive.pick(agent, id);
        drive.bag(agent, id);
        engine.runDueJobs();
        return id;
    }

    /** The day of the slot. */
    void openDay() {
        UI.getCurrent().navigate("drive/" + branch + "/" + LocalDate.of(2026, 11, 25));
    }
}
