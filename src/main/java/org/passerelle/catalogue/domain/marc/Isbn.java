package org.passerelle.catalogue.domain.marc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.catalogue.Isbns;

/** Reads ISBNs as records hold them (ISO 2108: ten digits until 2006, thirteen since). */
final class Isbn {

    private static final String BETWEEN = "(?: ?- ?| )?";
    private static final Pattern THIRTEEN =
            Pattern.compile("^[ (]*+(97[89](?:" + BETWEEN + "[0-9]){10})(?![0-9])");
    private static final Pattern TEN =
            Pattern.compile("^[ (]*+([0-9](?:" + BETWEEN + "[0-9]){8}" + BETWEEN + "[0-9X])(?!-?[0-9])");

    private Isbn() {
    }

    /**
     * As thirteen digits; empty when the text does not start with an ISBN or its check digit is wrong. What follows, a
     * binding, a price, a volume, does not count: it may begin with digits, but not without a blank.
     */
    static Optional<String> thirteenDigits(String text) {
        String plain = Isbns.plain(text);
        Optional<String> thirteen = digits(THIRTEEN, plain);
        return thirteen.isPresent() ? thirteen.filter(digits -> digits.charAt(12) == Isbns.checkDigit(digits))
                : digits(TEN, plain).filter(Isbn::checksTen).map(Isbns::fromTen);
    }

    private static Optional<String> digits(Pattern isbn, String plain) {
        Matcher matcher = isbn.matcher(plain);
        return matcher.find() ? Optional.of(matcher.group(1).replaceAll("[- ]", "")) : Optional.empty();
    }

    private static boolean checksTen(String digits) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (10 - i) * (digits.charAt(i) == 'X' ? 10 : digits.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }
}
