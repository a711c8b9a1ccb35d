package org.passerelle.circulation.drive.service;

import static org.passerelle.platform.process.steps.CaseSentence.at;
import static org.passerelle.platform.process.steps.CaseSentence.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.process.steps.CaseSentence;
import org.passerelle.platform.process.steps.CaseSentence.Said;
import org.passerelle.platform.time.AppClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a reservation stands: its documents and its appointment in one sentence. */
@Configuration
class ReservationSentence {

    private static final String KEY = "said." + DrivePickupProcess.KEY + ".";
    private static final String STANDING = """
            select r.id, r.documents, r.appointment, r.outcome, coalesce(r.bag_place, '') as place, r.slot_starts_at,
                   r.slot_ends_at, r.arrived_at, r.answer_until, r.ended_at, b.time_zone,
                   trim(p.first_name || ' ' || p.last_name) as patron,
                   (select count(*) from app.reservation_line l where l.reservation = r.id) as asked,
                   (select count(*) from app.reservation_line l where l.reservation = r.id
                    and l.state in ('PICKED', 'BAGGED')) as in_hand,
                   (select count(*) from app.reservation_line l where l.reservation = r.id
                    and l.state = 'COLLECTED') as collected,
                   (select count(*) from app.reservation_line l where l.reservation = r.id
                    and l.state = 'TO_PUT_BACK') as to_put_back
            from app.reservation r join app.branch b on b.id = r.branch left join app.patron p on p.id = r.patron
            where r.id = ?""";

    @Bean
    CaseSentence sentenceOfReservation(JdbcClient jdbc, AppClock clock) {
        return CaseSentence.of(DrivePickupProcess.KEY, jdbc, STANDING, row -> said(row, clock.instant()));
    }

    private static Said said(ResultSet row, Instant now) throws SQLException {
        AppointmentState appointment = AppointmentState.valueOf(row.getString("appointment"));
        boolean ready = row.getString("documents").equals(DocumentsState.READY.name());
        String outcome = row.getString("outcome");
        if (appointment == AppointmentState.ARRIVED && (outcome == null || outcome.equals("NO_SHOW") && ready)) {
            return say(row, ready ? "hereReady" : "here", instant(row, "arrived_at"), "in_hand");
        }
        if (outcome != null) {
            return say(row, outcome, at(row, "ended_at"), "collected");
        }
        if (appointment == AppointmentState.MISSED) {
            return say(row, ready ? "missedReady" : "missed", instant(row, "answer_until"), "in_hand");
        }
        String expected = row.getTimestamp("slot_ends_at").toInstant().isBefore(now) ? "overdue" : "expected";
        String documents = switch (DocumentsState.valueOf(row.getString("documents"))) {
            case TO_PICK -> "ToPick";
            case TO_BAG -> "ToBag";
            default -> "Ready";
        };
        return say(row, expected + documents, at(row, "slot_starts_at"), "in_hand");
    }

    private static Said say(ResultSet row, String word, Object when, String counted) throws SQLException {
        String patron = row.getString("patron");
        return new Said(KEY + word, ZoneId.of(row.getString("time_zone")),
                ReservationNews.of(new ReservationId(row.getObject("id", UUID.class))), patron == null ? "staff.patron.forgotten"
                : patron, when, row.getString("place"), row.getInt(counted), row.getInt("asked"), row.getInt("to_put_back"));
    }
}
