package org.passerelle.circulation.desk.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.paper.Sheet;
import org.passerelle.platform.paper.Sheet.Column;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The day at the drive on paper, for when there is no screen at the barrier: who, when, what, how to call them. */
@Service
public class DayPapers {

    private final JdbcClient jdbc;
    private final BranchRepository branches;
    private final Messages messages;
    private final SignedIn signedIn;

    DayPapers(JdbcClient jdbc, BranchRepository branches, Messages messages, SignedIn signedIn) {
        this.jdbc = jdbc;
        this.branches = branches;
        this.messages = messages;
        this.signedIn = signedIn;
    }

    /** A PDF of that day's open appointments, in order of time; for staff of that branch, as it tells telephones. */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID branchId, LocalDate day, Locale locale) {
        if (!signedIn.require(Role.AGENT).mayActAt(branchId)) {
            throw new AccessDeniedException("works for another branch");
        }
        Branch branch = branches.findById(branchId).orElseThrow();
        List<Column> columns = List.of(column("slot", 1.3f, locale), column("code", 1, locale), column("patron", 2, locale),
                column("phone", 1.5f, locale), column("where", 4, locale));
        return Sheet.pdf(messages.text(locale, "staff.day.title") + " · " + branch.name(), DateTimes.dayAndYear(day, locale),
                columns, rows(branch, day, locale), messages.text(locale, "staff.day.empty.EXPECTED"));
    }

    private Column column(String name, float width, Locale locale) {
        return new Column(messages.text(locale, "staff.day.paper." + name), width);
    }

    private List<List<String>> rows(Branch branch, LocalDate day, Locale locale) {
        ZoneId zone = branch.zone();
        return jdbc.sql("""
                        select r.code, r.slot_starts_at, r.slot_ends_at, r.documents, r.bag_place,
                               trim(p.first_name || ' ' || p.last_name) as name, p.phone, p.blocked,
                               array(select coalesce(c.shelf_mark || ' · ', '') || t.title from app.reservation_line l
                                     join app.title t on t.id = l.title left join app.copy c on c.id = l.copy
                                     where l.reservation = r.id and l.state <> 'MISSING'
                                     order by app.shelf_order(c.shelf_mark) nulls last, l.position) as lines
                        from app.reservation r join app.patron p on p.id = r.patron
                        where r.branch = :branch and r.outcome is null
                          and r.slot_starts_at >= :from and r.slot_starts_at < :before
                        order by r.slot_starts_at, p.last_name collate "und-x-icu", p.first_name collate "und-x-icu", r.id""")
                .param("branch", branch.id()).param("from", Timestamp.from(day.atStartOfDay(zone).toInstant()))
                .param("before", Timestamp.from(day.plusDays(1).atStartOfDay(zone).toInstant()))
                .query((row, n) -> row(row, zone, locale)).list();
    }

    private List<String> row(ResultSet row, ZoneId zone, Locale locale) throws SQLException {
        String slot = DateTimes.range(row.getTimestamp("slot_starts_at").toInstant().atZone(zone).toLocalTime(),
                row.getTimestamp("slot_ends_at").toInstant().atZone(zone).toLocalTime(), locale);
        String phone = row.getString("phone");
        String name = row.getString("name")
                + (row.getBoolean("blocked") ? "\n" + messages.text(locale, "staff.blocked") : "");
        return List.of(slot, row.getString("code"), name, phone == null ? "" : phone, where(row, locale));
    }

    /** Where the bag stands; before it is made, what is to be taken from which shelf. */
    private String where(ResultSet row, Locale locale) throws SQLException {
        boolean ready = DocumentsState.valueOf(row.getString("documents")) == DocumentsState.READY;
        String state = ready ? messages.text(locale, "staff.bag.standsAt", row.getString("bag_place"))
                : messages.text(locale, "staff.documentsState." + row.getString("documents"));
        return Stream.concat(Stream.of(state), Stream.of((String[]) row.getArray("lines").getArray()))
                .collect(Collectors.joining("\n"));
    }
}
