package org.passerelle.platform.process;

import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads that run jobs. No bean of an executor's type: Spring Boot and Vaadin would take it for their own work. */
final class JobThreads implements AutoCloseable {

    private final ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();

    JobThreads(int threads) {
        pool.setThreadNamePrefix("job-");
        pool.setCorePoolSize(threads);
        pool.setMaxPoolSize(threads);
        pool.setQueueCapacity(threads * 2);
        pool.initialize();
    }

    ThreadPoolTaskExecutor pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
