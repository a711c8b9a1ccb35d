package org.passerelle.platform;

import java.util.regex.Pattern;

/** What people type or scan, as one line that a row can keep and a screen can show. */
public final class PlainText {

    /**
     * Control characters, halves of characters and those that no file may hold, and those which turn the direction of the
     * text around them.
     */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF\\u2028-\\u202e\\u2066-\\u2069]+");

    /** More than anybody types to find something; what comes after it is not looked for. */
    private static final int LONGEST_SEARCH = 200;

    private PlainText() {
    }

    /** What is looked for, as one line of bounded length; empty for null. */
    public static String words(String typed) {
        return typed == null ? "" : line(typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH)));
    }

    /** One line without what cannot be printed, and without blanks at its ends; empty for null. */
    public static String line(String typed) {
        return typed == null ? "" : UNPRINTABLE.matcher(typed).replaceAll(" ").strip();
    }
}
