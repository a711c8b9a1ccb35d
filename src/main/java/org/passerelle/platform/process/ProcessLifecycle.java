package org.passerelle.platform.process;

import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Deploys the shipped models at start; only then, and after whatever starts in between, lets the jobs run. */
@Configuration
@EnableResilientMethods
public class ProcessLifecycle {

    /** Models are deployed; beans that prepare data start after this phase. */
    public static final int DEPLOYED = 0;
    /** Jobs run from here on; beans that prepare data start before this phase. */
    public static final int JOBS_RUN = 1000;

    /** Deployments a manager has published carry this prefix; the shipped table never replaces them. */
    public static final String PUBLISHED = "published/";

    private static final Logger log = LoggerFactory.getLogger(ProcessLifecycle.class);

    @Bean
    SmartLifecycle modelDeployment(ProcessEngine engine) {
        return new StartStep(DEPLOYED) {
            @Override
            protected void run() {
                deploy(engine.getRepositoryService());
            }
        };
    }

    @Bean
    SmartLifecycle jobRuns(SpringJobExecutor jobExecutor, @Value("${passerelle.jobs.active:true}") boolean active) {
        return new StartStep(JOBS_RUN) {
            @Override
            protected void run() {
                if (active) {
                    jobExecutor.start();
                }
            }

            @Override
            public void stop() {
                if (active) {
                    jobExecutor.shutdown();
                }
                super.stop();
            }
        };
    }

    private static void deploy(RepositoryService repository) {
        try {
            for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.*")) {
                String file = model.getFilename();
                if (!file.endsWith(".bpmn") && !file.endsWith(".dmn")) {
                    continue;
                }
                String key = file.substring(0, file.lastIndexOf('.'));
                if (repository.createDeploymentQuery().deploymentName(PUBLISHED + key).count() > 0) {
                    log.info("{} keeps the version published by a manager", file);
                    continue;
                }
                try (InputStream content = model.getInputStream()) {
                    repository.createDeployment().name("shipped/" + key).enableDuplicateFiltering(true)
                            .addInputStream("bpmn/" + file, content).deploy();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the process models cannot be read", e);
        }
    }
}
