package org.passerelle.catalogue.domain.marc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.passerelle.catalogue.domain.marc.file.MarcBytes;
import org.passerelle.catalogue.domain.marc.file.MarcFormatGuess;

/** Small files after kinds of files that programs really send; {@code src/test/resources/marc/cases}. */
public final class MarcCases {

    private MarcCases() {
    }

    public static byte[] bytes(String name) {
        try (InputStream file = MarcCases.class.getResourceAsStream("/marc/cases/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MarcFormat guessed(byte[] file) {
        try {
            return MarcFormatGuess.of(new ByteArrayInputStream(file)).orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the format that is guessed of it, as a manager would who changes nothing. */
    static List<ReadRecord> read(byte[] file) {
        return MarcBytes.read(file, guessed(file), CopyMappingProfile.EVERGREEN_949, RecordPosition.START);
    }

    /** Titles of the good, reasons of the bad, in the order of the file. */
    public static List<String> titles(byte[] file) {
        return titles(read(file));
    }

    public static List<String> titles(List<ReadRecord> outcomes) {
        return outcomes.stream().map(outcome -> switch (outcome) {
            case GoodRecord good -> good.record().title();
            case BadRecord bad -> bad.reason().name();
        }).toList();
    }
}
