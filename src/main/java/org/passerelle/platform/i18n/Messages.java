package org.passerelle.platform.i18n;

import com.ibm.icu.text.MessageFormat;
import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every sentence of the product, in French and English: the bundles {@code i18n/<module>_<language>.properties}, in ICU
 * message syntax (plurals are {@code {0, plural, one {# titre} other {# titres}}}).
 */
@Component
public class Messages implements I18NProvider {

    public static final List<Locale> LOCALES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private static final Logger log = LoggerFactory.getLogger(Messages.class);

    private final Map<String, Map<String, String>> textsByLanguage = new HashMap<>();

    private final boolean strict;

    public Messages() {
        this(true);
    }

    /** @param strict whether a key without a text is a failure, not a word on the screen */
    @Autowired
    Messages(@Value("${passerelle.texts.strict:false}") boolean strict) {
        this.strict = strict;
        LOCALES.forEach(locale -> textsByLanguage.put(locale.getLanguage(), load(locale.getLanguage())));
    }

    private static Map<String, String> load(String language) {
        Map<String, String> texts = new HashMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:i18n/*_" + language + ".properties")) {
                Properties bundle = new Properties();
                try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    bundle.load(reader);
                }
                bundle.forEach((key, text) -> {
                    if (texts.put((String) key, (String) text) != null) {
                        throw new IllegalStateException("message key in two bundles: " + key);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(texts);
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... args) {
        return text(locale, key, args);
    }

    /** The sentence of that key. Where it is missing: the key itself and a line in the log, or a failure when strict. */
    public String text(Locale locale, String key, Object... args) {
        Locale known = supported(locale);
        String pattern = textsByLanguage.get(known.getLanguage()).get(key);
        if (pattern == null) {
            if (strict) {
                throw new IllegalArgumentException("no text for message key " + key);
            }
            log.warn("no text for message key {} in {}", key, known.getLanguage());
            return key;
        }
        return args.length == 0 && pattern.indexOf('{') < 0 ? pattern : new MessageFormat(pattern, known).format(args);
    }

    public boolean has(String key) {
        return textsByLanguage.values().stream().allMatch(texts -> texts.containsKey(key));
    }

    /** The keys and patterns of one language. */
    public Map<String, String> texts(Locale locale) {
        return textsByLanguage.get(supported(locale).getLanguage());
    }

    public static Locale supported(Locale locale) {
        return locale != null && "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
    }
}
