package org.passerelle.catalogue.domain.marc;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.passerelle.catalogue.MaterialType;


/**
 * A title and its copies, as one record of a file describes them. Texts are composed (NFC), on one line, without ISBD
 * end punctuation and non-sorting marks, and no longer than 2,000 characters; lists have no repetition and no more
 * than 100 entries, copies excepted.
 *
 * @param identifier     what tells this record from any other of its sender, at most {@link #LONGEST_IDENTIFIER}
 *                       characters: field 001, preceded in MARC 21 by 003 between parentheses where the record has it,
 *                       as 035 would write it; without 001, the first 035 $a
 * @param title          title proper, parts and complement
 * @param responsibility as the title page says it; null when not given
 * @param authors        persons and bodies, heading form, main entry first
 * @param publisher      the first; null when not given
 * @param year           of publication, coded field before printed date; null when not given
 * @param isbns          thirteen digits each, valid ones only
 * @param languages      three-letter codes (ISO 639-2/B) of the text
 * @param subjects       headings, subdivisions after " -- "
 * @param series         null when not given
 * @param volume         number in the series or the set, as written; null when not given
 * @param materialType   null when neither the coded fields nor the profile can tell
 * @param copies         in the order of the record
 * @param refusedCopies  copy fields that give no copy
 */
public record BibliographicRecord(String identifier, String title, String responsibility, List<String> authors,
        String publisher, Integer year, List<String> isbns, List<String> languages, List<String> subjects,
        String series, String volume, MaterialType materialType, List<CopyData> copies,
        List<RefusedCopy> refusedCopies) {

    public static final int LONGEST_IDENTIFIER = 128;

    public BibliographicRecord {
        authors = List.copyOf(authors);
        isbns = List.copyOf(isbns);
        languages = List.copyOf(languages);
        subjects = List.copyOf(subjects);
        copies = List.copyOf(copies);
        refusedCopies = List.copyOf(refusedCopies);
    }

    /** How long its texts are together: what it weighs in memory. */
    public long characters() {
        return Stream.of(Stream.of(identifier, title), Stream.of(authors, isbns, languages, subjects).flatMap(List::stream),
                        Stream.of(responsibility, publisher, series, volume).filter(Objects::nonNull),
                        copies.stream().map(CopyData::toString), refusedCopies.stream().map(RefusedCopy::toString))
                .flatMap(texts -> texts).mapToLong(String::length).sum();
    }
}
