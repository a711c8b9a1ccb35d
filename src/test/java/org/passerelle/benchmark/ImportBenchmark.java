package org.passerelle.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.marc21;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.PasserelleApplication;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.service.CatalogueImports;
import org.passerelle.catalogue.service.Imports;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.support.Patience;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A large file through the database, in a process with a small heap. Not part of the build:
 * {@code mvn test -Dtest=ImportBenchmark -Dheap=256 -Drecords=100000}; heap in megabytes.
 */
class ImportBenchmark {

    @TempDir
    Path folder;

    @Test
    void aLargeFileNeedsNoLargeMemory() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx" + Integer.getInteger("heap", 256) + "m", "-XX:+ExitOnOutOfMemoryError", "-Duser.timezone=UTC",
                "-cp", System.getProperty("java.class.path"), Importing.class.getName(),
                String.valueOf(Integer.getInteger("records", 100_000)));
        command.environment().put("PASSERELLE_DATA", folder.resolve("data").toString());

        assertThat(command.inheritIO().start().waitFor(30, TimeUnit.MINUTES)).isTrue();
    }

    /** What runs in the other process: the product without Vaadin's development mode, which fills a small heap alone. */
    static class Importing {

        public static void main(String[] args) throws InterruptedException {
            int records = Integer.parseInt(args[0]);
            try (ConfigurableApplicationContext product = SpringApplication.run(PasserelleApplication.class,
                    "--spring.main.banner-mode=off", "--server.port=0", "--vaadin.productionMode=true", "--logging.level.root=warn")) {
                UUID branch = product.getBean(BranchRepository.class).save(new Branch("CEN", "Centre", null, null,
                        ZoneId.of("Europe/Paris"), null, null)).id();
                Semaphore told = told(product);
                System.gc();
                say("before: %d MB", used());
                for (String time : new String[] {"first", "second"}) {
                    long start = System.nanoTime();
                    ImportJob done = imported(product, told, records, branch);
                    say("%s time, %s: %d records in %d s, %s; most held after a collection: %d MB", time, done.status(),
                            done.read(), (System.nanoTime() - start) / 1_000_000_000, done.counts(), mostAfterCollection());
                    if (done.status() != Status.DONE) {
                        System.exit(1);
                    }
                }
                System.gc();
                say("after: %d MB", used());
            }
        }

        /** A permit for each thing that screens are told of the import, after its commit. */
        private static Semaphore told(ConfigurableApplicationContext product) {
            Semaphore told = new Semaphore(0);
            product.addApplicationListener(event -> {
                if (event instanceof PayloadApplicationEvent<?> published && published.getPayload() instanceof Topic topic
                        && topic.kind().equals("catalogue-import")) {
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            told.release();
                        }
                    });
                }
            });
            return told;
        }

        private static ImportJob imported(ConfigurableApplicationContext product, Semaphore told, int records, UUID branch)
                throws InterruptedException {
            CatalogueImports imports = product.getBean(CatalogueImports.class);
            SignedIn signedIn = product.getBean(SignedIn.class);
            CurrentUser manager = Imports.manager("Mme Diallo");
            UUID id = signedIn.runAs(manager, () -> {
                try {
                    UUID received = imports.receive("large.mrc", -1, new Made(records)).value();
                    return imports.start(received, MarcFormat.MARC21_UTF8, Imports.mapping(Map.of(), branch)).value();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            ImportJob job = signedIn.runAs(manager, () -> imports.job(id)).orElseThrow();
            while (job.status() == Status.RUNNING) {
                if (!told.tryAcquire(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the import tells nothing any more");
                }
                told.drainPermits();
                job = signedIn.runAs(manager, () -> imports.job(id)).orElseThrow();
            }
            return job;
        }

        private static long used() {
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        }

        private static long mostAfterCollection() {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                    .map(MemoryPoolMXBean::getCollectionUsage).mapToLong(usage -> usage.getUsed()).sum() >> 20;
        }

        private static void say(String sentence, Object... args) {
            System.out.println(sentence.formatted(args));
        }
    }

    /** A file that is made while it is read: records with an author, three subjects and two copies. */
    private static class Made extends InputStream {

        private final int records;
        private int number;
        private ByteArrayInputStream record = new ByteArrayInputStream(new byte[0]);

        Made(int records) {
            this.records = records;
        }

        @Override
        public int read() {
            goOn();
            return record.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            goOn();
            return record.read(into, from, length);
        }

        private void goOn() {
            if (record.available() == 0 && number < records) {
                number++;
                record = new ByteArrayInputStream(marc21("large-" + number, "Histoire de la maison numéro " + number)
                        .data("100", "1 ", "aAuteur " + number % 5_000 + ", Prénom")
                        .data("260", "  ", "bÉditeur " + number % 300, "c" + (1900 + number % 120))
                        .data("650", " 4", "aMaisons").data("650", " 4", "aVilles " + number % 700)
                        .data("650", " 4", "aHistoire locale").data("949", "  ", "aR " + number, "i7" + number, "mCEN")
                        .data("949", "  ", "aR " + number, "i8" + number, "mCEN").bytes());
            }
        }
    }
}
