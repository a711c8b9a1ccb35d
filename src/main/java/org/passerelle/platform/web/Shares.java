package org.passerelle.platform.web;

import java.util.HashMap;
import java.util.Map;

/** So many at a time for each, and so many for all together. */
final class Shares {

    private final Map<String, Integer> taken = new HashMap<>();
    private final int each;
    private final int all;
    private int inAll;

    Shares(int each, int all) {
        this.each = each;
        this.all = all;
    }

    /** @return false when there is none left; otherwise it is to be given back */
    synchronized boolean take(String who) {
        if (inAll >= all || taken.getOrDefault(who, 0) >= each) {
            return false;
        }
        taken.merge(who, 1, Integer::sum);
        inAll++;
        return true;
    }

    synchronized void giveBack(String who) {
        taken.computeIfPresent(who, (known, count) -> count == 1 ? null : count - 1);
        inAll--;
    }
}
