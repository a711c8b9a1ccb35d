package org.passerelle.platform.security.signin;

import java.time.Duration;
import org.passerelle.platform.security.SignInThrottle;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.web.VisitorAddress;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * The addresses that sign-ins come from, so that nobody tries one password on every account. A library's people may all
 * share one address, so that many are let through; the right password is not counted.
 */
@Component
public class AddressThrottle extends SignInThrottle {

    static final int TRIES = 60;
    static final Duration WINDOW = Duration.ofMinutes(5);

    AddressThrottle(AppClock clock) {
        super(clock, TRIES, WINDOW, Since.FIRST_TRY, VisitorAddress::of);
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
            takeBack(details.getRemoteAddress());
        }
    }
}
