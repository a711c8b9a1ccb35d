package org.passerelle.quarantine.domain;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.quarantine.CrateId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The documents scanned at the returns desks, and the crates they fill: one row each, written by the scan. */
@Repository
@Transactional(propagation = MANDATORY)
public class ReturnedCopies {

    private static final String ROWS = """
            select r.id, r.copy, r.branch, r.dropped_off_at, r.loan, r.late, r.was_at, r.crate, r.fate, r.verdict, r.note,
                   c.barcode, c.branch as own_branch, c.shelf_mark, c.title, t.title as title_text
            from app.returned_copy r join app.copy c on c.id = r.copy join app.title t on t.id = c.title
            """;
    private static final String SHELF_ORDER = " order by app.shelf_order(c.shelf_mark) nulls last, t.title_form, c.id";

    private final JdbcClient jdbc;

    ReturnedCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The crate that is being filled with such documents that day; opened when there is none. Nobody seals it before
     * this transaction ends.
     */
    public OpenCrate crateFor(UUID branch, MaterialClass material, boolean stacked, LocalDate day, Instant now) {
        return openCrate(branch, material, stacked, day)
                .or(() -> newCrate(branch, material, stacked, day, now))
                .or(() -> openCrate(branch, material, stacked, day))
                .orElseThrow(() -> new OptimisticLockingFailureException("a crate has just been sealed by somebody else"));
    }

    /** Empty when somebody else has just opened it. */
    private Optional<OpenCrate> newCrate(UUID branch, MaterialClass material, boolean stacked, LocalDate day, Instant now) {
        return jdbc.sql("""
                        insert into app.crate (id, version, code, branch, material, stacked, day, state, opened_at)
                        values (?, 0, 'Q' || nextval('app.crate_number'), ?, ?, ?, ?, 'OPEN', ?)
                        on conflict (branch, material, stacked, day) where state = 'OPEN' do nothing
                        returning id, code""")
                .params(UUID.randomUUID(), branch, material.name(), stacked, day, Timestamp.from(now))
                .query(ReturnedCopies::readOpen).optional();
    }

    private Optional<OpenCrate> openCrate(UUID branch, MaterialClass material, boolean stacked, LocalDate day) {
        return jdbc.sql("""
                        select id, code from app.crate
                        where branch = ? and material = ? and stacked = ? and day = ? and state = 'OPEN' for share""")
                .params(branch, material.name(), stacked, day)
                .query(ReturnedCopies::readOpen).optional();
    }

    private static OpenCrate readOpen(ResultSet row, int n) throws SQLException {
        return new OpenCrate(new CrateId(row.getObject("id", UUID.class)), row.getString("code"));
    }

    public record OpenCrate(CrateId id, String code) {
    }

    /**
     * @param loan  the loan it closed, or null
     * @param wasAt where the copy was believed to be
     * @param crate the crate it lies in, or null where it needs none
     */
    public record NewReturn(UUID copy, UUID branch, Instant scannedAt, UUID scannedBy, Instant droppedOffAt,
                            ReturnSource source, UUID loan, boolean late, PlaceKind wasAt, CrateId crate, ReturnOutcome outcome) {
    }

    public UUID add(NewReturn scan) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into app.returned_copy (id, copy, branch, scanned_at, scanned_by, dropped_off_at, source,
                                                       loan, late, was_at, crate, fate)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, scan.copy(), scan.branch(), Timestamp.from(scan.scannedAt()), scan.scannedBy(),
                        Timestamp.from(scan.droppedOffAt()), scan.source().name(), scan.loan(), scan.late(),
                        scan.wasAt().name(), scan.crate() == null ? null : scan.crate().value(), scan.outcome().name())
                .update();
        return id;
    }

    /** @return false, and nothing has changed, when it was not as the caller believes */
    public boolean settle(UUID id, ReturnOutcome from, ReturnOutcome to, String note, Instant now) {
        return jdbc.sql("update app.returned_copy set fate = ?, note = coalesce(?, note), settled_at = ? "
                        + "where id = ? and fate = ?")
                .params(to.name(), note, Timestamp.from(now), id, from.name()).update() == 1;
    }

    /**
     * It lies in its crate after all.
     *
     * @return false, and nothing has changed, when it was not as the caller believes
     */
    public boolean unsettle(UUID id, ReturnOutcome from) {
        return jdbc.sql("update app.returned_copy set fate = 'IN_CRATE', settled_at = null where id = ? and fate = ?")
                .params(id, from.name()).update() == 1;
    }

    /**
     * What an inspection finds of it, as long as the crate is not inspected.
     *
     * @param verdict null where it is fit for use
     * @return false, and nothing has changed, when it does not lie in its crate
     */
    public boolean judge(UUID id, ReturnOutcome verdict, String note) {
        return jdbc.sql("update app.returned_copy set verdict = ?, note = ? where id = ? and fate = 'IN_CRATE'")
                .params(Arrays.asList(verdict == null ? null : verdict.name(), note, id)).update() == 1;
    }

    public void settleAll(CrateId crate, ReturnOutcome from, ReturnOutcome to, Instant now) {
        jdbc.sql("update app.returned_copy set fate = ?, settled_at = ? where crate = ? and fate = ?")
                .params(to.name(), Timestamp.from(now), crate.value(), from.name()).update();
    }

    /** Row of one scan, which may be changing. */
    public Optional<ReturnedCopy> find(UUID id) {
        return jdbc.sql(ROWS + "where r.id = ?").param(id).query(ReturnedCopies::read).optional();
    }

    /** Whether nothing came back of that copy since that scan, and the scan is of today, as its branch counts days. */
    public boolean isLastOfToday(UUID id, Instant now) {
        return jdbc.sql("""
                        select cast(r.scanned_at at time zone b.time_zone as date)
                               = cast(cast(? as timestamptz) at time zone b.time_zone as date)
                           and not exists (select 1 from app.returned_copy later where later.copy = r.copy
                                           and later.scanned_at > r.scanned_at and later.fate <> 'UNDONE')
                        from app.returned_copy r join app.branch b on b.id = r.branch where r.id = ?""")
                .params(Timestamp.from(now), id).query(Boolean.class).single();
    }

    /** Row of one scan, with its lock: whoever needs its crate's lock too has it already. */
    public Optional<ReturnedCopy> lock(UUID id) {
        return jdbc.sql(ROWS + "where r.id = ? for update of r").param(id).query(ReturnedCopies::read).optional();
    }

    /** What a crate holds, or has held, in shelf-mark order; scans that were undone are left out. */
    public List<ReturnedCopy> of(CrateId crate) {
        return jdbc.sql(ROWS + "where r.crate = ? and r.fate <> 'UNDONE'" + SHELF_ORDER).param(crate.value())
                .query(ReturnedCopies::read).list();
    }

    public String codeOf(CrateId crate) {
        return jdbc.sql("select code from app.crate where id = ?").param(crate.value()).query(String.class).single();
    }

    private static ReturnedCopy read(ResultSet row, int n) throws SQLException {
        UUID crate = row.getObject("crate", UUID.class);
        String verdict = row.getString("verdict");
        return new ReturnedCopy(row.getObject("id", UUID.class), row.getObject("copy", UUID.class),
                row.getObject("branch", UUID.class), row.getObject("own_branch", UUID.class), row.getString("barcode"),
                row.getObject("title", UUID.class), row.getString("title_text"), row.getString("shelf_mark"),
                row.getTimestamp("dropped_off_at").toInstant(), row.getObject("loan", UUID.class),
                row.getBoolean("late"), PlaceKind.valueOf(row.getString("was_at")),
                crate == null ? null : new CrateId(crate), ReturnOutcome.valueOf(row.getString("fate")),
                verdict == null ? null : ReturnOutcome.valueOf(verdict), row.getString("note"));
    }
}
