package org.passerelle.platform.retention;

import java.time.Duration;

/** What each kind of data that is kept has in common: its key, and the time that its setting gives. */
public abstract class KeptForAWhile implements KeptData {

    private final String key;
    private final Duration keepFor;

    protected KeptForAWhile(String key, Duration keepFor) {
        this.key = key;
        this.keepFor = keepFor;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Duration keepFor() {
        return keepFor;
    }
}
