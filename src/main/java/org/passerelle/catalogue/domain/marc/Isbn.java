package org.passerelle.catalogue.domain.marc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.catalogue.Isbns;

/** Reads ISBNs as records hold them (ISO 2108: ten digits until 2006, thirteen since). */
final class Isbn {

    private static final Pattern AT_START = Pattern.compile("^[\\s(]*((?:[0-9][-\\s]?){9,12}[0-9Xx])(?![0-9])");

    private Isbn() {
    }

    /** As thirteen digits; empty when the text does not start with an ISBN or its check digit is wrong. */
    static Optional<String> thirteenDigits(String text) {
        Matcher matcher = AT_START.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String digits = matcher.group(1).replaceAll("[-\\s]", "").toUpperCase();
        if (digits.length() == 10 && checksTen(digits)) {
            return Optional.of(Isbns.fromTen(digits));
        }
        boolean valid = digits.length() == 13 && (digits.startsWith("978") || digits.startsWith("979"))
                && digits.charAt(12) == Isbns.checkDigit(digits);
        return valid ? Optional.of(digits) : Optional.empty();
    }

    private static boolean checksTen(String digits) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (10 - i) * (digits.charAt(i) == 'X' ? 10 : digits.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }
}
