package org.passerelle.platform.web;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * How long sessions live, and how many there are. Each holds its screens in memory: whoever has not signed in is soon
 * forgotten, and where too many come from one address the one that has rested longest makes room, so that nobody is
 * refused. One with something in its basket lives as long as that of somebody who signed in, and makes room last.
 */
@Component
public class Visits implements HttpSessionListener, HttpSessionAttributeListener {

    private final VisitSettings settings;
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    /** Of those who have not signed in: where each came from. */
    private final Map<HttpSession, String> visitors = new IdentityHashMap<>();

    Visits(VisitSettings settings) {
        this.settings = settings;
    }

    /** The visit that asks now holds something that its visitor would miss. */
    public void keep() {
        VaadinSession.getCurrent().getSession().setMaxInactiveInterval(seconds(settings.keptIdle()));
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        event.getSession().setMaxInactiveInterval(seconds(settings.idle()));
        String address = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                ? VisitorAddress.of(asked.getRequest().getRemoteAddr()) : "";
        makeRoom(event.getSession(), address).ifPresent(Visits::end);
    }

    /** Ended by the caller, who then holds no lock: its screens are closed with it. */
    private synchronized Optional<HttpSession> makeRoom(HttpSession session, String address) {
        boolean full = visitors.size() >= settings.inAll();
        Optional<HttpSession> oldest = full || from(address) >= settings.perAddress() ? visitors.entrySet().stream()
                .filter(visitor -> full || visitor.getValue().equals(address))
                .map(visitor -> Rest.of(visitor.getKey())).min(Rest.LONGEST_FIRST).map(Rest::session) : Optional.empty();
        oldest.ifPresent(visitors::remove);
        visitors.put(session, address);
        return oldest;
    }

    synchronized long from(String address) {
        return visitors.values().stream().filter(address::equals).count();
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        visitors.remove(event.getSession());
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        attributeIs(event.getSession(), event.getValue());
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        attributeIs(event.getSession(), event.getSession().getAttribute(event.getName()));
    }

    private void attributeIs(HttpSession session, Object value) {
        if (value instanceof SecurityContext context && trust.isAuthenticated(context.getAuthentication())) {
            session.setMaxInactiveInterval(seconds(settings.keptIdle()));
            synchronized (this) {
                visitors.remove(session);
            }
        }
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException ended) {
            // By itself, just now.
        }
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }

    /** How long it may rest, and since when it does. */
    private record Rest(HttpSession session, int allowed, long since) {

        private static final Comparator<Rest> LONGEST_FIRST = Comparator.<Rest>comparingInt(Rest::allowed)
                .thenComparingLong(Rest::since);

        static Rest of(HttpSession session) {
            try {
                return new Rest(session, session.getMaxInactiveInterval(), session.getLastAccessedTime());
            } catch (IllegalStateException ended) {
                return new Rest(session, 0, 0);
            }
        }
    }
}
