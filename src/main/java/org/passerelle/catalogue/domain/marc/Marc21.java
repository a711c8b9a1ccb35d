package org.passerelle.catalogue.domain.marc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.domain.marc.Carriers.Kind;


/** MARC 21 bibliographic format, Library of Congress, loc.gov/marc/bibliographic. */
final class Marc21 {

    private Marc21() {
    }

    static BibliographicRecord read(MarcRecord record, CopyMappingProfile profile) throws RefusedRecord {
        CopyMappingProfile.Copies copies = profile.copies(record);
        return new BibliographicRecord(
                Reading.identifier(controlNumber(record), record),
                Reading.title(Reading.inEveryScript(record, "245", field -> Reading.joined(field, "abnp",
                        code -> code == 'b' ? " : " : ". "))),
                Reading.inEveryScript(record, "245", field -> field.first("c").orElse("")).orElse(null),
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
     * Leader 06 (type) and 07 (level), then the field 007 of that kind of material, or 008; where they leave it open,
     * as RDA records do, the fields 338 and 337, then the words of 300.
     * <ul>
     * <li>printed text: 07 {@code b} or {@code s} is a serial; 008/24-27 {@code 6} or, until 2008, 008/33 {@code c}
     * are comics; where all its media (337) are to be heard or seen, it is what they say;
     * <li>sound: 007/01 {@code d} is a disc, a compact one at speed 007/03 {@code f} (1.4 m/s) or of size 007/06
     * {@code g} (12 cm), an analog one at the speeds and of the sizes that have another code;
     * <li>video: 007/01 {@code d} is a disc, 007/04 {@code v} DVD and {@code s} Blu-ray, which is lent as one;
     * <li>objects and kits: 008/33 {@code g} is a game; computer files: 008/26 {@code g}.
     * </ul>
     *
     * @return null when all that does not settle it, OTHER when it says that it is none of the known types
     */
    static MaterialType material(MarcRecord record) {
        String codes = record.control("008");
        return switch (record.leaderAt(6)) {
            case 'a', 't' -> played(record).orElseGet(() -> printed(record, codes));
            case 'i', 'j' -> recorded(record, Kind.SOUND);
            case 'g' -> recorded(record, Kind.PICTURES);
            case 'm' -> MarcRecord.charAt(codes, 26) == 'g' ? MaterialType.GAME : played(record).orElse(null);
            case 'o', 'r' -> MarcRecord.charAt(codes, 33) == 'g' ? MaterialType.GAME : null;
            case 'c', 'd', 'e', 'f', 'k' -> MaterialType.OTHER;
            default -> recorded(record, null);
        };
    }

    /** What is not coded as a recording, but of which nothing is to be read. */
    private static Optional<MaterialType> played(MarcRecord record) {
        Carriers carriers = carriers(record);
        return carriers.kind().map(carriers::material);
    }

    private static MaterialType recorded(MarcRecord record, Kind kind) {
        Optional<MaterialType> coded = kind == Kind.PICTURES
                ? video(record).or(() -> physical(record, 'v').isEmpty() ? sound(record) : Optional.empty())
                : sound(record).or(() -> physical(record, 's').isEmpty() ? video(record) : Optional.empty());
        return coded.orElseGet(() -> {
            Carriers carriers = carriers(record);
            return carriers.material(kind == null ? carriers.kind().orElse(null) : kind);
        });
    }

    private static Carriers carriers(MarcRecord record) {
        return Carriers.of(record.with("338").flatMap(field -> field.all("ab")),
                record.with("337").flatMap(field -> field.all("ab")),
                record.with("245", "300", "344", "346", "347").flatMap(field -> field.all(switch (field.tag()) {
                    case "245" -> "h";
                    case "300" -> "abcfg";
                    case "344" -> "abc";
                    default -> "ab";
                })));
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

    private static Optional<MaterialType> sound(MarcRecord record) {
        return physical(record, 's').stream().map(Marc21::sound).flatMap(Optional::stream).findFirst();
    }

    private static Optional<MaterialType> sound(String codes) {
        char designation = MarcRecord.charAt(codes, 1);
        char speed = MarcRecord.charAt(codes, 3);
        char size = MarcRecord.charAt(codes, 6);
        if (designation != 'd') {
            return isSaid(designation) ? Optional.of(MaterialType.OTHER) : Optional.empty();
        }
        if (speed == 'f' || size == 'g') {
            return Optional.of(MaterialType.CD);
        }
        boolean analog = "abcde".indexOf(speed) >= 0 || "cdef".indexOf(size) >= 0;
        return analog ? Optional.of(MaterialType.OTHER) : Optional.empty();
    }

    private static Optional<MaterialType> video(MarcRecord record) {
        return physical(record, 'v').stream().map(Marc21::video).flatMap(Optional::stream).findFirst();
    }

    private static Optional<MaterialType> video(String codes) {
        char designation = MarcRecord.charAt(codes, 1);
        char format = MarcRecord.charAt(codes, 4);
        if (designation != 'd') {
            return isSaid(designation) ? Optional.of(MaterialType.OTHER) : Optional.empty();
        }
        if (format == 'v' || format == 's') {
            return Optional.of(MaterialType.DVD);
        }
        // Laser optical and capacitance electronic discs. A disc in a format of tapes is a slip of the pen.
        return format == 'g' || format == 'h' ? Optional.of(MaterialType.OTHER) : Optional.empty();
    }

    /** Codes for "unspecified" and "other", no attempt to code, and a blank say nothing. */
    private static boolean isSaid(char code) {
        return "uz| ".indexOf(code) < 0;
    }

    private static List<String> physical(MarcRecord record, char category) {
        return record.with("007").map(MarcRecord.Field::value)
                .filter(value -> value != null && MarcRecord.charAt(value, 0) == category).toList();
    }
}
