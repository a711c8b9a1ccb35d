package org.passerelle.catalogue.domain.marc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.catalogue.MaterialType;


/**
 * What sound or pictures are recorded on, where the coded fields leave it open: the types of carrier and of media that
 * RDA gives a field of their own, and then the words of the physical description.
 *
 * @param types of carrier, as codes or in words
 * @param media to which they belong, as codes or in words
 * @param words of the physical description, accompanying material excepted
 */
record Carriers(List<String> types, List<String> media, String words) {

    /** What a carrier is for; null stands for a record that does not say. */
    enum Kind {
        SOUND, PICTURES
    }

    /** Codes of the Library of Congress, to which UNIMARC adds a letter; terms of RDA in both languages. */
    private static final Predicate<String> AUDIO_DISC = whole("sda?|(audio|sound) ?dis[ck]s?|disques? (audio|sonores?|compacts?)");
    private static final Predicate<String> VIDEODISC = whole("vda?|video ?dis[ck]s?|vidéo-?disques?|disques? vidéo");
    private static final Predicate<String> OTHER_SOUND = whole("s[begiqstwz]|audio.*|cassettes? audio|bandes? .*");
    private static final Predicate<String> OTHER_PICTURES = whole("v[cfrz]|m[cforz]|g[cdfst]|video.*|vidéo.*|film.*|slides?");
    private static final Predicate<String> ONLINE = whole("cr|ceb|online resource|ressource en ligne");
    private static final Predicate<String> SOUND_MEDIA = whole("s|audio");
    private static final Predicate<String> PICTURE_MEDIA = whole("v|vid[ée]o");

    private static final Pattern COMPACT_DISC = words("disques? compacts?|compact dis[ck]s?|cds?(?![- ]?(rom|i)\\b)");
    private static final Pattern DVD = words("dvds?(?![- ]?rom\\b)|blu-?rays?");
    private static final Pattern DISC = words("(vidéo-?|video ?)?(dis[ck]s?|disques?)");
    /** Twelve centimetres across, or said to be digital: one of the two above, whichever fits the kind. */
    private static final Pattern DIGITAL = words("12 ?cm|4[ .]3/4 ?in|4[.,]75 ?in|4 ?¾ ?in|digital|numériques?");
    private static final Pattern ANALOG = words("33 ?1/3|(33|45|78) ?t(ours)?|rpm|vinyles?|vinyl|microsillons?|lps?"
            + "|analog(ue)?|analogiques?|(30|25|20|17) ?cm|(12|10|8|7) ?in|laser ?dis[ck]s?");
    private static final Pattern TAPE =
            words("((audio|vidéo|video)-?)?cassettes?|vhs|bandes?|bobines?|reels?|(audio|video)?tapes?");

    static Carriers of(Stream<String> types, Stream<String> media, Stream<String> words) {
        return new Carriers(types.map(Carriers::plain).toList(), media.map(Carriers::plain).toList(),
                words.collect(Collectors.joining(" ; ")).toLowerCase(Locale.ROOT));
    }

    /** What the types of media agree on; empty where something is to be read, seen or run as well. */
    Optional<Kind> kind() {
        if (!media.isEmpty() && media.stream().allMatch(SOUND_MEDIA)) {
            return Optional.of(Kind.SOUND);
        }
        return !media.isEmpty() && media.stream().allMatch(PICTURE_MEDIA) ? Optional.of(Kind.PICTURES) : Optional.empty();
    }

    /** @return null when nothing tells, OTHER when it is none of the known types */
    MaterialType material(Kind kind) {
        return (kind == Kind.PICTURES ? picturesByType().or(this::soundByType) : soundByType().or(this::picturesByType))
                .or(() -> byWords(kind)).orElse(null);
    }

    private Optional<MaterialType> soundByType() {
        return byType(AUDIO_DISC, isFound(COMPACT_DISC) || !isFound(ANALOG) ? MaterialType.CD : MaterialType.OTHER,
                OTHER_SOUND);
    }

    private Optional<MaterialType> picturesByType() {
        return byType(VIDEODISC, isFound(DVD) || !isFound(ANALOG) ? MaterialType.DVD : MaterialType.OTHER,
                OTHER_PICTURES);
    }

    private Optional<MaterialType> byType(Predicate<String> disc, MaterialType ofDisc, Predicate<String> other) {
        if (types.stream().anyMatch(disc)) {
            return Optional.of(ofDisc);
        }
        boolean settled = types.stream().anyMatch(other) || !types.isEmpty() && types.stream().allMatch(ONLINE);
        return settled ? Optional.of(MaterialType.OTHER) : Optional.empty();
    }

    private Optional<MaterialType> byWords(Kind kind) {
        if (isFound(COMPACT_DISC) && (kind != Kind.PICTURES || !isFound(DVD))) {
            return Optional.of(MaterialType.CD);
        }
        if (isFound(DVD)) {
            return Optional.of(MaterialType.DVD);
        }
        if (kind == null) {
            return Optional.empty();
        }
        if (isFound(DISC) && isFound(DIGITAL)) {
            return Optional.of(kind == Kind.SOUND ? MaterialType.CD : MaterialType.DVD);
        }
        if (isFound(ANALOG) || isFound(TAPE)) {
            return Optional.of(MaterialType.OTHER);
        }
        // The older videodiscs are told by their size.
        return kind == Kind.PICTURES && isFound(DISC) ? Optional.of(MaterialType.DVD) : Optional.empty();
    }

    private boolean isFound(Pattern pattern) {
        return pattern.matcher(words).find();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceFirst("[ .]+$", "");
    }

    private static Predicate<String> whole(String expression) {
        return Pattern.compile(expression).asMatchPredicate();
    }

    private static Pattern words(String expression) {
        return Pattern.compile("\\b(?:" + expression + ")\\b", Pattern.UNICODE_CHARACTER_CLASS);
    }
}
