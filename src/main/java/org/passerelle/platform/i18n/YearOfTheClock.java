package org.passerelle.platform.i18n;

import org.passerelle.platform.time.AppClock;
import org.springframework.stereotype.Component;

/** Has dates told by the product's one clock, as the process engine's is: see {@link DateTimes}. */
@Component
class YearOfTheClock {

    YearOfTheClock(AppClock clock) {
        DateTimes.tellYearsBy(clock);
        // Where several products run in one JVM, as in tests, the one whose clock was set last is the one that is looked at.
        clock.follow(set -> DateTimes.tellYearsBy(clock));
    }
}
