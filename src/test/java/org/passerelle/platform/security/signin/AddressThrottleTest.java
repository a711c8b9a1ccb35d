package org.passerelle.platform.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.platform.time.AppClock;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class AddressThrottleTest {

    private final AtomicInteger sentBack = new AtomicInteger();
    private final AppClock clock = new AppClock();
    private final AddressThrottle addresses = new AddressThrottle(clock);

    AddressThrottleTest() {
        clock.setTo(Instant.parse("2026-11-24T08:00:00Z"));
    }

    @Test
    void tooManySignInsFromAnAddressAreSentBackForAWhile() {
        use("192.0.2.1");

        assertThat(addresses.mayTry("192.0.2.1")).isFalse();
        assertThat(addresses.mayTry("192.0.2.2")).isTrue();
        clock.advance(AddressThrottle.WINDOW);
        assertThat(addresses.mayTry("192.0.2.1")).isTrue();
    }

    @Test
    void theRightPasswordIsNotCounted() {
        use("192.0.2.1");
        TestingAuthenticationToken somebody = new TestingAuthenticationToken("somebody", "");
        somebody.setDetails(new WebAuthenticationDetails("192.0.2.1", null));

        addresses.succeeded(new AuthenticationSuccessEvent(somebody));

        assertThat(addresses.mayTry("192.0.2.1")).isTrue();
        assertThat(addresses.mayTry("192.0.2.1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2:3:4:5:6, 2001:db8:1:2::1, false", "2001:db8:1:2::1, 2001:db8:1:3::1, true",
            "::ffff:192.0.2.1, ::ffff:192.0.2.2, true"})
    void whoHoldsANetworkIsOneAddress(String used, String other, boolean mayTry) {
        use(used);

        assertThat(addresses.mayTry(other)).isEqualTo(mayTry);
    }

    @Test
    void onlySignInsAreSentBack() throws Exception {
        use("127.0.0.1");

        assertThat(answer("POST", "/login").getRedirectedUrl()).isEqualTo("/login?error=resting");
        assertThat(answer("GET", "/login").getRedirectedUrl()).isNull();
        assertThat(answer("POST", "/").getRedirectedUrl()).isNull();
    }

    @Test
    void thatAnAddressIsSentBackIsToldOnceInItsWindow() throws Exception {
        for (int window = 1; window <= 2; window++) {
            use("127.0.0.1");
            answer("POST", "/login");
            answer("POST", "/login");
            assertThat(sentBack).hasValue(window);
            clock.advance(AddressThrottle.WINDOW);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%6cogin", "/log%69n", "/%6C%6F%67%69%6E"})
    void aSignInIsOneHoweverItsPathIsWritten(String path) throws Exception {
        use("127.0.0.1");

        assertThat(answer("POST", path).getRedirectedUrl()).isEqualTo("/login?error=resting");
    }

    private MockHttpServletResponse answer(String method, String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new AddressLimit(addresses, sentBack::incrementAndGet).doFilter(new MockHttpServletRequest(method, path), response, new MockFilterChain());
        return response;
    }

    private void use(String address) {
        for (int made = 0; made < AddressThrottle.TRIES; made++) {
            assertThat(addresses.mayTry(address)).isTrue();
        }
    }
}
