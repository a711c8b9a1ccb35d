package org.passerelle.catalogue.domain;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.catalogue.NewCopy;
import org.passerelle.catalogue.NewTitle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes titles and copies, many at a time, with everything that searches need. */
@Component
public class TitleRows {

    private static final String WORDS = """
            array_to_tsvector(app.search_words(concat_ws(' ', n.title, n.responsibility, n.series,
                array_to_string(n.authors, ' '), array_to_string(n.subjects, ' '))))""";

    private static final String INSERT = """
            insert into app.title (id, identifier, title, responsibility, authors, publisher, publication_year, isbns,
                languages, subjects, series, material, content_hash, title_form, search_words)
            select n.id, n.identifier, n.title, n.responsibility, n.authors, n.publisher, n.publication_year, n.isbns,
                n.languages, n.subjects, n.series, n.material, n.content_hash, app.search_form(n.title), %s
            from (select ?::text as identifier, ?::text as title, ?::text as responsibility, ?::text[] as authors,
                  ?::text as publisher, ?::int as publication_year, ?::text[] as isbns, ?::text[] as languages,
                  ?::text[] as subjects, ?::text as series, ?::text as material, ?::text as content_hash,
                  ?::uuid as id) n""".formatted(WORDS);

    private static final String UPDATE = """
            update app.title t set identifier = n.identifier, title = n.title, responsibility = n.responsibility,
                authors = n.authors, publisher = n.publisher, publication_year = n.publication_year, isbns = n.isbns,
                languages = n.languages, subjects = n.subjects, series = n.series, material = n.material,
                content_hash = n.content_hash, title_form = app.search_form(n.title), search_words = %s
            from (select ?::text as identifier, ?::text as title, ?::text as responsibility, ?::text[] as authors,
                  ?::text as publisher, ?::int as publication_year, ?::text[] as isbns, ?::text[] as languages,
                  ?::text[] as subjects, ?::text as series, ?::text as material, ?::text as content_hash,
                  ?::uuid as id) n
            where t.id = n.id""".formatted(WORDS);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    TitleRows(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param contentHash what tells the same record again, or null */
    public record TitleRow(UUID id, NewTitle title, String contentHash) {
    }

    public record CopyRow(UUID id, NewCopy copy) {
    }

    /**
     * @param likeness of its words to the title it was asked with, from 0 to 1 by common trigrams; 1 where they are the
     *                 same, whatever script they are in
     */
    public record KnownTitle(UUID id, String identifier, String contentHash, String title, List<String> isbns,
                             double likeness) {
    }

    public record KnownCopy(UUID id, UUID title, String titleIdentifier, String titleText, String barcode, UUID branch, String shelfMark,
                            String material) {
    }

    /** @param titles by identifier, as a file holds them */
    public Map<String, KnownTitle> byIdentifier(Map<String, String> titles) {
        return jdbc.query("""
                        select t.id, t.identifier, t.content_hash, t.title, t.isbns,
                            case when t.title = asked.title or t.title_form = asked.form and asked.form <> '' then 1
                                 else public.similarity(t.title_form, asked.form) end
                        from (select identifier, title, app.search_form(title) as form
                              from unnest(?::text[], ?::text[]) as file (identifier, title) offset 0) as asked
                        join app.title t on t.identifier = asked.identifier""",
                        (row, n) -> new KnownTitle(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                                row.getString(4), List.of((String[]) row.getArray(5).getArray()), row.getDouble(6)),
                        titles.keySet().toArray(String[]::new), titles.values().toArray(String[]::new)).stream()
                .collect(Collectors.toMap(KnownTitle::identifier, Function.identity()));
    }

    /** The identifiers that hold these control numbers, whatever agency they say, by number. */
    public Map<String, List<String>> identifiersByNumber(Collection<String> numbers) {
        return jdbc.query("""
                        select app.control_number(identifier), identifier from app.title
                        where app.control_number(identifier) = any(?) order by identifier""",
                        (row, n) -> Map.entry(row.getString(1), row.getString(2)),
                        (Object) numbers.toArray(String[]::new)).stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** By barcode as the catalogue has it, which may differ from the one asked for in the case of its letters. */
    public Map<String, KnownCopy> byBarcodeInAnyCase(Collection<String> barcodes) {
        return jdbc.query("""
                        select c.id, c.title, t.identifier, t.title, c.barcode, c.branch, c.shelf_mark, c.material
                        from app.copy c join app.title t on t.id = c.title
                        where lower(c.barcode) = any(array(select lower(b) from unnest(?) as b))""",
                        (row, n) -> new KnownCopy(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                                row.getString(3), row.getString(4), row.getString(5), row.getObject(6, UUID.class),
                                row.getString(7), row.getString(8)), (Object) barcodes.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(KnownCopy::barcode, Function.identity()));
    }

    /** How many copies each title has; titles with none are left out. */
    public Map<UUID, Integer> copiesOf(Collection<UUID> titles) {
        return jdbc.query("select title, count(*)::int as copies from app.copy where title = any(?) group by title",
                        (row, n) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)),
                        (Object) titles.toArray(UUID[]::new)).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of the copies that are on their shelf, where they stay until the transaction ends. */
    public Set<UUID> keptOnShelf(Collection<UUID> copies) {
        return copies.isEmpty() ? Set.of() : Set.copyOf(jdbc.queryForList("""
                select copy from app.copy_place where copy = any(?) and kind = 'SHELF' order by copy for update""",
                UUID.class, (Object) copies.toArray(UUID[]::new)));
    }

    public void insert(List<TitleRow> titles) {
        write(INSERT, titles);
    }

    public void update(List<TitleRow> titles) {
        write(UPDATE, titles);
    }

    /** Each copy begins on its shelf. */
    public void insertCopies(List<CopyRow> copies) {
        jdbc.batchUpdate("""
                with added as (insert into app.copy (id, title, barcode, branch, shelf_mark, material, note)
                               values (?, ?, ?, ?, ?, ?, ?) returning id)
                insert into app.copy_place (copy, kind, since) select id, 'SHELF', ? from added""",
                copies, 100, (statement, row) -> {
                    NewCopy copy = row.copy();
                    statement.setObject(1, row.id());
                    statement.setObject(2, copy.title());
                    statement.setString(3, copy.barcode());
                    statement.setObject(4, copy.branch());
                    statement.setString(5, copy.shelfMark());
                    statement.setString(6, copy.material().name());
                    statement.setString(7, copy.note());
                    statement.setObject(8, clock.instant().atOffset(ZoneOffset.UTC));
                });
    }

    /** What the copy is changes; where it is stays. */
    public void updateCopies(List<CopyRow> copies) {
        jdbc.batchUpdate("update app.copy set branch = ?, shelf_mark = ?, material = ? where id = ?", copies, 100,
                (statement, row) -> {
                    statement.setObject(1, row.copy().branch());
                    statement.setString(2, row.copy().shelfMark());
                    statement.setString(3, row.copy().material().name());
                    statement.setObject(4, row.id());
                });
    }

    private void write(String sql, List<TitleRow> titles) {
        if (titles.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(sql, titles, 100, TitleRows::bind);
        // In order, so that two writers never wait for each other's words.
        jdbc.update("""
                insert into app.catalogue_word
                select distinct word from app.title t, unnest(tsvector_to_array(t.search_words)) as word
                where t.id = any(?) and length(word) > 2 order by word
                on conflict do nothing""", (Object) titles.stream().map(TitleRow::id).toArray(UUID[]::new));
    }

    private static void bind(PreparedStatement statement, TitleRow row) throws SQLException {
        NewTitle title = row.title();
        statement.setString(1, title.identifier());
        statement.setString(2, title.title());
        statement.setString(3, title.responsibility());
        statement.setArray(4, texts(statement, title.authors()));
        statement.setString(5, title.publisher());
        statement.setObject(6, title.year(), Types.INTEGER);
        statement.setArray(7, texts(statement, title.isbns()));
        statement.setArray(8, texts(statement, title.languages()));
        statement.setArray(9, texts(statement, title.subjects()));
        statement.setString(10, title.series());
        statement.setString(11, title.material().name());
        statement.setString(12, row.contentHash());
        statement.setObject(13, row.id());
    }

    private static java.sql.Array texts(PreparedStatement statement, List<String> texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts.toArray());
    }
}
