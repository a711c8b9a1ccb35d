package org.passerelle.catalogue.domain.marc;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.passerelle.catalogue.MaterialType;


/** Turns the fields of a record into what the catalogue knows of a title. */
public final class Reading {

    private static final int LONGEST_LIST = 100;

    private Reading() {
    }

    public enum Dialect {
        MARC21, UNIMARC;

        /**
         * The title field tells: 245 is MARC 21's alone (and so is 880, where a title may be in another script only), 200
         * UNIMARC's. Files are put together from several sources; the format of the file decides only where a record
         * does not tell, and in XML that is MARC 21.
         */
        public static Dialect of(MarcFormat format, Predicate<String> hasTag) {
            boolean marc21 = hasTag.test("245");
            boolean unimarc = hasTag.test("200");
            if (marc21 != unimarc) {
                return marc21 ? MARC21 : UNIMARC;
            }
            return switch (format) {
                case MARC21_MARC8, MARC21_UTF8, MARCXML -> MARC21;
                case UNIMARC_ISO5426, UNIMARC_LATIN1, UNIMARC_UTF8 -> hasTag.test("880") && !unimarc ? MARC21 : UNIMARC;
            };
        }
    }

    public static BibliographicRecord of(MarcRecord record, MarcFormat format, CopyMappingProfile profile) throws RefusedRecord {
        requireADocument(record.leader());
        return switch (Dialect.of(format, record::has)) {
            case MARC21 -> Marc21.read(record.withLinkedScripts(profile.copyTag()), profile);
            case UNIMARC -> Unimarc.read(record, profile);
        };
    }

    /** Looks at the leader alone: what is deleted or something else needs no other field, and may have none. */
    public static void requireADocument(String leader) throws RefusedRecord {
        if (MarcRecord.charAt(leader, 5) == 'd') {
            throw new RefusedRecord(BadRecord.Reason.DELETED_BY_SENDER);
        }
        // Authorities, holdings, classification and community information, in either format.
        if ("uvwxyzq".indexOf(MarcRecord.charAt(leader, 6)) >= 0) {
            throw new RefusedRecord(BadRecord.Reason.NOT_BIBLIOGRAPHIC);
        }
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
        return title.orElseThrow(() -> new RefusedRecord(BadRecord.Reason.NO_TITLE));
    }

    /**
     * What the first field of the tag says, and after an equals sign, which is ISBD's for the same in another language or
     * script, what its fields in other scripts say.
     */
    static Optional<String> inEveryScript(MarcRecord record, String tag, Function<MarcRecord.Field, String> text) {
        List<MarcRecord.Field> fields = record.with(tag).toList();
        List<String> texts = list(fields.stream()
                .filter(field -> field == fields.getFirst() || field.isInAnotherScript()).map(text));
        return texts.isEmpty() ? Optional.empty() : Optional.of(Texts.clean(String.join(" = ", texts)));
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
