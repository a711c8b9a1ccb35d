package org.passerelle.catalogue.domain.marc.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.catalogue.domain.marc.BadRecord;
import org.passerelle.catalogue.domain.marc.BibliographicRecord;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.GoodRecord;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.ReadRecord;
import org.passerelle.catalogue.domain.marc.RecordPosition;

/** Writes ISO 2709 records byte by byte, right or wrong in the ways that real files are. */
public final class MarcBytes {

    private final String leaderCodes;
    private final Charset charset;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private final ByteArrayOutputStream fields = new ByteArrayOutputStream();
    private boolean lengthsInCharacters;
    private int charactersBefore;

    private MarcBytes(String leaderCodes, Charset charset) {
        this.leaderCodes = leaderCodes;
        this.charset = charset;
    }

    /** @param leaderCodes positions 5 to 9, such as "nam a" */
    public static MarcBytes record(String leaderCodes, Charset charset) {
        return new MarcBytes(leaderCodes, charset);
    }

    public static MarcBytes marc21(String identifier, String title) {
        return record("nam a", StandardCharsets.UTF_8).control("001", identifier).data("245", "00", "a" + title);
    }

    public static MarcBytes unimarc(String identifier, String title, Charset charset) {
        return record("nam  ", charset).control("001", identifier)
                .data("100", "  ", "a20200101d2020    m  y0frey0103    ba").data("200", "1 ", "a" + title);
    }

    MarcBytes countingCharacters() {
        lengthsInCharacters = true;
        return this;
    }

    public MarcBytes control(String tag, String value) {
        return field(tag, value.getBytes(charset), value.length());
    }

    /** @param subfields each begins with its code */
    public MarcBytes data(String tag, String indicators, String... subfields) {
        String text = indicators + "\u001F" + String.join("\u001F", subfields);
        return field(tag, text.getBytes(charset), text.length());
    }

    private MarcBytes field(String tag, byte[] content, int characters) {
        int length = (lengthsInCharacters ? characters : content.length) + 1;
        int start = lengthsInCharacters ? charactersBefore : fields.size();
        directory.writeBytes("%s%04d%05d".formatted(tag, length, start).getBytes(StandardCharsets.US_ASCII));
        fields.writeBytes(content);
        fields.write(Iso2709.FIELD_END);
        charactersBefore += characters + 1;
        return this;
    }

    public byte[] bytes() {
        int base = 24 + directory.size() + 1;
        int content = lengthsInCharacters ? charactersBefore : fields.size();
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes("%05d%s22%05d   4500".formatted(Math.min(99_999, base + content + 1), leaderCodes, base)
                .getBytes(StandardCharsets.US_ASCII));
        record.writeBytes(directory.toByteArray());
        record.write(Iso2709.FIELD_END);
        record.writeBytes(fields.toByteArray());
        record.write(Iso2709.RECORD_END);
        return record.toByteArray();
    }

    public static byte[] file(Object... parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (Object part : parts) {
            file.writeBytes(switch (part) {
                case MarcBytes record -> record.bytes();
                case byte[] bytes -> bytes;
                default -> part.toString().getBytes(StandardCharsets.UTF_8);
            });
        }
        return file.toByteArray();
    }

    public static List<ReadRecord> read(byte[] file, MarcFormat format, CopyMappingProfile profile, RecordPosition from) {
        List<ReadRecord> outcomes = new ArrayList<>();
        try (MarcFileReader reader = MarcFileReader.open(new ByteArrayInputStream(file), format, profile, from)) {
            reader.forEachRemaining(outcomes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outcomes;
    }

    public static List<ReadRecord> read(byte[] file, MarcFormat format) {
        return read(file, format, CopyMappingProfile.UNIMARC_995, RecordPosition.START);
    }

    public static BibliographicRecord readOne(byte[] file, MarcFormat format, CopyMappingProfile profile) {
        List<ReadRecord> outcomes = read(file, format, profile, RecordPosition.START);
        if (outcomes.size() == 1 && outcomes.getFirst() instanceof GoodRecord good) {
            return good.record();
        }
        throw new AssertionError("Not one good record: " + outcomes);
    }

    public static BibliographicRecord readOne(MarcBytes record, MarcFormat format) {
        return readOne(record.bytes(), format, CopyMappingProfile.UNIMARC_995);
    }

    /** Identifiers of the good, reasons of the bad, in the order of the file. */
    public static List<String> told(List<ReadRecord> outcomes) {
        return outcomes.stream().map(outcome -> switch (outcome) {
            case GoodRecord good -> good.record().identifier();
            case BadRecord bad -> bad.reason().name();
        }).toList();
    }
}
