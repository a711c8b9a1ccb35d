package org.passerelle.circulation.service;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Makes the names of a reservation: one to say aloud, one that nobody can guess. */
final class Codes {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Codes() {
    }

    /** For example K7F-42: without letters that sound or look like another or like a digit. */
    static String spoken() {
        return "" + letter() + RANDOM.nextInt(10) + letter() + "-" + RANDOM.nextInt(10) + RANDOM.nextInt(10);
    }

    /** A code as it is kept, however it was typed: small letters, spaces, no hyphen. */
    static String normal(String typed) {
        String plain = typed.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
        return plain.length() == 5 ? plain.substring(0, 3) + "-" + plain.substring(3) : plain;
    }

    /** 192 random bits. */
    static String secret() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static char letter() {
        return LETTERS.charAt(RANDOM.nextInt(LETTERS.length()));
    }
}
