package org.passerelle.support;

import java.time.Duration;
import java.time.Instant;
import org.passerelle.platform.retention.KeptData;
import org.springframework.boot.test.context.TestComponent;

/** Kept by nobody in the product: as many rows as a test says, which are forgotten or refuse to be. */
@TestComponent
public class SampleKeptData implements KeptData {

    public int left;
    public boolean fails;

    @Override
    public String key() {
        return "sample";
    }

    @Override
    public Duration keepFor() {
        return Duration.ofDays(10);
    }

    @Override
    public int forget(Instant before, int atMost) {
        if (fails) {
            throw new IllegalStateException("planted");
        }
        int some = Math.min(left, atMost);
        left -= some;
        return some;
    }
}
