package org.passerelle.catalogue.ui;

import com.ibm.icu.util.ULocale;
import java.util.Locale;

/** Names of the languages that records give as three letters, of ISO 639-2/B or /T. */
final class LanguageNames {

    private LanguageNames() {
    }

    /** The code itself where the language has no known name. */
    static String of(String code, Locale locale) {
        String name = ULocale.getDisplayLanguage(code, ULocale.forLocale(locale));
        return name.isEmpty() ? code : name;
    }
}
