package org.passerelle.platform.web;

import java.util.Arrays;

/** Where a visitor comes from, as far as they cannot choose it. */
public final class VisitorAddress {

    /** Of an IPv6 address, what its holder cannot choose: 64 bits. */
    private static final int GROUPS = 4;
    private static final int LONGEST = 45;

    private VisitorAddress() {
    }

    /** The whole of an IPv4 address, the network of an IPv6 address. */
    public static String of(String address) {
        String known = address.substring(0, Math.min(LONGEST, address.length()));
        if (!known.contains(":") || known.contains(".")) {
            return known;
        }
        String[] groups = known.split("::", 2)[0].split(":");
        return String.join(":", Arrays.copyOf(groups, Math.min(GROUPS, groups.length)));
    }
}
