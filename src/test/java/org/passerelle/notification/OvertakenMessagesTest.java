package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.support.Patience;

/** Of what is told about a case, only the newest is still worth telling. */
class OvertakenMessagesTest extends MessageTests {

    /** The engine names the event subprocess, of which {@code end_overtaken} is the one end. */
    private static final String OVERTAKEN = "sub_overtaken";

    @Test
    void ofSeveralMessagesAboutACaseOnlyTheNewestIsStillToBeSaid() {
        UUID reserved = send(by(null, "06 01 02 03 04", Locale.FRENCH, true));
        UUID moved = send(by(null, "06 01 02 03 04", Locale.FRENCH, true));
        UUID cancelled = send(by(null, "06 01 02 03 04", Locale.FRENCH, true));

        assertThat(List.of(reserved, moved)).allSatisfy(older -> {
            assertThat(end(older)).isEqualTo(OVERTAKEN);
            assertThat(row(older).delivery().state()).isEqualTo(MessageState.OVERTAKEN);
            assertThat(calls(older)).isEmpty();
        });
        assertThat(calls(cancelled)).hasSize(1);
        assertThat(story()).containsExactly("journal.message.overtaken", "journal.message.overtaken");
    }

    @Test
    void whatWaitsForAServerOrForAnotherTryIsOvertakenToo() {
        mailSender.setHost(null);
        UUID waits = send(by("ada@example.org", null, Locale.FRENCH, false));
        engine.runDueJobs();
        mailSender.setHost("localhost");
        smtp.stop();
        UUID tried = send(by("ada@example.org", null, Locale.FRENCH, false));
        engine.runDueJobs();
        smtp.start();
        mailSender.setPort(smtp.getSmtp().getPort());
        UUID newest = send(by("ada@example.org", null, Locale.FRENCH, false));
        clock.advance(Duration.ofHours(5));
        engine.runDueJobs();

        assertThat(List.of(end(waits), end(tried), end(newest))).containsExactly(OVERTAKEN, OVERTAKEN,
                "end_sent");
        assertThat(received()).hasSize(1);
    }

    @Test
    void whatIsJustBeingSentIsNotOvertaken() {
        UUID leaving = send(by("ada@example.org", null, Locale.FRENCH, false));
        transaction.executeWithoutResult(sending -> {
            outbox.locked(leaving).orElseThrow();
            Patience.elsewhere(() -> send(by("ada@example.org", null, Locale.FRENCH, false)));
        });
        engine.runDueJobs();

        assertThat(end(leaving)).isEqualTo("end_sent");
        assertThat(received()).hasSize(2);
    }

    @Test
    void whatSomebodyElseIsToldStays() {
        UUID ada = send(by(null, "06 01 02 03 04", Locale.FRENCH, true));
        UUID bob = send(new Recipient("Bob", null, "06 05 06 07 08", Locale.FRENCH, true, "24006"));

        assertThat(calls(ada)).hasSize(1);
        assertThat(calls(bob)).hasSize(1);
    }

    @Test
    void nothingIsToldAboutACaseThatIsOver() {
        UUID call = send(by(null, "06 01 02 03 04", Locale.FRENCH, true));
        UUID settled = send(new Recipient("Bob", "bob@example.org", null, Locale.FRENCH, false, "24006"));
        engine.runDueJobs();

        transaction.executeWithoutResult(caller -> notifications.nothingMoreToTell(about));

        assertThat(end(call)).isEqualTo(OVERTAKEN);
        assertThat(row(settled).delivery().state()).isEqualTo(MessageState.SENT);
    }
}
