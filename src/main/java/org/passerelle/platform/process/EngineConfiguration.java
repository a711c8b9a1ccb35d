package org.passerelle.platform.process;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.passerelle.platform.time.AppClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The process engine, embedded: one database and one transaction with our own rows. */
@Configuration
class EngineConfiguration {

    /** History is kept this long after a case ends; CNIL practice is four months at most after return. */
    static final String HISTORY_TIME_TO_LIVE = "P120D";

    /** Half of the connections stay for people, however many cores the machine has. */
    static int threads(int cores, int connections) {
        return Math.max(2, Math.min(cores * 3 / 2, connections / 2));
    }

    @Bean
    JobThreads jobThreads(@Value("${passerelle.jobs.threads:0}") int configured, DataSource dataSource) {
        int connections = dataSource instanceof HikariDataSource pool ? pool.getMaximumPoolSize() : Integer.MAX_VALUE;
        int threads = configured > 0 ? configured : threads(Runtime.getRuntime().availableProcessors(), connections);
        if (connections <= threads) {
            throw new IllegalStateException("the connection pool (" + connections
                    + ") must be larger than the job executor (" + threads + " threads)");
        }
        return new JobThreads(threads);
    }

    @Bean
    SpringJobExecutor jobExecutor(JobThreads jobThreads) {
        SpringJobExecutor executor = new SpringJobExecutor();
        executor.setTaskExecutor(jobThreads.pool());
        executor.setMaxJobsPerAcquisition(jobThreads.pool().getMaxPoolSize() * 2);
        executor.setWaitTimeInMillis(1000);
        executor.setMaxWait(5000);
        return executor;
    }

    @Bean
    @DependsOn("flyway")
    SpringProcessEngineConfiguration engineSettings(DataSource dataSource, PlatformTransactionManager transactions,
                                                    SpringJobExecutor jobExecutor, ApplicationEventPublisher events,
                                                    JdbcClient jdbc) {
        SpringProcessEngineConfiguration settings = new SpringProcessEngineConfiguration();
        settings.setDataSource(dataSource);
        settings.setTransactionManager((JpaTransactionManager) transactions);
        settings.setDatabaseType("postgres");
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistory("full");
        settings.setHistoryTimeToLive(HISTORY_TIME_TO_LIVE);
        settings.setEnforceHistoryTimeToLive(true);
        settings.setHistoryCleanupBatchWindowStartTime("02:00");
        settings.setHistoryCleanupBatchWindowEndTime("05:00");
        settings.setJobExecutor(jobExecutor);
        settings.setJobExecutorActivate(false);
        settings.setJobExecutorDeploymentAware(false);
        // Messages say in their model that they come after what cases wait for: at a rush timers go first.
        settings.setJobExecutorAcquireByPriority(true);
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setAuthorizationEnabled(false);
        settings.setCmmnEnabled(false);
        settings.setStandaloneTasksEnabled(false);
        settings.setMetricsEnabled(false);
        settings.setDbMetricsReporterActivate(false);
        settings.setTaskMetricsEnabled(false);
        settings.setDefaultSerializationFormat("application/json");
        settings.setJavaSerializationFormatEnabled(false);
        settings.setEnableExpressionsInAdhocQueries(false);
        settings.setEnableExpressionsInStoredQueries(false);
        settings.setEnableScriptCompilation(false);
        settings.setDefaultNumberOfRetries(5);
        settings.setFailedJobRetryTimeCycle("PT10S,PT1M,PT10M,PT1H");
        settings.setCustomIncidentHandlers(List.of(new StuckStepReport(events)));
        settings.setProcessEnginePlugins(new ArrayList<>(List.of(new UserTaskEvents(events, account -> jdbc
                .sql("select role <> 'PATRON' and not closed from app.account where id = ? for share").param(account)
                .query(Boolean.class).optional().orElse(false)))));
        return settings;
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration engineSettings, AppClock clock) {
        clock.follow(instant -> {
            if (instant == null) {
                ClockUtil.reset();
            } else {
                ClockUtil.setCurrentTime(Date.from(instant));
            }
        });
        ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(engineSettings);
        return factory;
    }
}
