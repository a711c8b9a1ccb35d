package org.passerelle.catalogue.domain.marc;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.domain.marc.Carriers.Kind;


/** UNIMARC bibliographic format, IFLA, and the French manual of the Comité français UNIMARC. */
final class Unimarc {

    private static final Pattern GAME = Pattern.compile("\\bjeux?\\b", Pattern.UNICODE_CHARACTER_CLASS);

    private Unimarc() {
    }

    static BibliographicRecord read(MarcRecord record, CopyMappingProfile profile) throws RefusedRecord {
        CopyMappingProfile.Copies copies = profile.copies(record);
        return new BibliographicRecord(
                Reading.identifier(Texts.clean(record.control("001")), record),
                Reading.title(Reading.inEveryScript(record, "200", Unimarc::title)),
                Reading.inEveryScript(record, "200", field -> Reading.joined(field, "fg", code -> " ; ")).orElse(null),
                authors(record),
                Reading.trimmed(publication(record).flatMap(field -> field.all("c"))).orElse(null),
                year(record),
                Reading.isbns(record, "010"),
                Reading.languages(record.with("101").flatMap(field -> field.all("a"))),
                subjects(record),
                Reading.trimmed(Stream.concat(record.with("225").flatMap(field -> field.all("a")),
                        linked(record).flatMap(field -> field.all("t")))).orElse(null),
                volume(record),
                Reading.material(material(record), record, profile),
                copies.taken(), copies.refused());
    }

    /** Old records punctuate inside the subfields, newer ones leave it to the codes. */
    private static String title(MarcRecord.Field field) {
        return Reading.joined(field, "aehi", code -> switch (code) {
            case 'e' -> " : ";
            case 'a' -> " ; ";
            default -> ". ";
        });
    }

    private static List<String> authors(MarcRecord record) {
        Stream<String> persons = record.with("700", "701", "702").map(field -> Reading.joined(field, "ab",
                code -> ", "));
        Stream<String> bodies = record.with("710", "711", "712").map(field -> Reading.joined(field, "ab",
                code -> ". "));
        return Reading.list(Stream.concat(persons, bodies));
    }

    /** 214 (since 2019) with second indicator 0 is the publisher's statement, others the printer's or distributor's. */
    private static Stream<MarcRecord.Field> publication(MarcRecord record) {
        return Stream.concat(
                record.with("214").filter(field -> field.secondIndicator() == '0' || field.secondIndicator() == ' '),
                record.with("210", "219"));
    }

    private static Integer year(MarcRecord record) {
        String codes = record.coded("100");
        return Texts.year(codes.length() < 13 ? "" : codes.substring(9, 13))
                .or(() -> publication(record).flatMap(field -> field.all("d"))
                        .flatMap(date -> Texts.year(date).stream()).findFirst()).orElse(null);
    }

    private static List<String> subjects(MarcRecord record) {
        return Reading.list(record.with("600", "601", "602", "604", "605", "606", "607", "608", "610")
                .map(field -> Reading.list(Stream.concat(
                        Stream.of(Reading.joined(field, "abcft", code -> ", ")), field.all("jxyz"))))
                .map(parts -> String.join(" -- ", parts)));
    }

    /** The set (461) before the series (410): a volume's number is its number in the set. */
    private static Stream<MarcRecord.Field> linked(MarcRecord record) {
        return Stream.concat(record.with("461"), record.with("410"));
    }

    private static String volume(MarcRecord record) {
        Stream<MarcRecord.Field> series = Stream.concat(record.with("225"), linked(record));
        return Reading.trimmed(Stream.concat(series.flatMap(field -> field.all("v")),
                record.with("200").flatMap(field -> field.all("h")))).orElse(null);
    }

    /**
     * Leader 06 (type) and 07 (level), then the coded field of that kind of material; where that is not filled, the
     * types of carrier and of media in 183 and 182, then the material designation of 200 $b and the description in 215.
     * <ul>
     * <li>printed text: 07 {@code s} is a serial, a monographic series (110 $a/0 {@code b}) excepted; 105 $a/4-7
     * {@code t} is a comic; where all its media (182) are to be heard or seen, it is what they say;
     * <li>sound: 126 $a/0 {@code a} is a disc, a compact one at speed $a/1 {@code g} (1.4 m/s) or of size $a/4
     * {@code h} (12 cm);
     * <li>video: 115 $a/15 {@code b} is a videodisc, taken for a DVD since earlier videodiscs are not lent;
     * <li>electronic resources: 135 $a/0 {@code g} is a game; objects: the word "jeu" in 200 $b or 215 $a.
     * </ul>
     *
     * @return null when all that does not settle it, OTHER when it says that it is none of the known types
     */
    static MaterialType material(MarcRecord record) {
        return switch (record.leaderAt(6)) {
            case 'a', 'b' -> played(record).orElseGet(() -> printed(record));
            case 'g' -> recorded(record, Kind.PICTURES);
            case 'i', 'j' -> recorded(record, Kind.SOUND);
            case 'l' -> MarcRecord.charAt(record.coded("135"), 0) == 'g' ? MaterialType.GAME
                    : played(record).orElse(null);
            case 'm', 'r' -> GAME.matcher(carriers(record).words()).find() ? MaterialType.GAME : null;
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
        Optional<MaterialType> coded = kind == Kind.PICTURES ? video(record).or(() -> sound(record))
                : sound(record).or(() -> video(record));
        return coded.orElseGet(() -> {
            Carriers carriers = carriers(record);
            return carriers.material(kind == null ? carriers.kind().orElse(null) : kind);
        });
    }

    /** Media types are those of the ISBD in 182 $a, of RDA in $c. */
    private static Carriers carriers(MarcRecord record) {
        return Carriers.of(record.with("183").flatMap(field -> field.all("ac")),
                record.with("182").flatMap(field -> Stream.concat(
                        field.all("a").map(code -> code.equals("a") ? "audio" : code.equals("g") ? "video" : code),
                        field.all("c"))),
                Stream.concat(record.with("200").flatMap(field -> field.all("b")),
                        record.with("215").flatMap(field -> field.all("acd"))));
    }

    private static MaterialType printed(MarcRecord record) {
        return switch (record.leaderAt(7)) {
            case 's' -> MarcRecord.charAt(record.coded("110"), 0) == 'b' ? MaterialType.BOOK : MaterialType.MAGAZINE;
            case 'i' -> null;
            default -> {
                String codes = record.coded("105");
                boolean comic = codes.length() >= 8 && codes.substring(4, 8).indexOf('t') >= 0;
                yield comic ? MaterialType.COMIC : MaterialType.BOOK;
            }
        };
    }

    private static Optional<MaterialType> video(MarcRecord record) {
        String codes = record.coded("115");
        char carrier = MarcRecord.charAt(codes, 15);
        boolean said = MarcRecord.charAt(codes, 0) == 'c' && Character.isLetter(carrier) && "ux".indexOf(carrier) < 0;
        return said ? Optional.of(carrier == 'b' ? MaterialType.DVD : MaterialType.OTHER) : Optional.empty();
    }

    private static Optional<MaterialType> sound(MarcRecord record) {
        String codes = record.coded("126");
        char release = MarcRecord.charAt(codes, 0);
        if (release == 'a') {
            boolean compact = MarcRecord.charAt(codes, 1) == 'g' || MarcRecord.charAt(codes, 4) == 'h';
            return compact ? Optional.of(MaterialType.CD) : Optional.empty();
        }
        boolean said = Character.isLetter(release) && "ux".indexOf(release) < 0;
        return said ? Optional.of(MaterialType.OTHER) : Optional.empty();
    }
}
