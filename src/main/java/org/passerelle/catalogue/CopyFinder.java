package org.passerelle.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.passerelle.platform.ScannedCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds copies by what stands on them, with where each is. For those who may see the copies' pages. */
@Component
public class CopyFinder {

    private static final String COPIES = """
            select c.barcode, t.title, t.authors[1] as author, b.name, c.shelf_mark, p.kind,
                   case when p.until > :now then cast(p.until at time zone b.time_zone as date) end as until
            from app.copy c join app.copy_place p on p.copy = c.id join app.title t on t.id = c.title
            join app.branch b on b.id = c.branch
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CopyFinder(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param titleAndAuthor as a line of a list names it */
    public record FoundCopy(String barcode, String titleAndAuthor, PlaceOfCopy where) {
    }

    /** The copies that may be meant by that code. One statement. */
    public List<FoundCopy> withBarcode(ScannedCode code) {
        return code.meant(jdbc.sql(COPIES + "where lower(c.barcode) = any(array(select lower(b) "
                        + "from unnest(cast(:codes as text[])) as b)) order by c.barcode collate \"C\"")
                .param("codes", code.variants().toArray(String[]::new)).param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(CopyFinder::found).list(), FoundCopy::barcode);
    }

    /** Some copies whose shelf mark or barcode begins so. One statement. */
    public List<FoundCopy> marked(String beginning, int limit) {
        String start = beginning.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return jdbc.sql(COPIES + "where lower(c.shelf_mark) like :start or lower(c.barcode) like :start limit :limit")
                .param("start", start).param("limit", limit).param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(CopyFinder::found).list();
    }

    private static FoundCopy found(ResultSet row, int n) throws SQLException {
        return new FoundCopy(row.getString("barcode"),
                TitleInfo.titleAndAuthor(row.getString("title"), row.getString("author")),
                new PlaceOfCopy(PlaceKind.valueOf(row.getString("kind")), row.getObject("until", LocalDate.class),
                        row.getString("name"), row.getString("shelf_mark")));
    }
}
