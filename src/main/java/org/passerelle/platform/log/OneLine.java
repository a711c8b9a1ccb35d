package org.passerelle.platform.log;

import java.util.Locale;

/** Text that somebody else may have chosen, as one line of the log. */
final class OneLine {

    /** Characters; what is told beyond is left out. */
    static final int LONGEST = 2_000;

    private OneLine() {
    }

    /** Without anything that would begin a line, colour a terminal or turn the direction of writing. */
    static String of(String text) {
        if (text == null) {
            return null;
        }
        int end = Math.min(text.length(), LONGEST);
        StringBuilder line = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (isSafe(sign)) {
                        line.append(sign);
                    } else {
                        line.append(String.format(Locale.ROOT, "\\u%04x", (int) sign));
                    }
                }
            }
        }
        return text.length() == end ? line.toString() : line.append("… (").append(text.length()).append(')').toString();
    }

    private static boolean isSafe(char sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
