package org.passerelle.catalogue.domain.marc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.passerelle.catalogue.MaterialType;

/** MARC 21 bibliographic format, Library of Congress, loc.gov/marc/bibliographic. */
final class Marc21 {

    private Marc21() {
    }

    static BibliographicRecord read(MarcRecord record, CopyMappingProfile profile) throws RefusedRecord {
        CopyMappingProfile.Copies copies = profile.copies(record);
        return new BibliographicRecord(
                Reading.identifier(controlNumber(record), record),
                Reading.title(record.with("245").map(field -> Reading.joined(field, "abnp",
                        code -> code == 'b' ? " : " : ". ")).findFirst()),
                Reading.trimmed(record.with("245").flatMap(field -> field.all("c"))).orElse(null),
                authors(record),
                Reading.trimmed(publication(record).flatMap(field -> field.all("b"))).orElse(null),
                year(record),
                Reading.isbns(record, "020"),
                languages(record),
                subjects(record),
                Reading.trimmed(seriesFields(record).flatMap(field -> field.all("a"))).orElse(null),
                Reading.trimmed(Stream.concat(seriesFields(record).flatMap(field -> field.all("v")),
                        record.with("245").flatMap(field -> field.all("n")))).orElse(null),
                Reading.material(material(record), record, profile),
                copies.taken(), copies.refused());
    }

    private static String controlNumber(MarcRecord record) {
        String number = Texts.clean(record.control("001"));
        String agency = Texts.clean(record.control("003"));
        return number.isEmpty() || agency.isEmpty() ? number : "(" + agency + ")" + number;
    }

    private static List<String> authors(MarcRecord record) {
        Stream<MarcRecord.Field> mainThenAdded = Stream.concat(record.with("100", "110", "111"),
                record.with("700", "710", "711"));
        return Reading.list(mainThenAdded.map(field -> Reading.joined(field, field.tag().endsWith("11") ? "a" : "ab",
                code -> field.tag().endsWith("10") ? ". " : " ")));
    }

    /** 264 with second indicator 1 is the publisher's statement, others the printer's or distributor's. */
    private static Stream<MarcRecord.Field> publication(MarcRecord record) {
        return Stream.concat(record.with("264").filter(field -> field.secondIndicator() == '1'), record.with("260"));
    }

    private static Integer year(MarcRecord record) {
        String codes = record.control("008");
        return Texts.year(codes.length() < 11 ? "" : codes.substring(7, 11))
                .or(() -> publication(record).flatMap(field -> field.all("c"))
                        .flatMap(date -> Texts.year(date).stream()).findFirst()).orElse(null);
    }

    private static List<String> languages(MarcRecord record) {
        List<String> ofText = Reading.languages(record.with("041").flatMap(field -> field.all("a")));
        String codes = record.control("008");
        boolean onlyCoded = ofText.isEmpty() && codes.length() >= 38;
        return onlyCoded ? Reading.languages(Stream.of(codes.substring(35, 38))) : ofText;
    }

    private static List<String> subjects(MarcRecord record) {
        return Reading.list(record.with("600", "610", "611", "630", "648", "650", "651", "653", "655")
                .map(field -> Reading.list(Stream.concat(
                        Stream.of(Reading.joined(field, "abcdfknpt", code -> " ")), field.all("vxyz"))))
                .map(parts -> String.join(" -- ", parts)));
    }

    /** 440 was given up in 2008 and is still in many files. */
    private static Stream<MarcRecord.Field> seriesFields(MarcRecord record) {
        return record.with("490", "440", "800", "810", "811", "830")
                .filter(field -> !field.tag().startsWith("8") || !record.has("490") && !record.has("440"));
    }

    /**
     * Leader 06 (type) and 07 (level), then the field 007 of that kind of material, then 008.
     * <ul>
     * <li>printed text: 07 {@code b} or {@code s} is a serial; 008/24-27 {@code 6} or, until 2008, 008/33 {@code c}
     * are comics;
     * <li>sound: 007/01 {@code d} is a disc, a compact one at speed 007/03 {@code f} (1.4 m/s) or of size 007/06
     * {@code g} (12 cm);
     * <li>video: 007/01 {@code d} is a disc, 007/04 {@code v} DVD and {@code s} Blu-ray, which is lent as one;
     * <li>objects and kits: 008/33 {@code g} is a game; computer files: 008/26 {@code g}.
     * </ul>
     *
     * @return null when the codes do not settle it, OTHER when they say that it is none of the known types
     */
    static MaterialType material(MarcRecord record) {
        String codes = record.control("008");
        return switch (record.leaderAt(6)) {
            case 'a', 't' -> printed(record, codes);
            case 'i', 'j' -> physical(record, 's').map(Marc21::sound).orElse(null);
            case 'g' -> physical(record, 'v').map(Marc21::video).orElse(null);
            case 'm' -> MarcRecord.charAt(codes, 26) == 'g' ? MaterialType.GAME : null;
            case 'o', 'r' -> MarcRecord.charAt(codes, 33) == 'g' ? MaterialType.GAME : null;
            case 'c', 'd', 'e', 'f', 'k' -> MaterialType.OTHER;
            default -> null;
        };
    }

    private static MaterialType printed(MarcRecord record, String codes) {
        return switch (record.leaderAt(7)) {
            case 'b', 's' -> MaterialType.MAGAZINE;
            case 'i' -> null;
            default -> {
                boolean comic = codes.length() >= 28 && codes.substring(24, 28).indexOf('6') >= 0
                        || MarcRecord.charAt(codes, 33) == 'c';
                yield comic ? MaterialType.COMIC : MaterialType.BOOK;
            }
        };
    }

    private static MaterialType sound(String codes) {
        boolean disc = MarcRecord.charAt(codes, 1) == 'd';
        boolean compact = MarcRecord.charAt(codes, 3) == 'f' || MarcRecord.charAt(codes, 6) == 'g';
        return disc && compact ? MaterialType.CD : MaterialType.OTHER;
    }

    private static MaterialType video(String codes) {
        boolean disc = MarcRecord.charAt(codes, 1) == 'd';
        boolean digital = "vs".indexOf(MarcRecord.charAt(codes, 4)) >= 0;
        return disc && digital ? MaterialType.DVD : MaterialType.OTHER;
    }

    private static Optional<String> physical(MarcRecord record, char category) {
        return record.with("007").map(MarcRecord.Field::value)
                .filter(value -> MarcRecord.charAt(value, 0) == category).findFirst();
    }
}
