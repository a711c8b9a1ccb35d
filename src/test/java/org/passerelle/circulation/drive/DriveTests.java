package org.passerelle.circulation.drive;

import static org.passerelle.circulation.drive.Drive.SLOT;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.circulation.ReservationId;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An open branch, its agent, and a patron of its drive. */
@PasserelleTest
public abstract class DriveTests {

    @Autowired
    protected Drive drive;
    @Autowired
    protected Engine engine;
    @Autowired
    protected AppClock clock;

    protected UUID branch;
    protected Patron patron;
    protected CurrentUser agent;

    @BeforeEach
    void anOpenBranch() {
        branch = drive.branch("PORT");
        patron = drive.patron("Jeanne", "Ferrand");
        agent = drive.agentOf(branch);
    }

    /** Two documents, each the branch's only copy. */
    protected ReservationId reserveTwo() {
        return drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1),
                drive.title(branch, "Les Misérables", 1));
    }

    /** The two of {@link #reserveTwo}, whose bag stands ready. */
    protected ReservationId twoInABag() {
        ReservationId id = reserveTwo();
        drive.pick(agent, id);
        drive.bag(agent, id);
        return id;
    }

    /** Whatever is due by then has happened. */
    protected void timePassesUntil(Instant then) {
        clock.setTo(then);
        engine.runDueJobs();
    }

    protected void timePasses(Duration time) {
        clock.advance(time);
        engine.runDueJobs();
    }

    /** The branch waits no longer for who booked {@link Drive#SLOT}. */
    protected void theAppointmentIsMissed() {
        timePassesUntil(SLOT.plus(Duration.ofHours(1)));
    }

    /** Of the message of that kind about the case. */
    protected String body(ReservationId id, String template) {
        return drive.jdbc.sql("select body from app.outbox_message where about_case = ? and template = ?")
                .params(id.value(), template).query(String.class).single();
    }

    /** Of the appointment that the message carries: what calendars do with it. */
    protected String calendarMethod(ReservationId id, String template) {
        String type = drive.jdbc.sql("""
                select a.content_type from app.outbox_attachment a join app.outbox_message m on m.id = a.message
                where m.about_case = ? and m.template = ?""")
                .params(id.value(), template).query(String.class).single();
        return type.substring(type.indexOf("method=") + "method=".length());
    }
}
