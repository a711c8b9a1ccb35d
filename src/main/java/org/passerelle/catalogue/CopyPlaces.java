package org.passerelle.catalogue;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.catalogue.CopiesOnShelf.Copy;
import org.passerelle.platform.PlainText;
import org.passerelle.platform.journal.Journal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where each copy is. The cases that move copies write it here, inside their own transaction; a copy is in one place
 * because it has one row. Each move is told to open screens as {@code title} of that title, and what comes to its shelf
 * as {@link CopiesOnShelf}.
 */
@Component
public class CopyPlaces {

    private static final String COPIES = """
            select c.id, c.title, c.barcode, c.branch, c.shelf_mark, c.material, p.kind, p.case_id,
                   t.title as title_text, t.authors[1] as author
            from app.copy c join app.copy_place p on p.copy = c.id join app.title t on t.id = c.title
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CopyPlaces(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Promises one copy that is on its shelf at that branch to the case; empty when there is none to be had. */
    @Transactional(propagation = MANDATORY)
    public Optional<CopyInfo> hold(UUID title, UUID branch, UUID caseId) {
        Optional<UUID> held = jdbc.sql("""
                        update app.copy_place
                        set kind = 'HELD', case_id = :case, since = :now, until = null, note = null
                        where copy = (select p.copy from app.copy_place p join app.copy c on c.id = p.copy
                                      where c.title = :title and c.branch = :branch and p.kind = 'SHELF'
                                      order by c.id limit 1 for update of p skip locked)
                        returning copy""")
                .param("case", caseId).param("now", timestamp(clock.instant()))
                .param("title", title).param("branch", branch)
                .query(UUID.class).optional();
        held.ifPresent(copy -> events.publishEvent(CatalogueTopics.TITLE.of(title)));
        return held.flatMap(copy -> copies(List.of(copy)).stream().findFirst());
    }

    /**
     * Moves a copy, unless it is not where the caller believes it to be.
     *
     * @param caseId    the case it must stand there for, or null when any will do
     * @param newCaseId the case it stands at the new place for, or null
     * @param until     when it is expected to leave the new place, or null
     * @param note      or null
     * @return false, and nothing has changed, when the copy is not in one of {@code from} for that case
     */
    @Transactional(propagation = MANDATORY)
    public boolean move(UUID copy, UUID caseId, Set<PlaceKind> from, PlaceKind to, UUID newCaseId, Instant until,
                        String note) {
        Optional<Copy> moved = jdbc.sql("""
                        update app.copy_place p
                        set kind = :to, case_id = cast(:newCase as uuid), since = :now,
                            until = cast(:until as timestamptz), note = cast(:note as text)
                        from app.copy c
                        where p.copy = :copy and c.id = p.copy and p.kind in (:from)
                          and (cast(:case as uuid) is null or p.case_id = cast(:case as uuid))
                        returning c.id, c.title, c.branch""")
                .param("to", to.name()).param("newCase", newCaseId).param("now", timestamp(clock.instant()))
                .param("until", until == null ? null : timestamp(until)).param("note", note)
                .param("copy", copy).param("from", from.stream().map(Enum::name).toList()).param("case", caseId)
                .query(Copy.class).optional();
        tell(moved.stream().toList(), to);
        return moved.isPresent();
    }

    /**
     * It was put on its shelf by mistake, a moment ago: it is to be put there again.
     *
     * @param caseId the case it then stands apart for
     * @return false, and nothing has changed, when it stands there no more, or has done so for a while
     */
    @Transactional(propagation = MANDATORY)
    public boolean takeFromShelf(UUID copy, UUID caseId) {
        boolean justShelved = jdbc.sql("select 1 from app.copy_place where copy = ? and kind = 'SHELF' and since >= ? for update")
                .params(copy, timestamp(clock.instant().minus(Journal.TAKEN_BACK_WITHIN))).query(Integer.class).optional().isPresent();
        return justShelved && move(copy, null, EnumSet.of(PlaceKind.SHELF), PlaceKind.TO_SHELF, caseId, null, null);
    }

    /**
     * Moves every copy that stands at that place for that case, to stand elsewhere for the same case.
     *
     * @param until when they are expected to leave the new place, or null
     */
    @Transactional(propagation = MANDATORY)
    public void moveAll(UUID caseId, PlaceKind from, PlaceKind to, Instant until) {
        tell(jdbc.sql("""
                        update app.copy_place p
                        set kind = :to, since = case when kind = :to then since else :now end,
                            case_id = case when :to = 'SHELF' then null else case_id end,
                            until = cast(:until as timestamptz)
                        from app.copy c
                        where p.case_id = :case and p.kind = :from and c.id = p.copy
                        returning c.id, c.title, c.branch""")
                .param("to", to.name()).param("now", timestamp(clock.instant()))
                .param("until", until == null ? null : timestamp(until)).param("case", caseId).param("from", from.name())
                .query(Copy.class).list(), to);
    }

    private void tell(List<Copy> moved, PlaceKind to) {
        moved.stream().map(Copy::title).distinct().forEach(title -> events.publishEvent(CatalogueTopics.TITLE.of(title)));
        if (to == PlaceKind.SHELF && !moved.isEmpty()) {
            events.publishEvent(new CopiesOnShelf(moved));
        }
    }

    /** Copies in quarantine for these cases are expected to leave it at other instants. One statement. */
    @Transactional(propagation = MANDATORY)
    public void expect(Map<UUID, Instant> byCase) {
        List<UUID> cases = List.copyOf(byCase.keySet());
        jdbc.sql("""
                        update app.copy_place p set until = n.until
                        from app.copy c, unnest(cast(? as uuid[]), cast(? as timestamptz[])) as n (case_id, until)
                        where p.case_id = n.case_id and p.kind = 'QUARANTINE' and c.id = p.copy
                        returning c.title""")
                .params(cases.toArray(UUID[]::new),
                        cases.stream().map(id -> byCase.get(id).toString()).toArray(String[]::new))
                .query(UUID.class).list().stream().distinct()
                .forEach(title -> events.publishEvent(CatalogueTopics.TITLE.of(title)));
    }

    public Optional<CopyInfo> byBarcode(String barcode) {
        return jdbc.sql(COPIES + "where c.barcode = ?").param(PlainText.line(barcode)).query(CopyPlaces::copy).optional();
    }

    /** Whatever the case of its letters: see {@link org.passerelle.platform.ScannedCode}. In order of barcode. */
    public List<CopyInfo> byBarcodeInAnyCase(Collection<String> barcodes) {
        return jdbc.sql(COPIES + "where lower(c.barcode) = any(array(select lower(b) from unnest(?) as b)) "
                + "order by c.barcode collate \"C\"").param(barcodes.toArray(String[]::new)).query(CopyPlaces::copy).list();
    }

    /** Those copies, in shelf-mark order. */
    public List<CopyInfo> copies(Collection<UUID> copyIds) {
        return jdbc.sql(COPIES + "where c.id = any(?) order by app.shelf_order(c.shelf_mark) nulls last, t.title_form, c.id")
                .param(copyIds.toArray(UUID[]::new)).query(CopyPlaces::copy).list();
    }

    /** How many copies of each title are on their shelf at that branch; titles with none are in it too. */
    public Map<UUID, Integer> availableAt(UUID branch, Collection<UUID> titles) {
        Map<UUID, Integer> available = new HashMap<>();
        titles.forEach(title -> available.put(title, 0));
        jdbc.sql("""
                        select c.title, count(*) from app.copy c join app.copy_place p on p.copy = c.id
                        where c.branch = ? and c.title = any(?) and p.kind = 'SHELF' group by c.title""")
                .params(branch, titles.toArray(UUID[]::new))
                .query((row, n) -> available.put(row.getObject(1, UUID.class), row.getInt(2))).list();
        return available;
    }

    /** What each branch has of these titles and will have, by branch, then by title; where it has none there is no entry. */
    public Map<UUID, Map<UUID, Availability>> availability(Collection<UUID> titles) {
        Map<UUID, Map<UUID, Availability>> availability = new HashMap<>();
        jdbc.sql("""
                        select c.branch, c.title, count(*) filter (where p.kind = 'SHELF'), count(*),
                               array_agg(cast(cast(p.until at time zone b.time_zone as date) as text) order by p.until)
                                   filter (where p.until > ?)
                        from app.copy c join app.copy_place p on p.copy = c.id join app.branch b on b.id = c.branch
                        where c.title = any(?) and p.kind not in ('MISSING', 'WITHDRAWN', 'OUT_OF_CIRCULATION')
                        group by c.branch, c.title""")
                .params(timestamp(clock.instant()), titles.toArray(UUID[]::new))
                .query((row, n) -> availability.computeIfAbsent(row.getObject(1, UUID.class), branch -> new HashMap<>())
                        .put(row.getObject(2, UUID.class), new Availability(row.getInt(3), row.getInt(4),
                                days(row.getArray(5))))).list();
        return availability;
    }

    /** The copies of these titles that are in use and not on their shelf. */
    public List<Away> away(Collection<UUID> titles) {
        return jdbc.sql("""
                        select c.id, c.title, c.branch, p.until from app.copy c join app.copy_place p on p.copy = c.id
                        where c.title = any(?)
                          and p.kind not in ('SHELF', 'MISSING', 'WITHDRAWN', 'OUT_OF_CIRCULATION')""")
                .param(titles.toArray(UUID[]::new))
                .query((row, n) -> new Away(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class), row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant()))
                .list();
    }

    /** @param until when it is expected to leave the place where it is, or null */
    public record Away(UUID copy, UUID title, UUID branch, Instant until) {
    }

    private static List<LocalDate> days(Array days) throws SQLException {
        return days == null ? List.of() : Stream.of((String[]) days.getArray()).map(LocalDate::parse).toList();
    }

    /** Those of the titles that exist. */
    public Map<UUID, TitleInfo> titles(Collection<UUID> ids) {
        Map<UUID, TitleInfo> titles = new HashMap<>();
        jdbc.sql("select id, title, authors[1], publication_year, material from app.title where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> new TitleInfo(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                        row.getObject(4, Integer.class), MaterialType.valueOf(row.getString(5))))
                .list().forEach(title -> titles.put(title.id(), title));
        return titles;
    }

    private static CopyInfo copy(ResultSet row, int n) throws SQLException {
        return new CopyInfo(row.getObject("id", UUID.class), row.getObject("title", UUID.class),
                row.getString("barcode"), row.getObject("branch", UUID.class), row.getString("shelf_mark"),
                MaterialType.valueOf(row.getString("material")), PlaceKind.valueOf(row.getString("kind")),
                row.getObject("case_id", UUID.class), row.getString("title_text"), row.getString("author"));
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
