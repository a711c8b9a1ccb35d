package org.passerelle.quarantine.service;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.ReleaseRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The early releases that somebody has asked for. */
@Component
class AskedReleases {

    private final JdbcClient jdbc;

    AskedReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a crate, the oldest first. One statement. */
    List<AskedRelease> of(CrateId crate, CurrentUser reader) {
        return jdbc.sql("""
                        select q.returned, t.title, q.reason, a.display_name, q.asked_at, q.asked_by, q.state,
                               decider.display_name, q.decided_at, q.id
                        from app.release_request q left join app.account a on a.id = q.asked_by
                        left join app.account decider on decider.id = q.decided_by
                        left join app.returned_copy r on r.id = q.returned left join app.copy p on p.id = r.copy
                        left join app.title t on t.id = p.title
                        where q.crate = ? order by q.asked_at""").param(crate.value())
                .query((row, n) -> new AskedRelease(row.getObject("id", UUID.class), row.getObject(1, UUID.class), row.getString(2),
                        row.getString(3), row.getString(4), row.getTimestamp(5).toInstant(),
                        reader.accountId().equals(row.getObject(6, UUID.class)),
                        ReleaseRequest.State.valueOf(row.getString(7)), row.getString(8),
                        row.getTimestamp(9) == null ? null : row.getTimestamp(9).toInstant())).list();
    }
}
