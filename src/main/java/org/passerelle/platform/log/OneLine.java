package org.passerelle.platform.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Locale;

/** Text that somebody else may have chosen, as one line of the log. */
final class OneLine {

    /** Characters; what is told beyond is left out. */
    static final int LONGEST = 2_000;

    /** The same where no visitor chooses them: why the product does not start may take that many. */
    static final int LONGEST_OF_OUR_OWN = 20_000;

    /** The thread that starts the product, and does nothing for visitors. */
    private static final String START = "main";

    /** What makes Vaadin's bundle, on whatever thread; the files it tells of are the product's. */
    private static final String FRONT_END = "com.vaadin.flow.server.frontend.";

    private OneLine() {
    }

    /** Without anything that would begin a line, colour a terminal or turn the direction of writing. */
    static String of(String text, int longest) {
        if (text == null) {
            return null;
        }
        int end = Math.min(text.length(), longest);
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

    /** How many characters an entry may tell. */
    static int longest(ILoggingEvent event) {
        return START.equals(event.getThreadName()) || event.getLoggerName().startsWith(FRONT_END) ? LONGEST_OF_OUR_OWN
                : LONGEST;
    }

    private static boolean isSafe(char sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
