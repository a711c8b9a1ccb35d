package org.passerelle.platform.log;

import java.util.HashMap;
import java.util.Map;

/** Counts what happens within a minute, of each kind and in all. */
final class Ration {

    private static final long MINUTE = 60_000;

    private final Map<String, Integer> counted = new HashMap<>();
    private final int kinds;
    private long since;
    private int all;

    /** @param kinds how many kinds are told apart within a minute; further ones count as one */
    Ration(int kinds) {
        this.kinds = kinds;
    }

    /** @param all how many of any kind there have been in this minute, this one included; {@code same} of this kind */
    record Count(int same, int all) {
    }

    /** @param now in milliseconds, of any clock that does not go back */
    synchronized Count count(String kind, long now) {
        if (counted.isEmpty() || now - since >= MINUTE || now < since) {
            counted.clear();
            all = 0;
            since = now;
        }
        String known = counted.containsKey(kind) || counted.size() < kinds ? kind : "";
        return new Count(counted.merge(known, 1, Integer::sum), ++all);
    }
}
