package org.passerelle.support;

import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.passerelle.platform.process.ProcessLifecycle;
import org.passerelle.platform.time.AppClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Each test begins with empty tables, no running case, nobody signed in, no published rule, and a known instant. */
public class FreshState implements BeforeEachCallback, AfterEachCallback {

    /** A Tuesday in November, 9 h in Paris. */
    public static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    /**
     * Deletes where rows are, which most of the tables never have: truncating all of them makes as many new files each
     * time. The session looks at no foreign keys and no guards meanwhile, as everything goes; and it waits for whoever still
     * writes, a job of the test before for example, so that nothing comes after it. Job definitions belong to
     * the deployed models, not to the cases.
     */
    private static final String EMPTY = """
            do $$
            declare
                tables text[];
                each text;
                filled boolean;
            begin
                set local session_replication_role = replica;
                tables := array(select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname = 'app' and tablename <> 'flyway_schema_history'
                           or schemaname = 'public' and (tablename like 'act_ru_%' or tablename like 'act_hi_%')
                              and tablename not in ('act_ru_meter_log', 'act_ru_jobdef') order by 1);
                execute 'lock table ' || array_to_string(tables, ', ') || ' in exclusive mode';
                foreach each in array tables loop
                    execute 'select exists (select 1 from ' || each || ')' into filled;
                    if filled then
                        execute 'delete from ' || each;
                    end if;
                end loop;
            end $$""";

    @Override
    public void beforeEach(ExtensionContext test) {
        begin(SpringExtension.getApplicationContext(test));
    }

    /** For a test that plays the same story more than once. */
    public static void begin(ApplicationContext context) {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        jdbc.execute(EMPTY);
        jdbc.execute("delete from act_ge_bytearray where deployment_id_ is null");
        RepositoryService models = context.getBean(ProcessEngine.class).getRepositoryService();
        models.createDeploymentQuery().deploymentNameLike(ProcessLifecycle.PUBLISHED + "%").list()
                .forEach(published -> models.deleteDeployment(published.getId(), true));
        context.getBean(AppClock.class).setTo(START);
        SecurityContextHolder.clearContext();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        SecurityContextHolder.clearContext();
    }
}
