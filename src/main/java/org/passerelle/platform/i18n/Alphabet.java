package org.passerelle.platform.i18n;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;

/** The order of names as people know it, é beside e: the same as the database's {@code und-x-icu}. */
public final class Alphabet {

    public static final Comparator<String> ORDER = Collator.getInstance(ULocale.ROOT).freeze()::compare;

    private Alphabet() {
    }
}
