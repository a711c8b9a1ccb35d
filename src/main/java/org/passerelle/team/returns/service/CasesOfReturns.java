package org.passerelle.team.returns.service;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.passerelle.platform.process.CaseAudience;
import org.passerelle.platform.process.steps.CaseSentence;
import org.passerelle.platform.process.steps.CaseSentence.Said;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.returns.process.MeasureReviewProcess;
import org.passerelle.team.returns.process.OccupationalHealthProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may follow these cases, and how a return stands in one sentence. */
@Configuration
class CasesOfReturns {

    @Bean
    CaseAudience followersOfReturns(ReturnAccess access) {
        return new CaseAudience(ReturnToWorkProcess.KEY, access::mayFollow);
    }

    @Bean
    CaseAudience followersOfSupports(HealthDesk desk) {
        return new CaseAudience(OccupationalHealthProcess.KEY, desk::mayFollow);
    }

    @Bean
    CaseAudience followersOfReviews(MeasureReviews reviews) {
        return new CaseAudience(MeasureReviewProcess.KEY, reviews::mayFollow);
    }

    @Bean
    CaseSentence sentenceOfReturn(JdbcClient jdbc, AppClock clock) {
        return CaseSentence.of(ReturnToWorkProcess.KEY, jdbc, """
                select r.id, r.preparation, r.back, r.outcome, r.return_on, r.came_back_on, r.easing_until, r.talk_at,
                    a.display_name, coalesce(b.time_zone, 'UTC') as time_zone,
                    (select string_agg(f.after_days || ' ' || f.state, ',') from app.work_follow_up f where f.work_return = r.id) as talks
                from app.work_return r join app.account a on a.id = r.agent
                left join app.team_agent g on g.account = r.agent left join app.branch b on b.id = g.branch
                where r.id = ?""", row -> said(row, clock.instant()));
    }

    private static Said said(ResultSet row, Instant now) throws SQLException {
        String outcome = row.getString("outcome");
        String back = row.getString("back");
        String key = outcome != null ? outcome : back.equals("EXPECTED") ? row.getString("preparation") : back;
        ZoneId zone = ZoneId.of(row.getString("time_zone"));
        if (key.equals("THERE") && !easesIn(row, LocalDate.ofInstant(now, zone))) {
            key = "THERE_EASED";
        }
        if (key.equals("CLOSED") && row.getDate("came_back_on") == null) {
            key = "CLOSED_UNSAID";
        }
        return new Said("said.return-to-work." + key, zone,
                ReturnNews.CHANGED.of(row.getObject("id", UUID.class)), row.getString("display_name"), day(row, "return_on"),
                day(row, "came_back_on"), day(row, "easing_until"), CaseSentence.instant(row, "talk_at"))
                .knowing(StepsOfReturn.of(row));
    }

    private static boolean easesIn(ResultSet row, LocalDate today) throws SQLException {
        Date until = row.getDate("easing_until");
        return until != null && until.after(row.getDate("came_back_on")) && !until.toLocalDate().isBefore(today);
    }

    /** A day is told as such; no words where none is known. */
    private static Object day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? "" : day.toLocalDate();
    }
}
