package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.i18n.Messages;

/** Every module's templates: whole, and naming the same values in both languages. */
class MessageTemplatesTest {

    private static final Pattern TEMPLATE = Pattern.compile("(?:mail\\.([^.]+)\\.(?:subject|body))|(?:call\\.([^.]+)\\.words)");

    private final Messages messages = new Messages();

    @Test
    void eachHasASubjectAndABodyInBothLanguages() {
        for (Locale language : Messages.LOCALES) {
            for (String template : templates(language)) {
                assertThat(messages.texts(language)).as(language.getLanguage())
                        .containsKeys("mail." + template + ".subject", "mail." + template + ".body");
            }
        }
    }

    @Test
    void eachNamesTheSameValuesInBothLanguages() {
        messages.texts(Locale.FRENCH).forEach((key, french) -> {
            if (TEMPLATE.matcher(key).matches()) {
                assertThat(messages.texts(Locale.ENGLISH)).containsKey(key);
                assertThat(named(messages.texts(Locale.ENGLISH).get(key), Locale.ENGLISH)).as(key)
                        .isEqualTo(named(french, Locale.FRENCH));
            }
        });
    }

    @Test
    void noneSignsTheSignatureFollowsEach() {
        for (Locale language : Messages.LOCALES) {
            messages.texts(language).forEach((key, text) -> {
                if (key.startsWith("mail.") && key.endsWith(".body")) {
                    assertThat(named(text, language)).as(key).doesNotContain("address");
                    assertThat(text).as(key).doesNotEndWith("{branch}");
                }
            });
        }
    }

    private static Set<String> named(String pattern, Locale language) {
        return new TreeSet<>(new MessageFormat(pattern, language).getArgumentNames());
    }

    private Set<String> templates(Locale language) {
        Set<String> templates = new TreeSet<>();
        messages.texts(language).keySet().forEach(key -> {
            Matcher template = TEMPLATE.matcher(key);
            if (template.matches()) {
                templates.add(template.group(1) != null ? template.group(1) : template.group(2));
            }
        });
        return templates;
    }
}
