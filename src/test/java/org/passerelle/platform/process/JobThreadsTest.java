package org.passerelle.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@PasserelleTest
class JobThreadsTest {

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @CsvSource({"1, 20, 2", "2, 20, 3", "8, 20, 10", "14, 20, 10", "128, 20, 10", "128, 300, 150", "4, 3, 2"})
    void jobsNeverTakeMoreThanHalfOfTheConnections(int cores, int connections, int threads) {
        assertThat(EngineConfiguration.threads(cores, connections)).isEqualTo(threads);
    }

    @Test
    void nothingElseRunsOnTheThreadsOfTheJobs() {
        assertThat(context.getBeansOfType(ThreadPoolTaskExecutor.class)).containsOnlyKeys("applicationTaskExecutor")
                .allSatisfy((name, executor) -> assertThat(executor.getThreadNamePrefix()).isNotEqualTo("job-"));
    }
}
