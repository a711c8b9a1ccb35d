package org.passerelle.planted;

import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does what no test may: waits for as long as it takes, and asks the machine what day it is. */
public class PlantedTest {

    void waits(CountDownLatch latch) throws InterruptedException {
        latch.await();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            threads.shutdown();
        }
    }

    boolean depends() {
        return new Date().toInstant().isBefore(Instant.now());
    }
}
