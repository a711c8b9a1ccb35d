package org.passerelle.slots.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people say it: "2 h", "1 h 30", "1 jour". What is typed may be French or English. */
public final class LengthOfTime {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final Pattern TYPED = Pattern.compile("(?:(\\d{1,4}) ?(?:jours?|j|days?|d))? ?"
            + "(?:(\\d{1,4}) ?(?:heures?|hours?|hrs?|h))? ?(?:(\\d{1,5}) ?(minutes?|mins?|mn|m)?)?", Pattern.CASE_INSENSITIVE);

    private LengthOfTime() {
    }

    /** In minutes, or null where it cannot be told what is meant: a number alone may mean anything. */
    public static Integer minutes(String typed) {
        Matcher parts = TYPED.matcher(typed.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip());
        if (!parts.matches()) {
            return null;
        }
        boolean unit = parts.group(1) != null || parts.group(2) != null || parts.group(4) != null;
        boolean bare = parts.group(3) != null && parts.group(4) == null;
        return !unit || bare && parts.group(2) == null ? null
                : number(parts.group(1)) * DAY + number(parts.group(2)) * HOUR + number(parts.group(3));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** In the words of the screen, and such that {@link #minutes} understands them. */
    public static String words(Component screen, int minutes) {
        List<String> words = new ArrayList<>();
        if (minutes >= DAY) {
            words.add(screen.getTranslation("slots.length.days", minutes / DAY));
        }
        if (minutes % DAY >= HOUR) {
            words.add(screen.getTranslation("slots.length.hours", minutes % DAY / HOUR));
        }
        if (minutes % HOUR > 0 || minutes == 0) {
            words.add(screen.getTranslation("slots.length.minutes", minutes % HOUR));
        }
        return String.join(" ", words);
    }
}
