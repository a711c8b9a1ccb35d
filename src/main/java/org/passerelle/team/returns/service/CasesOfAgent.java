package org.passerelle.team.returns.service;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.team.members.process.LeaveWishProcess;
import org.passerelle.team.returns.process.MeasureReviewProcess;
import org.passerelle.team.returns.process.OccupationalHealthProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that runs about one person. */
@Component
class CasesOfAgent {

    private final JdbcClient jdbc;

    CasesOfAgent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseRef> of(UUID agent) {
        return jdbc.sql("""
                select :return, id from app.work_return where agent = :agent and outcome is null
                union all select :health, s.id from app.work_health_support s join app.work_return r on r.id = s.work_return
                    where r.agent = :agent and s.ended_at is null
                union all select :review, id from app.work_measure where agent = :agent and state = 'AGREED' and review_on is not null
                union all select :wish, id from app.leave_wish where agent = :agent and awaited""")
                .param("agent", agent).param("return", ReturnToWorkProcess.KEY).param("health", OccupationalHealthProcess.KEY)
                .param("review", MeasureReviewProcess.KEY).param("wish", LeaveWishProcess.KEY)
                .query((row, i) -> new CaseRef(row.getString(1), row.getObject(2, UUID.class))).list();
    }
}
