package org.passerelle.platform.security.accounts;

import java.util.Locale;
import org.passerelle.platform.security.SignInThrottle;
import org.passerelle.platform.time.AppClock;
import org.springframework.stereotype.Component;

/**
 * Names that somebody tried to sign in with and that no account has. They rest as accounts do, so that the answer tells
 * nobody which names exist.
 */
@Component
class UnknownNameThrottle extends SignInThrottle {

    private static final int LONGEST = 60;

    UnknownNameThrottle(AppClock clock) {
        super(clock, Account.ATTEMPTS, Account.REST, Since.LAST_TRY,
                name -> name.substring(0, Math.min(LONGEST, name.length())).toLowerCase(Locale.ROOT));
    }
}
