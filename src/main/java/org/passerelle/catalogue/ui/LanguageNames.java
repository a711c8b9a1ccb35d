package org.passerelle.catalogue.ui;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;

/** Names of the languages that records give as three letters. */
final class LanguageNames {

    /** The codes of ISO 639-2/B, which records use, that differ from those of ISO 639-2/T, which Java knows. */
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(Map.entry("alb", "sq"),
            Map.entry("arm", "hy"), Map.entry("baq", "eu"), Map.entry("bur", "my"), Map.entry("chi", "zh"),
            Map.entry("cze", "cs"), Map.entry("dut", "nl"), Map.entry("fre", "fr"), Map.entry("geo", "ka"),
            Map.entry("ger", "de"), Map.entry("gre", "el"), Map.entry("ice", "is"), Map.entry("mac", "mk"),
            Map.entry("mao", "mi"), Map.entry("may", "ms"), Map.entry("per", "fa"), Map.entry("rum", "ro"),
            Map.entry("slo", "sk"), Map.entry("tib", "bo"), Map.entry("wel", "cy"));

    private LanguageNames() {
    }

    /** The code itself where the language has no known name. */
    static String of(String code, Locale locale) {
        try {
            return new Locale.Builder().setLanguage(BIBLIOGRAPHIC.getOrDefault(code, code)).build()
                    .getDisplayLanguage(locale);
        } catch (IllformedLocaleException notACode) {
            return code;
        }
    }
}
