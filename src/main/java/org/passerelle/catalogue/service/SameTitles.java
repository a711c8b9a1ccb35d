package org.passerelle.catalogue.service;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.passerelle.catalogue.domain.ImportRows;
import org.passerelle.catalogue.domain.TitleRows;
import org.passerelle.catalogue.domain.TitleRows.KnownCopy;
import org.passerelle.catalogue.domain.TitleRows.KnownTitle;
import org.passerelle.catalogue.domain.marc.BibliographicRecord;
import org.passerelle.catalogue.domain.marc.CopyData;
import org.springframework.stereotype.Component;

/**
 * Which titles of the catalogue the records of a file are. By their identifiers; and where a sender has begun to say its
 * agency, has stopped saying it, or has numbered its records anew, by what of them is still the same, so that no title
 * comes twice. A title is one record's at most in a file.
 */
@Component
class SameTitles {

    /** Below this, two wordings are not those of one title; PostgreSQL's own default threshold. */
    private static final double ALIKE = 0.3;

    private static final Pattern AGENCY = Pattern.compile("^\\([^)]*\\)");

    private final TitleRows titles;
    private final ImportRows imports;

    SameTitles(TitleRows titles, ImportRows imports) {
        this.titles = titles;
        this.imports = imports;
    }

    /**
     * By the records' identifiers. One that is known by its identifier may still be of another work.
     *
     * @param records by identifier, all of which the import has noted as met
     * @param copies  those that the catalogue has of the records' copies, by barcode
     */
    Map<String, KnownTitle> of(UUID job, Map<String, BibliographicRecord> records, Map<String, KnownCopy> copies) {
        Map<String, String> asked = new LinkedHashMap<>();
        records.forEach((identifier, record) -> asked.put(identifier, record.title()));
        Map<String, KnownTitle> same = new HashMap<>(titles.byIdentifier(asked));
        Map<String, BibliographicRecord> strangers = new LinkedHashMap<>(records);
        strangers.keySet().removeAll(same.keySet());
        Map<String, BibliographicRecord> claims = claims(strangers, copies);
        claims.keySet().removeAll(imports.met(job, claims.keySet()));
        if (!claims.isEmpty()) {
            Map<String, String> wordings = new HashMap<>();
            claims.forEach((known, record) -> wordings.put(known, record.title()));
            Map<String, KnownTitle> claimed = titles.byIdentifier(wordings);
            claimed.values().removeIf(known -> isAnotherWork(known, claims.get(known.identifier())));
            claimed.values().forEach(known -> same.put(claims.get(known.identifier()).identifier(), known));
            imports.firstMet(job, List.copyOf(claimed.keySet()));
        }
        return same;
    }

    /** Two senders number their records alike: an identifier alone does not make the same work. */
    static boolean isAnotherWork(KnownTitle known, BibliographicRecord record) {
        return known.likeness() < ALIKE && Collections.disjoint(known.isbns(), record.isbns());
    }

    /** The record's, unless it only leaves out the agency that is known. */
    static String identifier(KnownTitle known, BibliographicRecord record) {
        boolean agencyLeftOut = known != null && !hasAgency(record.identifier())
                && number(known.identifier()).equals(record.identifier());
        return agencyLeftOut ? known.identifier() : record.identifier();
    }

    /** By the identifiers under which they are known, the records that may be of those titles. */
    private Map<String, BibliographicRecord> claims(Map<String, BibliographicRecord> strangers,
                                                    Map<String, KnownCopy> copies) {
        Map<String, BibliographicRecord> claims = new LinkedHashMap<>();
        if (strangers.isEmpty()) {
            return claims;
        }
        Map<String, List<String>> known = titles.identifiersByNumber(
                strangers.keySet().stream().map(SameTitles::number).collect(Collectors.toSet()));
        Map<UUID, Integer> copiesHere = titles.copiesOf(strangers.values().stream()
                .flatMap(record -> named(record, copies).stream()).map(KnownCopy::title).collect(Collectors.toSet()));
        strangers.forEach((identifier, record) -> withOrWithoutAgency(identifier, known)
                .or(() -> withTheSameCopies(named(record, copies), copiesHere))
                .ifPresent(other -> claims.putIfAbsent(other, record)));
        return claims;
    }

    private static Optional<String> withOrWithoutAgency(String identifier, Map<String, List<String>> known) {
        List<String> others = known.getOrDefault(number(identifier), List.of()).stream()
                .filter(other -> hasAgency(other) != hasAgency(identifier)).toList();
        return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
    }

    /** All that a title has here, and none of another. */
    private static Optional<String> withTheSameCopies(List<KnownCopy> named, Map<UUID, Integer> copiesHere) {
        boolean ofOneTitle = named.stream().map(KnownCopy::title).distinct().count() == 1;
        return ofOneTitle && named.size() == copiesHere.get(named.getFirst().title())
                ? Optional.of(named.getFirst().titleIdentifier()) : Optional.empty();
    }

    private static List<KnownCopy> named(BibliographicRecord record, Map<String, KnownCopy> copies) {
        return record.copies().stream().map(CopyData::barcode).map(copies::get).filter(Objects::nonNull).toList();
    }

    private static boolean hasAgency(String identifier) {
        return AGENCY.matcher(identifier).lookingAt();
    }

    private static String number(String identifier) {
        return AGENCY.matcher(identifier).replaceFirst("");
    }
}
