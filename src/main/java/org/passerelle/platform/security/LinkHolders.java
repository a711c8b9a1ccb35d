package org.passerelle.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.passerelle.platform.time.AppClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whoever holds the link in a message: may do for the one case it is about what its patron may, without signing in. */
@Component
public class LinkHolders {

    private final Duration afterTheEnd;
    private final SignedIn signedIn;
    private final AppClock clock;

    LinkHolders(@Value("${passerelle.links.lapse-after:7d}") Duration afterTheEnd, SignedIn signedIn, AppClock clock) {
        this.afterTheEnd = afterTheEnd;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** A case that links lead to. */
    public interface Linked {

        UUID patron();

        /** Null while it is open. */
        Instant endedAt();
    }

    /**
     * Whether the link has stopped showing a case that has ended. Messages are kept, forwarded and read by others: after some
     * days it tells only that it is over, not who had asked for what.
     */
    public boolean hasLapsed(Linked linked) {
        return linked.endedAt() != null && !clock.instant().isBefore(linked.endedAt().plus(afterTheEnd));
    }

    /** Runs as the patron whom the link was sent to, whoever is signed in. */
    public <T> T asItsPatron(Linked linked, Supplier<T> work) {
        return signedIn.runAs(new CurrentUser(null, "", Role.PATRON, Set.of(), linked.patron()), work);
    }
}
