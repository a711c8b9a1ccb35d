package org.passerelle.platform.security;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What stands in the address of a page that opens for whoever has its link. */
public final class LinkSecret {

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private LinkSecret() {
    }

    /** 192 random bits, in 48 characters. */
    public static String draw() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
