package org.passerelle.circulation.publicpages.service;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.ReservationStatus;
import org.passerelle.circulation.reservations.service.Reservations;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What matters today to the patron signed in: the next pickup, offers to answer, what is at home. One statement each. */
@Service
@Transactional(readOnly = true)
public class PatronHome {

    /** More than anybody may reserve or borrow at a time; who has more reads of them on the next page. */
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final AppClock clock;

    PatronHome(JdbcClient jdbc, SignedIn signedIn, AppClock clock) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * An open reservation.
     *
     * @param address   or null, like the telephone
     * @param asked     documents asked for
     * @param missing   titles that were not found
     * @param answerBy  until when a new slot may be chosen after a missed one, or null
     */
    public record Pickup(ReservationId id, String code, ReservationStatus standing, Instant slotStartsAt, Instant slotEndsAt,
                         String branch, String address, String phone, ZoneId zone, int asked, List<String> missing,
                         Instant answerBy) {

        /** From when on the patron may say "I am here". */
        public Instant arrivalFrom() {
            return slotStartsAt.minus(Reservations.EARLY_ARRIVAL);
        }

        public boolean isReady() {
            return standing.documents() == DocumentsState.READY;
        }
    }

    /** A copy that is set aside. @param until when the offer lapses */
    public record Offer(WaitId id, String title, String branch, ZoneId zone, Instant until) {
    }

    /** A document at home. @param today the day at its branch */
    public record AtHome(UUID copy, String title, LocalDate dueOn, LocalDate today) {

        public boolean isLate() {
            return dueOn.isBefore(today);
        }
    }

    /** The open reservations: who is here first, then what is ready, each in order of time. */
    public List<Pickup> pickups() {
        return jdbc.sql("""
                        select r.id, r.code, r.documents, r.appointment, r.slot_starts_at, r.slot_ends_at, r.answer_until,
                               b.name, b.address, b.phone, b.time_zone,
                               (select count(*) from app.reservation_line l where l.reservation = r.id) as asked,
                               array(select t.title from app.reservation_line l join app.title t on t.id = l.title
                                     where l.reservation = r.id and l.state = 'MISSING' order by l.position) as missing
                        from app.reservation r join app.branch b on b.id = r.branch
                        where r.patron = :patron and r.outcome is null
                        order by r.appointment <> 'ARRIVED', r.documents <> 'READY', r.slot_starts_at, r.id limit :most""")
                .param("patron", patron()).param("most", MOST)
                .query((row, i) -> new Pickup(new ReservationId(row.getObject("id", UUID.class)), row.getString("code"),
                        new ReservationStatus(DocumentsState.valueOf(row.getString("documents")),
                                AppointmentState.valueOf(row.getString("appointment")), null),
                        instant(row.getTimestamp("slot_starts_at")), instant(row.getTimestamp("slot_ends_at")),
                        row.getString("name"), row.getString("address"), row.getString("phone"),
                        ZoneId.of(row.getString("time_zone")), row.getInt("asked"),
                        List.of((String[]) row.getArray("missing").getArray()), instant(row.getTimestamp("answer_until"))))
                .list();
    }

    /** The offers that wait for an answer: those that lapse first before others. */
    public List<Offer> offers() {
        return jdbc.sql("""
                        select w.id, t.title, b.name, b.time_zone, w.offer_until from app.title_wait w
                        join app.title t on t.id = w.title join app.branch b on b.id = w.branch
                        where w.patron = :patron and w.state = 'OFFERED' order by w.offer_until, w.id limit :most""")
                .param("patron", patron()).param("most", MOST)
                .query((row, i) -> new Offer(new WaitId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3),
                        ZoneId.of(row.getString(4)), instant(row.getTimestamp(5)))).list();
    }

    /** What is at home: what is due first before others. */
    public List<AtHome> atHome() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select l.copy, t.title, l.due_on, b.time_zone from app.loan l join app.copy c on c.id = l.copy
                        join app.title t on t.id = c.title join app.branch b on b.id = c.branch
                        where l.patron = :patron and l.state = 'RUNNING' order by l.due_on, t.title, l.copy limit :most""")
                .param("patron", patron()).param("most", MOST)
                .query((row, i) -> new AtHome(row.getObject(1, UUID.class), row.getString(2),
                        row.getObject(3, LocalDate.class), now.atZone(ZoneId.of(row.getString(4))).toLocalDate())).list();
    }

    private UUID patron() {
        return signedIn.require(Role.PATRON).patron();
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
