package org.passerelle.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.security.SignInThrottle.Since;
import org.passerelle.platform.time.AppClock;

class SignInThrottleTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AppClock clock = new AppClock();

    SignInThrottleTest() {
        clock.setTo(Instant.parse("2026-11-24T08:00:00Z"));
    }

    @Test
    void whoIsCountedFromTheFirstTryBeginsAnewOnceThatLiesFarEnoughBack() {
        SignInThrottle throttle = throttle(Since.FIRST_TRY);
        tryOneAMinute(throttle, 3);

        assertThat(throttle.mayTry("ada")).isFalse();
        clock.advance(MINUTE);
        assertThat(throttle.mayTry("ada")).isFalse();
        clock.advance(MINUTE);
        tryOneAMinute(throttle, 3);
        assertThat(throttle.mayTry("ada")).isFalse();
    }

    @Test
    void whoIsCountedFromTheFirstTryMayTryForeverWhenThatIsSeldom() {
        SignInThrottle throttle = throttle(Since.FIRST_TRY);

        for (int round = 0; round < 4; round++) {
            tryOneAMinute(throttle, 2);
            clock.advance(MINUTE.multipliedBy(3));
        }
    }

    @Test
    void whoIsCountedFromTheLastTryRestsFromThenOnHoweverSeldomTheTriesWere() {
        SignInThrottle throttle = throttle(Since.LAST_TRY);
        for (int tries = 0; tries < 3; tries++) {
            clock.advance(MINUTE.multipliedBy(60));
            assertThat(throttle.mayTry("ada")).isTrue();
        }

        clock.advance(MINUTE.multipliedBy(4));
        assertThat(throttle.mayTry("ada")).isFalse();
        clock.advance(MINUTE);
        tryOneAMinute(throttle, 3);
        assertThat(throttle.mayTry("ada")).isFalse();
    }

    @Test
    void onlyTheLastWhoTriedAreRemembered() {
        SignInThrottle throttle = throttle(Since.LAST_TRY);

        IntStream.range(0, SignInThrottle.REMEMBERED + 100).forEach(i -> throttle.mayTry("somebody " + i));

        assertThat(throttle.remembered()).isEqualTo(SignInThrottle.REMEMBERED);
    }

    /** Three tries, five minutes. */
    private SignInThrottle throttle(Since since) {
        return new SignInThrottle(clock, 3, MINUTE.multipliedBy(5), since, who -> who) {
        };
    }

    private void tryOneAMinute(SignInThrottle throttle, int tries) {
        for (int made = 0; made < tries; made++) {
            assertThat(throttle.mayTry("ada")).isTrue();
            clock.advance(MINUTE);
        }
    }
}
