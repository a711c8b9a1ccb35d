package org.passerelle.notification.domain;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.passerelle.platform.i18n.Messages;
import org.springframework.stereotype.Component;

/** Words a message in the recipient's language, from the templates that the modules bring in their bundles. */
@Component
public class MessageTexts {

    private static final int LONGEST_LINE = 500;

    private final Messages messages;

    MessageTexts(Messages messages) {
        this.messages = messages;
    }

    /** @throws IllegalArgumentException when a text is missing, or names a value that is not given */
    public Texts word(String template, Locale language, Map<String, String> values) {
        String body = paragraphs(text("mail." + template + ".body", language, values));
        String words = "call." + template + ".words";
        return new Texts(oneLine(text("mail." + template + ".subject", language, values)), body,
                messages.texts(language).containsKey(words) ? text(words, language, values) : body);
    }

    private String text(String key, Locale language, Map<String, String> values) {
        String pattern = messages.texts(language).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        MessageFormat format = new MessageFormat(pattern, Messages.supported(language));
        if (!values.keySet().containsAll(format.getArgumentNames())) {
            throw new IllegalArgumentException(key + " names values that are not given");
        }
        return format.format(values, new StringBuffer(), null).toString();
    }

    /** Where nothing is said between two paragraphs, one empty line parts them. */
    private static String paragraphs(String text) {
        return text.replaceAll("\\n{3,}", "\n\n").strip();
    }

    /**
     * What may stand in a header: no line break nor other control character, however the text came by it, and at most
     * 500 characters: to fold a header takes a time that grows with the square of its length.
     */
    public static String oneLine(String text) {
        String line = Objects.requireNonNullElse(text, "").replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        if (line.length() <= LONGEST_LINE) {
            return line;
        }
        int end = LONGEST_LINE - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** @param words what to say on the telephone */
    public record Texts(String subject, String body, String words) {
    }
}
