package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.Drive.SLOT;

import com.vaadin.flow.component.UI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.Drive;
import org.passerelle.circulation.ReservationId;
import org.passerelle.notification.service.Outbox;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The outbox as it stands open on somebody's screen. */
@PasserelleTest
class OutboxViewTest extends ScreenTest {

    @Autowired
    Drive drive;
    @Autowired
    Outbox outbox;
    @Autowired
    Engine engine;

    @Test
    void whatAColleagueHasSentByHandIsSeenWithoutReloading() {
        UUID branch = drive.branch("PORT");
        CurrentUser colleague = drive.agentOf(branch);
        ReservationId id = drive.reserve(drive.patron("Jeanne", "Ferrand"), branch, SLOT, drive.title(branch, "Germinal", 1));
        engine.runDueJobs();
        UUID message = drive.jdbc.sql("select id from app.outbox_message where about_case = ?").param(id.value())
                .query(UUID.class).single();
        signIn(drive.agentOf(branch));
        UI.getCurrent().navigate("outbox/" + message);
        assertThat(texts()).contains("à envoyer à la main").doesNotContain("envoyé à la main");

        drive.by(colleague, () -> outbox.sentByHand(message)).value();

        awaitText("envoyé à la main"::equals);
        assertThat(texts()).doesNotContain("à envoyer à la main");
    }
}
