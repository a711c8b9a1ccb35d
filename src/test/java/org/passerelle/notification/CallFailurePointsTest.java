package org.passerelle.notification;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.service.PhoneCalls;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.support.FailurePoints;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a call came to is written down whole, or nothing of it stays. */
class CallFailurePointsTest extends MessageTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void somebodyAnswers() {
        settles(PhoneCalls::reached);
    }

    @Test
    void nobodyAnswers() {
        settles(PhoneCalls::noAnswer);
    }

    @Test
    void theNumberIsWrong() {
        settles(PhoneCalls::wrongNumber);
    }

    private void settles(CallOutcome outcome) {
        UUID message = send(by(null, "06 01 02 03 04", Locale.FRENCH, false));
        TaskRef task = call(message);
        FailurePoints.allOrNothing(jdbc, () -> as(() -> outcome.of(phone, task)));
    }

    private interface CallOutcome {

        Outcome<Void> of(PhoneCalls calls, TaskRef task);
    }
}
