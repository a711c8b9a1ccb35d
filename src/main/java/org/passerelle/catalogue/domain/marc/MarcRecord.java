package org.passerelle.catalogue.domain.marc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A record as its file holds it: leader and fields in their order, texts decoded but not yet cleaned. */
public record MarcRecord(String leader, List<Field> fields) {

    private static final Pattern LINK = Pattern.compile("[0-9]{3}-[0-9]{2}");

    /** A control field has a value and no subfield, any other field the reverse. */
    public record Field(String tag, char firstIndicator, char secondIndicator, String value, List<Subfield> subfields) {

        public static Field control(String tag, String value) {
            return new Field(tag, ' ', ' ', value, List.of());
        }

        public static boolean isControlTag(String tag) {
            return tag.startsWith("00");
        }

        /** Uncleaned, for what must be taken or refused as it stands. */
        Optional<String> firstRaw(char code) {
            return subfields.stream().filter(s -> s.code() == code).map(Subfield::text).findFirst();
        }

        Stream<String> all(String codes) {
            return subfields.stream().filter(s -> codes.indexOf(s.code()) >= 0).map(s -> Texts.clean(s.text()))
                    .filter(text -> !text.isEmpty());
        }

        Optional<String> first(String code) {
            return all(code).findFirst();
        }

        /**
         * Whether it says again, in another script, what another field of its tag says: a MARC 21 field that stood as 880,
         * or a UNIMARC field whose {@code $7} names its script.
         */
        boolean isInAnotherScript() {
            return first("6").filter(link -> link.startsWith(tag + "-")).isPresent() || first("7").isPresent();
        }
    }

    public record Subfield(char code, String text) {
    }

    /**
     * MARC 21 keeps what is written in another script in fields 880, whose {@code $6} says which field each stands for:
     * {@code 245-01/$1}. Here each stands as that field, after those of the record.
     *
     * @param copyTag the field of copies, of which a field in another script would make one more
     */
    MarcRecord withLinkedScripts(String copyTag) {
        return new MarcRecord(leader, fields.stream().map(field -> field.tag().equals("880")
                ? field.first("6").filter(link -> LINK.matcher(link).lookingAt()).map(link -> link.substring(0, 3))
                        .filter(tag -> !tag.equals(copyTag) && !Field.isControlTag(tag)).map(tag -> new Field(tag,
                                field.firstIndicator(), field.secondIndicator(), null, field.subfields())).orElse(field)
                : field).toList());
    }

    public char leaderAt(int position) {
        return charAt(leader, position);
    }

    /** In the order of the record, not of the tags given. */
    Stream<Field> with(String... tags) {
        Set<String> wanted = Set.of(tags);
        return fields.stream().filter(field -> wanted.contains(field.tag()));
    }

    public boolean has(String tag) {
        return with(tag).findAny().isPresent();
    }

    /** Uncleaned: in coded fields each position counts, blanks included. Empty when absent. */
    String control(String tag) {
        return with(tag).map(Field::value).filter(value -> value != null).findFirst().orElse("");
    }

    /** The first {@code $a} of the tag, uncleaned like {@link #control}. */
    public String coded(String tag) {
        return with(tag).flatMap(field -> field.firstRaw('a').stream()).findFirst().orElse("");
    }

    /** The character at that position, or a blank past the end, which codes "not said". */
    static char charAt(String codes, int position) {
        return position < codes.length() ? codes.charAt(position) : ' ';
    }
}
