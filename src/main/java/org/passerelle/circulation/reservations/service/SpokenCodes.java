package org.passerelle.circulation.reservations.service;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.Predicate;

/** The names of reservations that people say aloud. */
public final class SpokenCodes {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTVWXYZ";
    private static final int FEWEST_DIGITS = 2;
    private static final int MOST_DIGITS = 5;
    private static final int ATTEMPTS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SpokenCodes() {
    }

    /**
     * For example K7F-42: without letters that sound or look like another or like a digit. A code is never given twice,
     * so that an old one finds what it always named; as codes of one length become rare, longer ones are drawn:
     * half a million, then ten times as many with each digit more.
     *
     * @param taken asked at most twenty times
     */
    static String free(Predicate<String> taken) {
        for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                String code = spoken(digits);
                if (!taken.test(code)) {
                    return code;
                }
            }
        }
        throw new IllegalStateException("no code is free");
    }

    private static String spoken(int digits) {
        StringBuilder code = new StringBuilder().append(letter()).append(RANDOM.nextInt(10)).append(letter()).append('-');
        for (int i = 0; i < digits; i++) {
            code.append(RANDOM.nextInt(10));
        }
        return code.toString();
    }

    /** A code as it is kept, however it was typed: small letters, spaces, no hyphen. */
    public static String normal(String typed) {
        String plain = typed.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
        int digits = plain.length() - 3;
        return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS ? plain.substring(0, 3) + "-" + plain.substring(3) : plain;
    }

    private static char letter() {
        return LETTERS.charAt(RANDOM.nextInt(LETTERS.length()));
    }
}
