package org.passerelle.team.returns.service;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.retention.KeptForAWhile;
import org.passerelle.platform.secrets.SealedTexts;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.domain.WorkMeasures;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturns;
import org.passerelle.team.returns.process.MeasureReviewProcess;
import org.passerelle.team.returns.process.OccupationalHealthProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Returns that are over, whole: as long as a measure is in force it stays, and its return with it. */
@Component
class KeptReturnsToWork extends KeptForAWhile {

    private final WorkReturns returns;
    private final WorkMeasures measures;
    private final SealedTexts sealed;
    private final Journal journal;
    private final JdbcClient jdbc;

    KeptReturnsToWork(WorkReturns returns, WorkMeasures measures, SealedTexts sealed, Journal journal, JdbcClient jdbc,
                      @Value("${passerelle.keep.returns-to-work:120d}") Duration keepFor) {
        super("returns-to-work", keepFor);
        this.returns = returns;
        this.measures = measures;
        this.sealed = sealed;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int atMost) {
        List<UUID> over = jdbc.sql("""
                select r.id from app.work_return r where r.ended_at < ?
                    and not exists (select 1 from app.work_measure m where m.work_return = r.id
                        and (m.state = 'AGREED' and m.review_on is not null or m.over_on > ?))
                    and not exists (select 1 from app.work_health_support s where s.work_return = r.id and s.ended_at is null)
                order by r.ended_at limit ? for update skip locked""")
                .params(Timestamp.from(before), Date.valueOf(before.atZone(ZoneOffset.UTC).toLocalDate()), atMost)
                .query(UUID.class).list();
        if (!over.isEmpty()) {
            forget(over);
        }
        return over.size();
    }

    private void forget(List<UUID> over) {
        List<WorkMeasure> theirs = measures.findByWorkReturnIn(over);
        List<UUID> texts = new ArrayList<>(theirs.stream().map(WorkMeasure::note).flatMap(Optional::stream).toList());
        for (WorkReturn about : returns.findAllById(over)) {
            Stream.of(about.needs(), about.remark()).flatMap(Optional::stream).forEach(texts::add);
        }
        List<UUID> supports = jdbc.sql("select id from app.work_health_support where work_return = any(?)")
                .param(over.toArray(UUID[]::new)).query(UUID.class).list();
        journal.forget(ReturnToWorkProcess.KEY, over);
        journal.forget(OccupationalHealthProcess.KEY, supports);
        journal.forget(MeasureReviewProcess.KEY, theirs.stream().map(WorkMeasure::id).toList());
        jdbc.sql("delete from app.work_return where id = any(?)").param(over.toArray(UUID[]::new)).update();
        sealed.forget(texts);
    }
}
