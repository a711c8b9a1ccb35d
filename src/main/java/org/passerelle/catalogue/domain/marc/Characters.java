package org.passerelle.catalogue.domain.marc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.marc4j.converter.impl.AnselToUnicode;

/** The character sets of ISO 2709 files. One instance per reader: the MARC-8 converter keeps a state. */
final class Characters {

    enum CharacterSet { MARC8, ISO5426, LATIN1, UTF8 }

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private boolean marc8Failed;
    private final AnselToUnicode marc8 = new AnselToUnicode((position, problem) -> marc8Failed = true);

    Characters() {
        marc8.setTranslateNCR(true);
    }

    /**
     * The set of one record. Where the bytes are UTF-8 beyond ASCII they are taken as such, whatever format and leader
     * say: in the other sets such sequences do not occur in words. In a MARC 21 file of UTF-8, a record that neither
     * is nor claims to be UTF-8 is MARC-8: files are put together from several sources.
     */
    static CharacterSet of(MarcFormat format, byte[] record) {
        if (isUtf8BeyondAscii(record)) {
            return CharacterSet.UTF8;
        }
        return switch (format) {
            case MARC21_MARC8 -> CharacterSet.MARC8;
            case MARC21_UTF8 -> record.length > 9 && record[9] == 'a' ? CharacterSet.UTF8 : CharacterSet.MARC8;
            case UNIMARC_ISO5426 -> CharacterSet.ISO5426;
            case UNIMARC_LATIN1 -> CharacterSet.LATIN1;
            case UNIMARC_UTF8, MARCXML -> CharacterSet.UTF8;
        };
    }

    static boolean isUtf8BeyondAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                try {
                    strictUtf8(bytes);
                    return true;
                } catch (CharacterCodingException notUtf8) {
                    return false;
                }
            }
        }
        return false;
    }

    /** @throws RefusedRecord for bytes that mean nothing in the set */
    String decode(byte[] bytes, CharacterSet set) throws RefusedRecord {
        return switch (set) {
            case MARC8 -> marc8(bytes);
            case ISO5426 -> Iso5426.decode(bytes);
            case LATIN1 -> latin1(bytes);
            case UTF8 -> utf8(bytes);
        };
    }

    private String marc8(byte[] bytes) throws RefusedRecord {
        marc8Failed = false;
        try {
            String text = marc8.convert(bytes);
            if (!marc8Failed) {
                return text;
            }
        } catch (RuntimeException badEscape) {
            // The converter's way of saying that an escape sequence stops short.
        }
        throw new RefusedRecord(BadRecord.Reason.UNREADABLE_CHARACTERS);
    }

    /**
     * Windows-1252 above 0x80, as French files use it, except for the non-sorting marks of ISO 6630: 0x88, 0x89, 0x98,
     * and 0x9C where an 0x98 has been opened; elsewhere 0x9C is œ.
     */
    private static String latin1(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        boolean nonSortingOpen = false;
        for (byte b : bytes) {
            int code = b & 0xFF;
            boolean mark = code == 0x88 || code == 0x89 || code == 0x98 || code == 0x9C && nonSortingOpen;
            if (code == 0x98 || code == 0x9C) {
                nonSortingOpen = code == 0x98;
            }
            if (code >= 0x80 && code < 0xA0 && !mark) {
                text.append(new String(new byte[] {b}, WINDOWS_1252));
            } else {
                text.append((char) code);
            }
        }
        return text.toString();
    }

    private static String utf8(byte[] bytes) throws RefusedRecord {
        try {
            return strictUtf8(bytes);
        } catch (CharacterCodingException notUtf8) {
            throw new RefusedRecord(BadRecord.Reason.UNREADABLE_CHARACTERS);
        }
    }

    private static String strictUtf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
