package org.passerelle.catalogue;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds titles for everybody: words in any order, accents and small typos forgiven, ISBNs and barcodes. At most three
 * statements a page, however large the catalogue.
 */
@Service
@Transactional(readOnly = true)
public class CatalogueSearch {

    /** Characters; what is longer than any title line is cut. */
    public static final int LONGEST_QUERY = 300;
    /** What is found beyond is neither counted nor ranked one by one. */
    public static final int COUNTED_UP_TO = 1_000;
    private static final int MOST_WORDS = 12;
    /** Shorter words must be there as written, not only begin so. */
    private static final int SHORTEST_STEM = 3;
    /** They say nothing of a title: a near miss may lack them. */
    private static final Set<String> SMALL_WORDS = Set.of("a", "an", "and", "au", "aux", "d", "de", "des", "du", "en",
            "et", "in", "l", "la", "le", "les", "of", "the", "un", "une");

    private static final String EVERY_TITLE = """
            with matching as materialized (
                select t.id, t.title_form from app.title t where {filters}
                order by t.title_form, t.id limit :counted + 1),
            hit as (select id, title_form, 0 as rank, false as near from matching)""";

    /*
     * Ranks: 0 barcode or ISBN, 1 the very title, 2 titles that begin so, 3 titles with all the words, 4 the rest. Where
     * more than COUNTED_UP_TO titles match, sorting them all would take as long as reading them all: then the index of
     * titles is walked in its order until the page is full ("offset 0" keeps the database from sorting instead). To
     * ask for one title as written would be answered by reading them all when there is none; to ask for some is not.
     */
    private static final String BY_WORDS = """
            with as_written as (
                select count(*) > 0 as found
                from (select id from app.title where search_words @@ cast(:asWritten as tsquery) limit :counted) few),
            asked as materialized (
                select case when found then cast(:asWritten as tsquery) else cast(:near as tsquery) end as words,
                       not found as near from as_written),
            matching as materialized (
                select t.id, t.title_form, t.title_words from app.title t
                where t.search_words @@ (select words from asked) and {filters} limit :counted + 1),
            volume as materialized (select count(*) > :counted as large from matching),
            in_title as materialized (
                select t.id, t.title_form from app.title t
                where (select large from volume) and t.title_words @@ (select words from asked) and {filters}
                limit :counted + 1),
            title_volume as materialized (select count(*) > :counted as large from in_title),
            any_way as (
                select t.id, t.title_form, 0 as rank, false as near
                from app.copy named join app.title t on t.id = named.title
                where lower(named.barcode) = any(array(select lower(b) from unnest(cast(:barcodes as text[])) b)) and {filters}
                union all
                select t.id, t.title_form, 0, false from app.title t
                where t.isbns && cast(:isbn as text[]) and {filters}
                union all
                select id, title_form, case when title_form = :form then 1
                                            when starts_with(title_form, :form) then 2
                                            when title_words @@ words then 3 else 4 end, near
                from matching, asked where not (select large from volume)
                union all
                (select t.id, t.title_form, case when t.title_form = :form then 1 else 2 end, near
                 from app.title t, asked
                 where (select large from volume) and t.title_form >= :form
                   and t.title_form < :form || chr(1114111) and t.search_words @@ words and {filters}
                 order by t.title_form, t.id limit :upTo)
                union all
                select id, title_form, 3, near from in_title, asked where not (select large from title_volume)
                union all
                (select id, title_form, 4, (select near from asked)
                 from (select t.id, t.title_form, t.title_words, t.search_words from app.title t where {filters}
                       order by t.title_form, t.id offset 0) in_order
                 where (select large from volume)
                   and case when (select large from title_volume) then title_words else search_words end
                       @@ (select words from asked) limit :upTo)),
            hit as (select id, title_form, min(rank) as rank, bool_and(near) as near from any_way
                    group by id, title_form)""";

    private final JdbcClient jdbc;
    private final BranchRepository branches;
    private final Clock clock;

    CatalogueSearch(JdbcClient jdbc, BranchRepository branches, Clock clock) {
        this.jdbc = jdbc;
        this.branches = branches;
        this.clock = clock;
    }

    /** @param query what somebody typed; blank finds every title, in alphabetical order */
    public SearchPage search(String query, SearchFilters filters, int offset, int limit) {
        String typed = cut(query == null ? "" : query.strip());
        return typed.isEmpty() ? page(EVERY_TITLE, Map.of(), List.of(), filters, offset, limit)
                : pageOf(typed, filters, offset, limit);
    }

    private static String cut(String text) {
        // A NUL is the one character that the database takes in no text.
        String storable = text.replace("\0", "");
        return storable.length() <= LONGEST_QUERY ? storable : storable.substring(0, LONGEST_QUERY);
    }

    private SearchPage pageOf(String typed, SearchFilters filters, int offset, int limit) {
        List<Word> words = words(typed);
        Map<String, Object> params = new HashMap<>();
        params.put("barcodes", new ScannedCode(typed).variants().toArray(String[]::new));
        params.put("isbn", Isbns.thirteenDigits(typed).map(isbn -> new String[] {isbn}).orElse(new String[0]));
        params.put("form", words.isEmpty() ? "" : words.getFirst().form());
        params.put("asWritten", asWritten(words));
        params.put("near", near(words));
        return page(BY_WORDS, params, words.stream().map(Word::text).toList(), filters, offset, limit);
    }

    /** @param alike words of the catalogue that somebody may have meant, the closest first */
    private record Word(String text, String form, List<String> alike) {
    }

    /**
     * A word of four letters may have one slip that is not just another letter ("mort" is not "more"), a longer one
     * any slip after its first letter, one of eight or more two slips anywhere.
     */
    private List<Word> words(String typed) {
        return jdbc.sql("""
                        select w.word, app.search_form(:typed) as form, array(
                            select word from (
                                select v.word from app.catalogue_word v
                                where length(w.word) >= 4 and v.word in (select app.one_slip_away(w.word))
                                union
                                select v.word from app.catalogue_word v
                                where length(w.word) >= 8 and v.word operator(public.%) w.word) meant,
                                public.levenshtein(word, w.word) as slips
                            where slips <= 2
                              and (length(w.word) >= 5 or length(word) <> length(w.word) or slips = 2)
                              and (length(w.word) >= 8 or left(word, 1) = left(w.word, 1)
                                   or left(word, 2) = reverse(left(w.word, 2)))
                            order by slips, public.similarity(word, w.word) desc, word limit 12) as alike
                        from unnest(app.search_words(:typed)) as w (word) limit :most""")
                .param("typed", typed).param("most", MOST_WORDS)
                .query((row, n) -> new Word(row.getString("word"), row.getString("form"), texts(row.getArray("alike"))))
                .list();
    }

    private static String asWritten(List<Word> words) {
        return words.stream().map(word -> beginning(word.text())).collect(Collectors.joining(" & "));
    }

    private static String near(List<Word> words) {
        return words.stream().filter(word -> !SMALL_WORDS.contains(word.text())).map(word -> {
            List<String> meant = new ArrayList<>(List.of(beginning(word.text())));
            word.alike().forEach(alike -> meant.add("'" + alike + "'"));
            return meant.stream().collect(Collectors.joining(" | ", "(", ")"));
        }).collect(Collectors.joining(" & "));
    }

    /** Words hold letters and digits only, so that a quote closes where it should. */
    private static String beginning(String word) {
        return "'" + word + "'" + (word.length() < SHORTEST_STEM ? "" : ":*");
    }

    private SearchPage page(String hits, Map<String, Object> params, List<String> words, SearchFilters filters,
                            int offset, int limit) {
        var statement = jdbc.sql((hits + """
                        , page as (select id, rank, near, title_form,
                                          greatest(count(*) over (), (select count(*) from matching)) as total
                                   from hit order by rank, title_form, id offset :offset limit :limit)
                        select t.id, t.title, t.authors[1] as author, t.publication_year, t.material,
                               page.total, page.near
                        from page join app.title t on t.id = page.id
                        order by page.rank, page.title_form, page.id""").replace("{filters}", conditions(filters)))
                .params(params).param("offset", offset).param("limit", limit).param("upTo", offset + limit)
                .param("counted", COUNTED_UP_TO);
        if (filters.material() != null) {
            statement = statement.param("material", filters.material().name());
        }
        if (filters.branch() != null) {
            statement = statement.param("branch", filters.branch());
        }
        List<Row> rows = statement.query((row, n) -> new Row(title(row), row.getLong("total"),
                row.getBoolean("near"))).list();
        if (rows.isEmpty()) {
            return new SearchPage(List.of(), 0, false, words, branches());
        }
        Map<UUID, String> everyBranch = new LinkedHashMap<>();
        Map<UUID, List<BranchCopies>> copies = copiesOf(rows.stream().map(row -> row.title().id()).toList(), everyBranch);
        return new SearchPage(rows.stream().map(row -> new FoundTitle(row.title(),
                copies.getOrDefault(row.title().id(), List.of()))).toList(), rows.getFirst().total(),
                rows.stream().allMatch(Row::near), words, everyBranch);
    }

    private record Row(TitleInfo title, long total, boolean near) {
    }

    private static String conditions(SearchFilters filters) {
        List<String> all = new ArrayList<>(List.of("true"));
        if (filters.material() != null) {
            all.add("t.material = :material");
        }
        if (filters.branch() != null || filters.availableOnly()) {
            all.add("exists (select 1 from app.copy c join app.copy_place p on p.copy = c.id where c.title = t.id"
                    + (filters.branch() == null ? "" : " and c.branch = :branch")
                    + (filters.availableOnly() ? " and p.kind = 'SHELF'"
                    : " and p.kind not in ('MISSING', 'WITHDRAWN', 'OUT_OF_CIRCULATION')") + ")");
        }
        return String.join(" and ", all);
    }

    /**
     * One statement.
     *
     * @param everyBranch takes every branch in order of name, those included that have no copy of these titles
     */
    private Map<UUID, List<BranchCopies>> copiesOf(List<UUID> titles, Map<UUID, String> everyBranch) {
        Map<UUID, List<BranchCopies>> copies = new HashMap<>();
        jdbc.sql("""
                        select b.id, b.name, c.title, count(*) filter (where p.kind = 'SHELF') as available, count(*),
                               case when count(*) filter (where p.kind = 'SHELF') = 0 then
                                   cast(min(p.until) filter (where p.until > ?) at time zone b.time_zone as date) end
                        from app.branch b left join (app.copy c join app.copy_place p on p.copy = c.id)
                            on c.branch = b.id and c.title = any(?)
                               and p.kind not in ('MISSING', 'WITHDRAWN', 'OUT_OF_CIRCULATION')
                        group by c.title, b.id, b.name, b.time_zone order by b.name, b.id""")
                .param(now()).param(titles.toArray(UUID[]::new))
                .query(row -> {
                    UUID branch = row.getObject(1, UUID.class);
                    UUID title = row.getObject(3, UUID.class);
                    everyBranch.put(branch, row.getString(2));
                    if (title != null) {
                        copies.computeIfAbsent(title, t -> new ArrayList<>()).add(new BranchCopies(branch,
                                row.getString(2), row.getInt(4), row.getInt(5), row.getObject(6, LocalDate.class)));
                    }
                });
        return copies;
    }

    /** @param copies how many of its copies to tell of; each branch counts all of its own */
    public Optional<TitleDetails> title(UUID id, int copies) {
        return jdbc.sql("select t.*, t.authors[1] as author from app.title t where id = ?").param(id)
                .query((row, n) -> new TitleDetails(
                        new FoundTitle(title(row), copiesOf(List.of(id), new LinkedHashMap<>()).getOrDefault(id, List.of())),
                        row.getString("responsibility"), texts(row.getArray("authors")), row.getString("publisher"),
                        texts(row.getArray("isbns")), texts(row.getArray("languages")),
                        texts(row.getArray("subjects")), row.getString("series"), copies(id, 0, copies))).optional();
    }

    /** Copies of that title that are neither missing nor out of circulation, in order of branch and shelf mark. */
    public List<TitleDetails.CopyAt> copies(UUID title, int offset, int limit) {
        return jdbc.sql("""
                        select c.barcode, b.id, b.name, c.shelf_mark, c.material, p.kind,
                               case when p.until > ? then cast(p.until at time zone b.time_zone as date) end
                        from app.copy c join app.copy_place p on p.copy = c.id join app.branch b on b.id = c.branch
                        where c.title = ? and p.kind not in ('MISSING', 'WITHDRAWN', 'OUT_OF_CIRCULATION')
                        order by b.name, app.shelf_order(c.shelf_mark), c.id offset ? limit ?""").params(now(), title, offset, limit)
                .query((row, n) -> new TitleDetails.CopyAt(row.getString(1), row.getObject(2, UUID.class),
                        row.getString(3), row.getString(4), MaterialType.valueOf(row.getString(5)),
                        PlaceKind.valueOf(row.getString(6)), row.getObject(7, LocalDate.class)))
                .list();
    }

    private Map<UUID, String> branches() {
        return branches.findAllByOrderByName().stream()
                .collect(Collectors.toMap(Branch::id, Branch::name, (one, same) -> one, LinkedHashMap::new));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static TitleInfo title(ResultSet row) throws SQLException {
        return new TitleInfo(row.getObject("id", UUID.class), row.getString("title"), row.getString("author"),
                row.getObject("publication_year", Integer.class), MaterialType.valueOf(row.getString("material")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
