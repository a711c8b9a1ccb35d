package org.passerelle.quarantine.service;

import static org.passerelle.platform.process.steps.CaseSentence.at;

import java.time.ZoneId;
import java.util.UUID;
import org.passerelle.platform.process.steps.CaseSentence;
import org.passerelle.platform.process.steps.CaseSentence.Said;
import org.passerelle.quarantine.process.EmergencyReleaseProcess;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a sealed crate stands, and a request to open one early. */
@Configuration
class SentencesOfQuarantine {

    @Bean
    CaseSentence sentenceOfCrate(JdbcClient jdbc) {
        return CaseSentence.of(QuarantineProcess.KEY, jdbc, """
                select c.id, c.state, c.sealed_at, c.release_at, c.released_at, c.done_at, b.time_zone,
                       (select count(*) from app.returned_copy r where r.crate = c.id and r.fate = 'IN_CRATE') as inside,
                       (select count(*) from app.returned_copy r where r.crate = c.id and r.fate = 'TO_SHELF') as to_shelf
                from app.crate c join app.branch b on b.id = c.branch where c.id = ? and c.state <> 'OPEN'""",
                row -> new Said("said.quarantine." + row.getString("state"), ZoneId.of(row.getString("time_zone")),
                        CrateNews.CRATE_TOPIC.of(row.getObject("id", UUID.class)), row.getInt("inside"), at(row, "sealed_at"),
                        at(row, "release_at"), at(row, "released_at"), row.getInt("to_shelf"), at(row, "done_at")));
    }

    @Bean
    CaseSentence sentenceOfAskedRelease(JdbcClient jdbc) {
        return CaseSentence.of(EmergencyReleaseProcess.KEY, jdbc, """
                select q.state, q.asked_at, q.decided_at, c.id as crate, c.code, b.time_zone
                from app.release_request q join app.crate c on c.id = q.crate join app.branch b on b.id = c.branch
                where q.id = ?""",
                row -> new Said("said.emergency-release." + row.getString("state"), ZoneId.of(row.getString("time_zone")),
                        CrateNews.CRATE_TOPIC.of(row.getObject("crate", UUID.class)), row.getString("code"), at(row, "asked_at"),
                        at(row, "decided_at")));
    }
}
