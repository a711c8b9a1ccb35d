package org.passerelle.catalogue.domain.marc.file;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.passerelle.catalogue.domain.marc.BadRecord;
import org.passerelle.catalogue.domain.marc.RefusedRecord;

/**
 * ISO 5426:1983, the extended Latin set of UNIMARC, with ISO 646 below it. A diacritic comes before its letter and
 * several may pile up. Its ayn and alif are the characters that MARC-8's become, so that a title is the same from either.
 *
 * <p>Written here because the converters of marc4j 2.9.6 leave out the diacritic of letters that have no composed
 * form (Iso5426ToUnicode), or read the low quotation mark, the ayn and the alif as something else (UnimarcToUnicode).
 */
final class Iso5426 {

    private static final Map<Integer, Character> SIGNS = new HashMap<>();
    private static final Map<Integer, Character> DIACRITICS = new HashMap<>();
    /** One byte is the left half of the ligature and of the double tilde: the right half tells which. */
    private static final Pattern DOUBLE_TILDE = Pattern.compile("\uFE20([^\uFE20\uFE21]*?)\uFE23");

    static {
        row(SIGNS, 0xA1, "¡„£$¥†§′‘“«♭©℗®");
        row(SIGNS, 0xB0, "ʻʼ‚\0\0\0‡·″’”»♯ʹʺ¿");
        row(SIGNS, 0xE1, "ÆĐ\0\0\0Ĳ\0ŁØŒ\0Þ");
        row(SIGNS, 0xF1, "æđð\0ıĳ\0łøœßþ");
        row(DIACRITICS, 0xC0, "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0308\u030A\u0315\u0312\u030B"
                + "\u031B\u030C");
        row(DIACRITICS, 0xD0, "\u0327\u031C\u0326\u0328\u0325\u032E\u0323\u0324\u0332\u0333\u0329\u032D\0\uFE20\uFE21"
                + "\uFE23");
    }

    private Iso5426() {
    }

    private static void row(Map<Integer, Character> table, int first, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            if (characters.charAt(i) != '\0') {
                table.put(first + i, characters.charAt(i));
            }
        }
    }

    /**
     * @throws RefusedRecord for a byte that the set leaves undefined, a diacritic without its letter, or an escape to a
     *                       set that is not read
     */
    static String decode(byte[] bytes) throws RefusedRecord {
        StringBuilder text = new StringBuilder(bytes.length);
        StringBuilder waiting = new StringBuilder();
        for (byte b : bytes) {
            int code = b & 0xFF;
            Character diacritic = DIACRITICS.get(code);
            if (diacritic != null) {
                waiting.append((char) diacritic);
            } else {
                text.append(letter(code)).append(waiting);
                waiting.setLength(0);
            }
        }
        if (!waiting.isEmpty()) {
            throw new RefusedRecord(BadRecord.Reason.UNREADABLE_CHARACTERS);
        }
        return DOUBLE_TILDE.matcher(text).replaceAll("\uFE22$1\uFE23");
    }

    private static char letter(int code) throws RefusedRecord {
        if (code == 0x1B) {
            throw new RefusedRecord(BadRecord.Reason.UNREADABLE_CHARACTERS);
        }
        if (code < 0xA0) {
            return (char) code;
        }
        if (code == 0xA0) {
            return ' ';
        }
        Character sign = SIGNS.get(code);
        if (sign == null) {
            throw new RefusedRecord(BadRecord.Reason.UNREADABLE_CHARACTERS);
        }
        return sign;
    }

    /** Whether the byte is a diacritic, which in well-formed text stands before a letter. */
    static boolean isDiacritic(int code) {
        return DIACRITICS.containsKey(code);
    }
}
