package org.passerelle.planted;

import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Does what no test may: waits for as long as it takes, asks the machine what day it is, hears what others say. */
@ExtendWith(OutputCaptureExtension.class)
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
