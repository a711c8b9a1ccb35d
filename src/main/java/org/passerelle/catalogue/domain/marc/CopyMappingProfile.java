package org.passerelle.catalogue.domain.marc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.catalogue.MaterialType;


/**
 * Where a sender's records keep their copies, and what its copy types and shelf marks say of the material.
 *
 * <p>Subfield codes are given in order of preference: of "bc", {@code $b} is taken, and {@code $c} where there is no
 * {@code $b}.
 *
 * @param name              what the manager calls this profile
 * @param copyTag           the field, one per copy
 * @param barcodeCodes      at least one
 * @param shelfMarkCodes    may be empty, like the following
 * @param copyTypes         by copy type, whole and in any case
 * @param shelfMarkPrefixes by beginning of the shelf mark, in any case; the longest that fits decides, and it fits
 *                          where no further letter follows: "BD" fits "BD AST" and "BD12", not "BDX"
 */
public record CopyMappingProfile(String name, String copyTag, String barcodeCodes, String shelfMarkCodes,
        String branchCodes, String copyTypeCodes, Map<String, MaterialType> copyTypes,
        Map<String, MaterialType> shelfMarkPrefixes) {

    // Before the ready-made profiles, which are checked by them.
    private static final Pattern TAG = Pattern.compile("[0-9A-Za-z]{3}");
    private static final Pattern CODES = Pattern.compile("[0-9A-Za-z]*");

    /**
     * MARC 21 field 949 as Evergreen's and Sirsi's exports fill it. No shelf-mark prefix: in the Library of Congress
     * classification, which such shelf marks follow, BD is philosophy and CD the science of archives.
     */
    public static final CopyMappingProfile EVERGREEN_949 = new CopyMappingProfile("949", "949", "i", "a", "m", "t",
            Map.ofEntries(Map.entry("BOOK", MaterialType.BOOK), Map.entry("BOOKS", MaterialType.BOOK),
                    Map.entry("COMIC", MaterialType.COMIC), Map.entry("COMICS", MaterialType.COMIC),
                    Map.entry("MAGAZINE", MaterialType.MAGAZINE), Map.entry("MAGAZINES", MaterialType.MAGAZINE),
                    Map.entry("PERIODICAL", MaterialType.MAGAZINE), Map.entry("CD", MaterialType.CD),
                    Map.entry("DVD", MaterialType.DVD), Map.entry("GAME", MaterialType.GAME)),
            Map.of());

    /**
     * UNIMARC field 995 of the French "Recommandation 995" (1995): barcode in $f, shelf mark in $k, library in $b or
     * $c, document type in $r. The types are the plain words that library systems write into $r.
     */
    public static final CopyMappingProfile UNIMARC_995 = new CopyMappingProfile("995", "995", "f", "k", "bc", "r",
            Map.ofEntries(Map.entry("LIV", MaterialType.BOOK), Map.entry("LIVR", MaterialType.BOOK),
                    Map.entry("LIVRE", MaterialType.BOOK), Map.entry("BD", MaterialType.COMIC),
                    Map.entry("MANGA", MaterialType.COMIC), Map.entry("PER", MaterialType.MAGAZINE),
                    Map.entry("REV", MaterialType.MAGAZINE), Map.entry("REVUE", MaterialType.MAGAZINE),
                    Map.entry("CD", MaterialType.CD), Map.entry("DVD", MaterialType.DVD),
                    Map.entry("JEU", MaterialType.GAME), Map.entry("JEUX", MaterialType.GAME)),
            Map.of("BD", MaterialType.COMIC, "J BD", MaterialType.COMIC, "MANGA", MaterialType.COMIC,
                    "CD", MaterialType.CD, "DVD", MaterialType.DVD, "JEU", MaterialType.GAME));

    /** @throws IllegalArgumentException for a tag or codes that no record can have, or without a barcode code */
    public CopyMappingProfile {
        if (!TAG.matcher(copyTag).matches() || MarcRecord.Field.isControlTag(copyTag)) {
            throw new IllegalArgumentException("Not the tag of a copy field: " + copyTag);
        }
        Stream.of(barcodeCodes, shelfMarkCodes, branchCodes, copyTypeCodes)
                .filter(codes -> !CODES.matcher(codes).matches()).findAny().ifPresent(codes -> {
                    throw new IllegalArgumentException("Not subfield codes: " + codes);
                });
        if (barcodeCodes.isEmpty()) {
            throw new IllegalArgumentException("A profile says where the barcode is");
        }
        copyTypes = byKey(copyTypes);
        shelfMarkPrefixes = byKey(shelfMarkPrefixes);
    }

    private static Map<String, MaterialType> byKey(Map<String, MaterialType> given) {
        return given.entrySet().stream().collect(Collectors.toUnmodifiableMap(e -> key(e.getKey()), Map.Entry::getValue,
                (one, other) -> one));
    }

    private static String key(String text) {
        return Texts.clean(text).toUpperCase(Locale.ROOT);
    }

    /** What the profile says of the material: copy types are asked first, then shelf marks. */
    Optional<MaterialType> materialType(MarcRecord record) {
        List<MarcRecord.Field> fields = record.with(copyTag).toList();
        return fields.stream().flatMap(field -> text(field, copyTypeCodes).stream())
                .flatMap(type -> Stream.ofNullable(copyTypes.get(key(type)))).findFirst()
                .or(() -> fields.stream().flatMap(field -> text(field, shelfMarkCodes).stream())
                        .flatMap(shelfMark -> byPrefix(key(shelfMark)).stream()).findFirst());
    }

    /** What the profile says of that copy alone, which may not be what its record is: a book may come with a CD. */
    public Optional<MaterialType> materialType(CopyData copy) {
        return Optional.ofNullable(copy.copyType()).map(type -> copyTypes.get(key(type)))
                .or(() -> Optional.ofNullable(copy.shelfMark()).flatMap(shelfMark -> byPrefix(key(shelfMark))));
    }

    private Optional<MaterialType> byPrefix(String shelfMark) {
        return shelfMarkPrefixes.entrySet().stream()
                .filter(entry -> shelfMark.startsWith(entry.getKey()) && (shelfMark.length() == entry.getKey().length()
                        || !Character.isLetter(shelfMark.charAt(entry.getKey().length()))))
                .max(Comparator.comparingInt(entry -> entry.getKey().length())).map(Map.Entry::getValue);
    }

    record Copies(List<CopyData> taken, List<RefusedCopy> refused) {
    }

    Copies copies(MarcRecord record) {
        Copies copies = new Copies(new ArrayList<>(), new ArrayList<>());
        Set<String> barcodes = new HashSet<>();
        int rank = 0;
        for (MarcRecord.Field field : record.with(copyTag).toList()) {
            rank++;
            String barcode = barcode(field);
            String shelfMark = text(field, shelfMarkCodes).orElse(null);
            Optional<RefusedCopy.Reason> refusal = refusal(barcode, barcodes);
            if (refusal.isPresent()) {
                copies.refused().add(new RefusedCopy(rank, refusal.get(), presentable(barcode), shelfMark));
            } else {
                copies.taken().add(new CopyData(barcode, shelfMark, text(field, branchCodes).orElse(null),
                        text(field, copyTypeCodes).orElse(null)));
            }
        }
        return copies;
    }

    private static Optional<RefusedCopy.Reason> refusal(String barcode, Set<String> barcodes) {
        if (barcode.isEmpty()) {
            return Optional.of(RefusedCopy.Reason.NO_BARCODE);
        }
        if (barcode.codePoints().anyMatch(Texts::isInvisible)) {
            return Optional.of(RefusedCopy.Reason.CONTROL_CHARACTER_IN_BARCODE);
        }
        if (barcode.length() > CopyData.LONGEST_BARCODE) {
            return Optional.of(RefusedCopy.Reason.BARCODE_TOO_LONG);
        }
        return barcodes.add(barcode.toLowerCase(Locale.ROOT)) ? Optional.empty() : Optional.of(RefusedCopy.Reason.BARCODE_REPEATED);
    }

    private String barcode(MarcRecord.Field field) {
        return barcodeCodes.chars().mapToObj(code -> field.firstRaw((char) code).map(String::strip).orElse(""))
                .filter(barcode -> !barcode.isEmpty()).findFirst().orElse("");
    }

    private static String presentable(String barcode) {
        String visible = barcode.codePoints().filter(c -> !Texts.isInvisible(c)).limit(CopyData.LONGEST_BARCODE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return visible.isEmpty() ? null : visible;
    }

    private static Optional<String> text(MarcRecord.Field field, String codes) {
        return codes.chars().mapToObj(code -> field.first(String.valueOf((char) code))).flatMap(Optional::stream)
                .findFirst();
    }
}
