package org.passerelle.catalogue.domain.marc.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.MarcRecord;
import org.passerelle.catalogue.domain.marc.RefusedRecord;

/** Tells the format of a file from its beginning; what it finds is proposed to the manager, who may choose another. */
public final class MarcFormatGuess {

    /** Bytes looked at: some hundreds of records, or two of the longest. */
    static final int SAMPLE = 262_144;

    private static final Pattern XML_RECORD = Pattern.compile("<(?:[^\\s:/<>]+:)?record[\\s>]");

    private int marc21;
    private int unimarc;
    private int utf8;
    private int otherThanUtf8;
    private int claimingUtf8;
    private int latin1Letters;
    private int iso5426Letters;

    private MarcFormatGuess() {
    }

    /**
     * MARC 21 or UNIMARC by the fields that the majority of the records has; UTF-8 where the bytes are, whatever the
     * leaders claim; UNIMARC in ISO 5426 or ISO 8859-1 by which of them makes letters of the bytes. Only a file that
     * is all ASCII is taken at its word.
     *
     * @param file from its first byte; is read from, not closed
     * @return empty when nothing at the beginning of the file looks like a record
     */
    public static Optional<MarcFormat> of(InputStream file) throws IOException {
        byte[] sample = file.readNBytes(SAMPLE);
        return looksLikeMarcXml(sample) ? Optional.of(MarcFormat.MARCXML) : new MarcFormatGuess().iso2709(sample);
    }

    private static boolean looksLikeMarcXml(byte[] sample) {
        // Without the zero bytes of UTF-16, tags read the same in every encoding of interest.
        String text = new String(sample, StandardCharsets.ISO_8859_1).replace("\0", "");
        int start = 0;
        while (start < text.length() && (text.charAt(start) <= ' ' || text.charAt(start) > '~')) {
            start++;
        }
        return text.startsWith("<", start) && XML_RECORD.matcher(text).find();
    }

    private Optional<MarcFormat> iso2709(byte[] sample) {
        int from = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == Iso2709.RECORD_END) {
                look(Arrays.copyOfRange(sample, from, i + 1));
                from = i + 1;
            }
        }
        if (marc21 == 0 && unimarc == 0) {
            return Optional.empty();
        }
        boolean isUtf8 = utf8 > otherThanUtf8 || utf8 == otherThanUtf8 && claimingUtf8 > 0;
        if (marc21 >= unimarc) {
            return Optional.of(isUtf8 ? MarcFormat.MARC21_UTF8 : MarcFormat.MARC21_MARC8);
        }
        if (isUtf8) {
            return Optional.of(MarcFormat.UNIMARC_UTF8);
        }
        return Optional.of(latin1Letters > iso5426Letters ? MarcFormat.UNIMARC_LATIN1 : MarcFormat.UNIMARC_ISO5426);
    }

    private void look(byte[] stretch) {
        int start = 0;
        while (start < stretch.length && (stretch[start] < '0' || stretch[start] > '9')) {
            start++;
        }
        byte[] record = Arrays.copyOfRange(stretch, start, stretch.length);
        if (Iso2709.announcedLength(record, 0, record.length) != record.length) {
            int next = Iso2709.startOfRecordEndingHere(record);
            record = next > 0 ? Arrays.copyOfRange(record, next, record.length) : record;
        }
        try {
            look(record, Iso2709.structure(record));
        } catch (RefusedRecord noRecord) {
            // A stretch that is no record tells nothing of the others.
        }
    }

    private void look(byte[] bytes, MarcRecord record) {
        if (record.has("245") || record.has("880")) {
            marc21++;
            claimingUtf8 += record.leaderAt(9) == 'a' ? 1 : 0;
        } else if (record.has("200") || record.coded("100").length() == 36) {
            unimarc++;
            claimingUtf8 += record.coded("100").startsWith("50", 26) ? 1 : 0;
        } else {
            return;
        }
        if (Characters.isUtf8BeyondAscii(bytes)) {
            utf8++;
            return;
        }
        Characters.Letters letters = Characters.Letters.of(bytes);
        iso5426Letters += letters.iso5426();
        latin1Letters += letters.latin1();
        for (byte b : bytes) {
            if (b < 0) {
                otherThanUtf8++;
                return;
            }
        }
    }
}
