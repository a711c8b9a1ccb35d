package org.passerelle.catalogue.domain.marc.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.marc4j.converter.impl.AnselToUnicode;
import org.passerelle.catalogue.domain.marc.BadRecord;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.Reading;
import org.passerelle.catalogue.domain.marc.RefusedRecord;


/** The character sets of ISO 2709 files. One instance per reader: the MARC-8 converter keeps a state. */
final class Characters {

    /** BYTES is no set: each byte is the character of its number. */
    enum CharacterSet { MARC8, ISO5426, LATIN1, UTF8, BYTES }

    private static final byte ESCAPE = 0x1B;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private boolean marc8Failed;
    private final AnselToUnicode marc8 = new AnselToUnicode((position, problem) -> marc8Failed = true);

    Characters() {
        marc8.setTranslateNCR(true);
    }

    /**
     * The set of one record. Where the bytes are UTF-8 beyond ASCII they are taken as such, whatever format and leader
     * say: in the other sets such sequences do not occur in words. In a MARC 21 file of UTF-8, a record that neither
     * is nor claims to be UTF-8 is MARC-8, and a record of the other dialect is in a set of that dialect: files are put
     * together from several sources.
     */
    static CharacterSet of(MarcFormat format, Reading.Dialect dialect, byte[] record) {
        if (isUtf8BeyondAscii(record)) {
            return CharacterSet.UTF8;
        }
        return switch (format) {
            case MARC21_MARC8, MARC21_UTF8 -> switch (dialect) {
                case UNIMARC -> unimarcSet(record);
                case MARC21 -> format == MarcFormat.MARC21_UTF8 && record[9] == 'a' ? CharacterSet.UTF8
                        : CharacterSet.MARC8;
            };
            case UNIMARC_ISO5426 -> dialect == Reading.Dialect.MARC21 ? CharacterSet.MARC8 : CharacterSet.ISO5426;
            case UNIMARC_LATIN1 -> dialect == Reading.Dialect.MARC21 ? CharacterSet.MARC8 : CharacterSet.LATIN1;
            case UNIMARC_UTF8 -> dialect == Reading.Dialect.MARC21 && record[9] != 'a' ? CharacterSet.MARC8
                    : CharacterSet.UTF8;
            case MARCXML -> CharacterSet.UTF8;
        };
    }

    private static CharacterSet unimarcSet(byte[] record) {
        Letters letters = Letters.of(record);
        return letters.latin1() > letters.iso5426() ? CharacterSet.LATIN1 : CharacterSet.ISO5426;
    }

    /**
     * Whether there are UTF-8 sequences beyond ASCII, and no fewer of them than bytes that are no UTF-8. A damaged byte or
     * two do not make another set of a record: read as MARC-8, its every accent would be wrong, and nobody told.
     */
    static boolean isUtf8BeyondAscii(byte[] bytes) {
        int wrong = 0;
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        for (CoderResult result = decoder.decode(in, out, true); result.isError();
                result = decoder.decode(in, out, true)) {
            wrong += result.length();
            in.position(in.position() + result.length());
        }
        long good = out.flip().codePoints().filter(c -> c >= 0x80).count();
        return good > 0 && good >= wrong;
    }

    /**
     * How many letters there are if the bytes are of the one set or of the other. In ISO 5426 an accented letter is a
     * diacritic (0xC0 to 0xDF) and an ASCII letter; in ISO 8859-1 it is one byte, nearly always 0xE0 or above, where
     * ISO 5426 has but a few letters that French and its neighbours hardly use.
     */
    record Letters(int iso5426, int latin1) {

        static Letters of(byte[] bytes) {
            int iso5426 = 0;
            int latin1 = 0;
            for (int i = 0; i < bytes.length; i++) {
                int code = bytes[i] & 0xFF;
                boolean letterFollows = i + 1 < bytes.length && Character.isLetter(bytes[i + 1]);
                if (Iso5426.isDiacritic(code) && letterFollows) {
                    iso5426++;
                } else if (code >= 0xE0) {
                    latin1++;
                }
            }
            return new Letters(iso5426, latin1);
        }
    }

    /** @throws RefusedRecord for bytes that mean nothing in the set */
    String decode(byte[] bytes, CharacterSet set) throws RefusedRecord {
        return switch (set) {
            case MARC8 -> marc8(bytes);
            case ISO5426 -> Iso5426.decode(bytes);
            case LATIN1 -> latin1(bytes);
            case UTF8 -> utf8(bytes);
            case BYTES -> new String(bytes, StandardCharsets.ISO_8859_1);
        };
    }

    private String marc8(byte[] bytes) throws RefusedRecord {
        marc8Failed = false;
        try {
            String text = marc8.convert(bytes);
            if (!marc8Failed && !endsInADiacritic(bytes)) {
                return text;
            }
        } catch (RuntimeException badEscape) {
            // The converter's way of saying that an escape sequence stops short.
        }
        throw new RefusedRecord(BadRecord.Reason.UNREADABLE_CHARACTERS);
    }

    /** The converter puts it on the letter before: Latin 1's "é" would be a caron there. Other alphabets are escaped to. */
    private static boolean endsInADiacritic(byte[] marc8) {
        for (byte b : marc8) {
            if (b == ESCAPE) {
                return false;
            }
        }
        int last = marc8.length == 0 ? 0 : marc8[marc8.length - 1] & 0xFF;
        return last >= 0xE0 && last <= 0xFE;
    }

    /**
     * Windows-1252 above 0x80, as French files use it, except for the non-sorting marks of ISO 6630: 0x88, 0x89, 0x98,
     * and 0x9C where an 0x98 has been opened; elsewhere 0x9C is œ.
     */
    private static String latin1(byte[] bytes) throws RefusedRecord {
        StringBuilder text = new StringBuilder(bytes.length);
        boolean nonSortingOpen = false;
        for (byte b : bytes) {
            int code = b & 0xFF;
            boolean mark = code == 0x88 || code == 0x89 || code == 0x98 || code == 0x9C && nonSortingOpen;
            if (code == 0x98 || code == 0x9C) {
                nonSortingOpen = code == 0x98;
            }
            if (code >= 0x80 && code < 0xA0 && !mark) {
                text.append(windows1252(b));
            } else {
                text.append((char) code);
            }
        }
        return text.toString();
    }

    private static String windows1252(byte b) throws RefusedRecord {
        String sign = new String(new byte[] {b}, WINDOWS_1252);
        if (sign.equals("\uFFFD")) {
            throw new RefusedRecord(BadRecord.Reason.UNREADABLE_CHARACTERS);
        }
        return sign;
    }

    private static String utf8(byte[] bytes) throws RefusedRecord {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new RefusedRecord(BadRecord.Reason.UNREADABLE_CHARACTERS);
        }
    }
}
