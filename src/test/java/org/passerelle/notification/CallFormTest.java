package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.flow.component.html.Anchor;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.FormEcho;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody who calls a patron reads, and presses afterwards. */
@PasserelleTest
class CallFormTest extends ScreenTest {

    @Autowired
    Drive drive;

    UUID branch;
    UUID message;

    @BeforeEach
    void somebodyToCall() {
        branch = drive.branch("PORT");
        ReservationId id = drive.reserve(drive.patronByPhone("Jeanne", "Ferrand"), branch, SLOT,
                drive.title(branch, "Germinal", 1));
        engine.runDueJobs();
        message = drive.jdbc.sql("select id from app.outbox_message where about_case = ?").param(id.value())
                .query(UUID.class).single();
    }

    @ParameterizedTest
    @CsvSource({"J’ai prévenu cette personne, call.reached.done, REACHED,",
            "Pas de réponse, call.noAnswer.done, TO_CALL, NO_ANSWER", "Mauvais numéro, call.wrongNumber.done, UNREACHABLE, WRONG_NUMBER"})
    void whatCameOfTheCallIsPressedOnce(String pressed, String told, String state, String failure) {
        FormEcho echo = form(drive.agentOf(branch), true);
        assertThat(all(Anchor.class)).extracting(Anchor::getHref).contains("tel:0601020304");

        button(pressed).click();
        engine.runDueJobs();

        assertThat(echo.doneKey()).isEqualTo(told);
        assertThat(drive.jdbc.sql("select state || ' ' || coalesce(failure, '') from app.outbox_message where id = ?")
                .param(message).query(String.class).single().strip())
                .isEqualTo(failure == null ? state : state + " " + failure);
        button(pressed).click();
        assertThat(echo.refused().reason().name()).isEqualTo("NO_LONGER_TO_DO");
    }

    @Test
    void whatWasPressedByMistakeIsTakenBackInTheInbox() {
        signIn(drive.agentOf(branch));
        openTask(new CaseRef(MessageDeliveryProcess.KEY, message), MessageDeliveryProcess.Tasks.CALL_PATRON);
        assertThat(texts()).as("nobody follows a call as a case: its story stands with what it is about")
                .doesNotContain("Où en est ce dossier");
        button("Mauvais numéro").click();

        button("L’appel reste à faire").click();

        assertThat(texts()).anyMatch(text -> text.startsWith("C’est annulé"));
        assertThat(button("Mauvais numéro").isEnabled()).isTrue();
    }

    @Test
    void whoMayNotActPressesNothing() {
        form(drive.agentOf(drive.branch("GARE")), false);

        assertThat(button("Mauvais numéro").isEnabled()).isFalse();
        assertThat(button("Pas de réponse").isEnabled()).isFalse();
        assertThat(button("J’ai prévenu cette personne").isEnabled()).isFalse();
    }

    private FormEcho form(CurrentUser agent, boolean mayAct) {
        signIn(agent);
        return form(new CaseRef(MessageDeliveryProcess.KEY, message), MessageDeliveryProcess.Tasks.CALL_PATRON, mayAct);
    }
}
