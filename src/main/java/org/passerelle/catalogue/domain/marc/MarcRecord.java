package org.passerelle.catalogue.domain.marc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A record as its file holds it: leader and fields in their order, texts decoded but not yet cleaned. */
record MarcRecord(String leader, List<Field> fields) {

    /** A control field has a value and no subfield, any other field the reverse. */
    record Field(String tag, char firstIndicator, char secondIndicator, String value, List<Subfield> subfields) {

        static Field control(String tag, String value) {
            return new Field(tag, ' ', ' ', value, List.of());
        }

        static boolean isControlTag(String tag) {
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
    }

    record Subfield(char code, String text) {
    }

    char leaderAt(int position) {
        return charAt(leader, position);
    }

    /** In the order of the record, not of the tags given. */
    Stream<Field> with(String... tags) {
        Set<String> wanted = Set.of(tags);
        return fields.stream().filter(field -> wanted.contains(field.tag()));
    }

    boolean has(String tag) {
        return with(tag).findAny().isPresent();
    }

    /** Uncleaned: in coded fields each position counts, blanks included. Empty when absent. */
    String control(String tag) {
        return with(tag).map(Field::value).filter(value -> value != null).findFirst().orElse("");
    }

    /** The first {@code $a} of the tag, uncleaned like {@link #control}. */
    String coded(String tag) {
        return with(tag).flatMap(field -> field.firstRaw('a').stream()).findFirst().orElse("");
    }

    /** The character at that position, or a blank past the end, which codes "not said". */
    static char charAt(String codes, int position) {
        return position < codes.length() ? codes.charAt(position) : ' ';
    }
}
