package org.passerelle.circulation.drive.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.domain.ReservationStatus;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the inbox whose documents a task is about, and whether that person waits outside; found by code, name, card, title or barcode. One statement. */
@Component
class DriveTaskDescriber implements TaskDescriber {

    private final JdbcClient jdbc;

    DriveTaskDescriber(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String processKey() {
        return DrivePickupProcess.KEY;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<TaskRef, TaskFacts> describe(Collection<UserTask> tasks) {
        return TaskDescriber.byCase(tasks, jdbc, """
                select r.id, r.code, r.branch, r.slot_starts_at, r.arrived_at, r.documents as state, r.appointment, r.outcome, p.first_name, p.last_name, p.card_number,
                       count(l.id) filter (where l.state in ('HELD', 'PICKED', 'BAGGED', 'TO_PUT_BACK')) as documents,
                       coalesce(string_agg(t.title || ' ' || coalesce(c.barcode, ''), ' ' order by l.position), '') as titles
                from app.reservation r join app.patron p on p.id = r.patron
                left join app.reservation_line l on l.reservation = r.id
                left join app.title t on t.id = l.title left join app.copy c on c.id = l.copy
                where r.id = any(?) group by r.id, p.id""", DriveTaskDescriber::facts);
    }

    private static TaskFacts facts(ResultSet row) throws SQLException {
        String code = row.getString("code");
        String name = (row.getString("first_name") + " " + row.getString("last_name")).trim();
        Instant slot = row.getTimestamp("slot_starts_at") == null ? null
                : row.getTimestamp("slot_starts_at").toInstant();
        return new TaskFacts("drive-pickup.task.subject", List.of(code, name, row.getString("documents")),
                row.getObject("branch", UUID.class), slot, outsideSince(row),
                String.join(" ", code, code.replace("-", ""), name, row.getString("card_number"), row.getString("titles")));
    }

    private static Instant outsideSince(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new ReservationStatus(DocumentsState.valueOf(row.getString("state")), AppointmentState.valueOf(row.getString("appointment")),
                outcome == null ? null : ReservationOutcome.valueOf(outcome)).isHere() ? row.getTimestamp("arrived_at").toInstant() : null;
    }
}
