package org.passerelle.circulation.waiting.service;

import static org.passerelle.platform.process.steps.CaseSentence.at;
import static org.passerelle.platform.process.steps.CaseSentence.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.UUID;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.circulation.queue.domain.WaitState;
import org.passerelle.circulation.waiting.process.WaitingTitleProcess;
import org.passerelle.platform.process.steps.CaseSentence;
import org.passerelle.platform.process.steps.CaseSentence.Said;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a wait for a title stands. */
@Configuration
class WaitSentence {

    @Bean
    CaseSentence sentenceOfWait(JdbcClient jdbc) {
        return CaseSentence.of(WaitingTitleProcess.KEY, jdbc, """
                select w.state, w.title as title_id, t.title, w.wanted_until, w.offer_until, w.ended_at, b.time_zone,
                       trim(p.first_name || ' ' || p.last_name) as patron
                from app.title_wait w join app.title t on t.id = w.title join app.branch b on b.id = w.branch
                left join app.patron p on p.id = w.patron where w.id = ?""", WaitSentence::said);
    }

    private static Said said(ResultSet row) throws SQLException {
        WaitState state = WaitState.valueOf(row.getString("state"));
        String patron = row.getString("patron");
        return new Said("said." + WaitingTitleProcess.KEY + "." + state, ZoneId.of(row.getString("time_zone")),
                CatalogueTopics.TITLE.of(row.getObject("title_id", UUID.class)), patron == null ? "staff.patron.forgotten" : patron,
                row.getString("title"), instant(row, state == WaitState.OFFERED ? "offer_until" : "wanted_until"),
                at(row, "ended_at"));
    }
}
