package org.passerelle.platform.security;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of those who try to sign in; only the last are remembered, so that nobody fills the memory. */
public class RecentlyTried<V> extends LinkedHashMap<String, V> {

    public static final int REMEMBERED = 10_000;

    public RecentlyTried() {
        super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > REMEMBERED;
    }
}
