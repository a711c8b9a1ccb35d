package org.passerelle.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/** ISBNs as people type them (ISO 2108: ten digits until 2006, thirteen since). */
final class Isbns {

    private static final Pattern TEN = Pattern.compile("\\d{9}[\\dX]");
    private static final Pattern THIRTEEN = Pattern.compile("97[89]\\d{10}");

    private Isbns() {
    }

    /** The thirteen digits; empty when the text is no ISBN. A wrong check digit is left to find nothing. */
    static Optional<String> thirteenDigits(String typed) {
        String digits = typed.replaceAll("[\\s\\p{Pd}]", "").toUpperCase();
        if (THIRTEEN.matcher(digits).matches()) {
            return Optional.of(digits);
        }
        if (!TEN.matcher(digits).matches()) {
            return Optional.empty();
        }
        String twelve = "978" + digits.substring(0, 9);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return Optional.of(twelve + (10 - sum % 10) % 10);
    }
}
