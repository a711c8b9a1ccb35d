package org.passerelle.circulation.drive.ui;

import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.service.Reservations;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An agent at the screens of their branch's drive, and a patron. */
@PasserelleTest
public abstract class DriveScreens extends ScreenTest {

    @Autowired
    protected Drive drive;
    @Autowired
    protected Reservations reservations;

    protected UUID branch;
    protected Patron patron;
    protected CurrentUser agent;

    @BeforeEach
    void anAgentAtADesk() {
        branch = drive.branch("PORT");
        patron = drive.patron("Jeanne", "Ferrand");
        agent = drive.agentOf(branch);
        signIn(agent);
    }

    /** The patron reserves titles of which the branch has one copy each. */
    protected ReservationId reserve(String... titles) {
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
    protected void openDay() {
        UI.getCurrent().navigate("drive/" + branch + "/" + LocalDate.of(2026, 11, 25));
    }
}
