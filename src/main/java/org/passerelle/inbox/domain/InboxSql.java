package org.passerelle.inbox.domain;

import java.sql.Statement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.passerelle.platform.process.TaskAudience;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What statements about {@code inbox_task t} have in common. */
final class InboxSql {

    static final String ORDER = "t.place, t.rank, t.created, t.id";
    static final String BACKWARDS = "t.place desc, t.rank desc, t.created desc, t.id desc";

    /** Who holds the task's duty in the scope of its branch or its team. */
    static final String HOLDS = """
            exists (select 1 from unnest(t.candidate_groups) as wanted
                    where wanted = any(:duties::text[]) or wanted || '@' || t.branch = any(:duties::text[])
                        or wanted || '#' || t.team = any(:duties::text[]))""";
    /** What is one person's or a duty's exists for nobody else, in no list, count or search. */
    static final String EXISTS = where("true");
    static final String MAY_ACT = where("""
            t.candidate_groups && :roles::text[]
                 and (t.branch is null or :everywhere or t.branch = any(:branches::uuid[]))""");

    private InboxSql() {
    }

    private static String where(String forRoles) {
        return "(case when t.person is not null then t.person = :me when t.for_duty then " + HOLDS + " else " + forRoles
                + " end)";
    }

    /**
     * Each statement is planned for what is really asked: a word that half of the rows hold is not looked for like one
     * that none does, and no plan for anything is kept that would be slow for this.
     */
    static JdbcClient planned(DataSource source) {
        return JdbcClient.create(new JdbcTemplate(source) {
            @Override
            protected void applyStatementSettings(Statement statement) throws SQLException {
                super.applyStatementSettings(statement);
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
        });
    }

    /** Who asks. */
    static JdbcClient.StatementSpec by(CurrentUser user, JdbcClient.StatementSpec statement) {
        return statement.param("me", user.accountId())
                .param("roles", Stream.of(Role.values()).filter(user::has).map(Role::name).toArray(String[]::new))
                .param("everywhere", user.has(Role.MANAGER))
                .param("branches", user.branches().stream().map(UUID::toString).toArray(String[]::new))
                .param("duties", user.duties().stream().map(held -> TaskAudience.DUTY + held.word()).toArray(String[]::new));
    }

    static Timestamp at(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
