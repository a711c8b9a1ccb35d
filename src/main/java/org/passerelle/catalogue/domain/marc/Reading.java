package org.passerelle.catalogue.domain.marc;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.passerelle.catalogue.MaterialType;

/** Turns the fields of a record into what the catalogue knows of a title. */
final class Reading {

    private static final int LONGEST_LIST = 100;

    private Reading() {
    }

    enum Dialect {
        MARC21, UNIMARC;

        /** In XML the title field tells: 245 is MARC 21's alone, 200 UNIMARC's. */
        static Dialect of(MarcFormat format, MarcRecord record) {
            return switch (format) {
                case MARC21_MARC8, MARC21_UTF8 -> MARC21;
                case UNIMARC_ISO5426, UNIMARC_LATIN1, UNIMARC_UTF8 -> UNIMARC;
                case MARCXML -> record.has("200") && !record.has("245") ? UNIMARC : MARC21;
            };
        }
    }

    static BibliographicRecord of(MarcRecord record, Dialect dialect, CopyMappingProfile profile)
            throws RefusedRecord {
        if (record.leaderAt(5) == 'd') {
            throw new RefusedRecord(BadRecord.Reason.DELETED_BY_SENDER);
        }
        // Authorities, holdings, classification and community information, in either format.
        if ("uvwxyzq".indexOf(record.leaderAt(6)) >= 0) {
            throw new RefusedRecord(BadRecord.Reason.NOT_BIBLIOGRAPHIC);
        }
        return dialect == Dialect.MARC21 ? Marc21.read(record, profile) : Unimarc.read(record, profile);
    }

    static String identifier(String own, MarcRecord record) throws RefusedRecord {
        String identifier = own.isEmpty()
                ? record.with("035").flatMap(field -> field.first("a").stream()).findFirst().orElse("") : own;
        if (identifier.isEmpty() || identifier.length() > BibliographicRecord.LONGEST_IDENTIFIER) {
            throw new RefusedRecord(BadRecord.Reason.NO_IDENTIFIER);
        }
        return identifier;
    }

    static String title(Optional<String> title) throws RefusedRecord {
        return title.filter(text -> !text.isEmpty()).orElseThrow(() -> new RefusedRecord(BadRecord.Reason.NO_TITLE));
    }

    /**
     * Codes settle the material. Where they say nothing the profile may; and where they say no more than "printed
     * text", which is also how most comics are coded, the profile may say that it is a comic.
     */
    static MaterialType material(MaterialType coded, MarcRecord record, CopyMappingProfile profile) {
        MaterialType fromCopies = profile.materialType(record).orElse(null);
        boolean comic = coded == MaterialType.BOOK && fromCopies == MaterialType.COMIC;
        return coded == null || comic ? fromCopies : coded;
    }

    /** The subfields in their order, each preceded by the punctuation of its code unless the text brings its own. */
    static String joined(MarcRecord.Field field, String codes, Function<Character, String> before) {
        StringBuilder text = new StringBuilder();
        for (MarcRecord.Subfield subfield : field.subfields()) {
            String part = Texts.clean(subfield.text());
            if (codes.indexOf(subfield.code()) < 0 || part.isEmpty()) {
                continue;
            }
            if (!text.isEmpty()) {
                boolean announced = ":;,/=.(".indexOf(text.charAt(text.length() - 1)) >= 0
                        || ":;/=(".indexOf(part.charAt(0)) >= 0;
                boolean attached = ",.".indexOf(part.charAt(0)) >= 0;
                text.append(attached ? "" : announced ? " " : before.apply(subfield.code()));
            }
            text.append(part);
        }
        return Texts.withoutIsbd(Texts.clean(text.toString()));
    }

    static List<String> list(Stream<String> texts) {
        return texts.map(Texts::withoutIsbd).filter(text -> !text.isEmpty()).distinct().limit(LONGEST_LIST).toList();
    }

    static List<String> isbns(MarcRecord record, String tag) {
        return list(record.with(tag).flatMap(field -> field.all("a"))
                .flatMap(text -> Isbn.thirteenDigits(text).stream()));
    }

    /** Codes may be run together, as MARC 21 did until 2001: "engfre". Codes for "none" and "unknown" say nothing. */
    static List<String> languages(Stream<String> codes) {
        return list(codes.map(String::toLowerCase).filter(code -> code.matches("([a-z]{3})+"))
                .flatMap(code -> Stream.iterate(0, i -> i < code.length(), i -> i + 3)
                        .map(i -> code.substring(i, i + 3)))
                .filter(code -> !code.equals("und") && !code.equals("zxx")));
    }

    static Optional<String> trimmed(Stream<String> texts) {
        return list(texts).stream().findFirst();
    }
}
