package org.passerelle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class VisitsTest {

    private static final int SHORT = 600;
    private static final int LONG = 3600;

    private final Visits visits = new Visits(new VisitSettings(Duration.ofSeconds(SHORT), Duration.ofSeconds(LONG), 3, 5,
            10, 30));

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void whoeverHasNotSignedInIsForgottenSoonerThanWhoHas() {
        MockHttpSession visitor = visit("192.0.2.1");
        assertThat(visitor.getMaxInactiveInterval()).isEqualTo(SHORT);

        authenticate(visitor, new AnonymousAuthenticationToken("key", "nobody", AuthorityUtils.createAuthorityList("NONE")));
        assertThat(visitor.getMaxInactiveInterval()).isEqualTo(SHORT);

        signIn(visitor);
        assertThat(visitor.getMaxInactiveInterval()).isEqualTo(LONG);
    }

    @Test
    void oneVisitTooManyFromAnAddressEndsTheOneOfThatAddressThatRestedLongest() {
        MockHttpSession elsewhere = visit("192.0.2.2");
        List<MockHttpSession> here = visits("192.0.2.1", 3);
        here.getFirst().access();

        visit("192.0.2.1");

        assertThat(here).extracting(MockHttpSession::isInvalid).containsExactly(false, true, false);
        assertThat(elsewhere.isInvalid()).isFalse();
    }

    @Test
    void whoSignedInMakesNoRoomAndABasketMakesItLast() {
        List<MockHttpSession> here = visits("192.0.2.1", 3);
        signIn(here.get(0));
        here.get(1).setMaxInactiveInterval(LONG);

        visits("192.0.2.1", 2);

        assertThat(here).extracting(MockHttpSession::isInvalid).containsExactly(false, false, true);
    }

    @Test
    void allAddressesTogetherAreBoundedToo() {
        List<MockHttpSession> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(visit("192.0.2." + i));
        }

        assertThat(all).filteredOn(visit -> !visit.isInvalid()).hasSize(5);
    }

    @Test
    void whatHasEndedTakesNoPlace() {
        List<MockHttpSession> here = visits("192.0.2.1", 3);
        visits.sessionDestroyed(new HttpSessionEvent(here.getFirst()));

        visit("192.0.2.1");

        assertThat(here.subList(1, 3)).noneMatch(MockHttpSession::isInvalid);
    }

    @Test
    void whoHoldsANetworkIsOneAddress() {
        for (int i = 0; i < 10; i++) {
            visit("2001:db8:1:2::" + i);
        }

        assertThat(visits.from("2001:db8:1:2")).isEqualTo(3);
    }

    private List<MockHttpSession> visits(String address, int count) {
        List<MockHttpSession> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(visit(address));
        }
        return made;
    }

    private MockHttpSession visit(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        Visit session = new Visit();
        visits.sessionCreated(new HttpSessionEvent(session));
        return session;
    }

    private void signIn(MockHttpSession session) {
        authenticate(session, new TestingAuthenticationToken("somebody", "", "ROLE_PATRON"));
    }

    private void authenticate(MockHttpSession session, Authentication who) {
        visits.attributeAdded(new HttpSessionBindingEvent(session, "context", new SecurityContextImpl(who)));
    }

    /** Rests since its number, which grows: no clock. */
    private static final class Visit extends MockHttpSession {

        private static long moment;
        private long since = moment++;

        @Override
        public void access() {
            since = moment++;
        }

        @Override
        public long getLastAccessedTime() {
            return since;
        }
    }
}
