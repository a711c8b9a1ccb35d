package org.passerelle.catalogue.domain.marc;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every text of a record goes through before people see it. */
final class Texts {

    /** Characters. Real titles and headings stay far below; what is longer is cut, so that no record is a burden. */
    static final int LONGEST = 2_000;

    private static final Pattern WHITE = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)[12]\\d{3}(?!\\d)");
    private static final Pattern CLOSING_PUNCTUATION = Pattern.compile("[\\s/:;,=+]+$");
    private static final Pattern OPENING_PUNCTUATION = Pattern.compile("^[\\s/:;,=.+]+");
    private static final Pattern INITIAL = Pattern.compile("(?:^|[\\s.'’-])\\p{L}\\.$");

    private Texts() {
    }

    /**
     * Composed (NFC), on one line, without what cannot be seen: control characters, among them the marks around a
     * non-sorting article (0x88 and 0x89 of ISO 6630, U+0098 and U+009C), and direction overrides.
     */
    static String clean(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().map(c -> c == '\t' || c == '\n' || c == '\r' ? ' ' : c)
                .filter(c -> !Character.isISOControl(c) && !overridesDirection(c))
                .forEach(seen::appendCodePoint);
        String line = WHITE.matcher(Normalizer.normalize(seen, Normalizer.Form.NFC)).replaceAll(" ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end).strip();
    }

    /** Without the ISBD punctuation that announces the next area and the full stop that only closes the field. */
    static String withoutIsbd(String text) {
        String trimmed = CLOSING_PUNCTUATION.matcher(OPENING_PUNCTUATION.matcher(text).replaceFirst(""))
                .replaceFirst("");
        boolean closes = trimmed.endsWith(".") && !trimmed.endsWith("..") && !INITIAL.matcher(trimmed).find();
        return closes ? CLOSING_PUNCTUATION.matcher(trimmed.substring(0, trimmed.length() - 1)).replaceFirst("")
                : trimmed;
    }

    /** The first four digits of a date that look like a year between 1000 and 2999. */
    static Optional<Integer> year(String text) {
        Matcher matcher = YEAR.matcher(text);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group())) : Optional.empty();
    }

    static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static boolean overridesDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0xFEFF;
    }
}
