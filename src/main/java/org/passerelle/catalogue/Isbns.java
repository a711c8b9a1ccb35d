package org.passerelle.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** ISBNs (ISO 2108: ten digits until 2006, thirteen since). */
public final class Isbns {

    private static final Pattern TEN = Pattern.compile("\\d{9}[\\dX]");
    private static final Pattern THIRTEEN = Pattern.compile("97[89]\\d{10}");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");
    /** Every dash there is, and the minus sign. */
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern WORD =
            Pattern.compile("^\\W*(?:E-?)?I\\.?S\\.?B\\.?N\\.?(?:[- ]?\\(?1[03]\\)?(?=[ :-]))?[ :.-]*");

    private Isbns() {
    }

    /** As people type them. The thirteen digits; empty when the text is no ISBN. A wrong check digit is left to find nothing. */
    public static Optional<String> thirteenDigits(String typed) {
        String digits = plain(typed).replaceAll("[- ]", "");
        if (THIRTEEN.matcher(digits).matches()) {
            return Optional.of(digits);
        }
        return TEN.matcher(digits).matches() ? Optional.of(fromTen(digits)) : Optional.empty();
    }

    /**
     * A text that may be an ISBN, however people and programs write them: ordinary digits, hyphens and blanks, capitals,
     * without marks that cannot be seen and without the word "ISBN" before it.
     */
    public static String plain(String typed) {
        String visible = INVISIBLE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
        String plain = DASHES.matcher(visible).replaceAll("-").replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        return WORD.matcher(plain).replaceFirst("").strip();
    }

    /** The thirteen digits of an ISBN of ten, whose own check digit is not looked at. */
    public static String fromTen(String digits) {
        String twelve = "978" + digits.substring(0, 9);
        return twelve + checkDigit(twelve);
    }

    /** The thirteenth digit that belongs to the first twelve. */
    public static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
