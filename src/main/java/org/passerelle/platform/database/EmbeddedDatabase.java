package org.passerelle.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's own binaries, run beside the product on one data folder. The folder has one owner at a time: an
 * operating-system lock, which the kernel releases when its holder dies, however it dies.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final Path folder;
    private final FileChannel lock;
    private final EmbeddedPostgres postgres;

    EmbeddedDatabase(Path where) {
        folder = where.toAbsolutePath().normalize();
        lock = lock(folder);
        try {
            Path cluster = folder.resolve("postgresql");
            endOrphan(cluster);
            log.info("Starting PostgreSQL on {}", cluster);
            postgres = start(cluster);
        } catch (IOException | RuntimeException e) {
            unlock();
            throw new DataFolderUnusable(folder, e);
        }
    }

    private static EmbeddedPostgres start(Path cluster) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setLocaleConfig("encoding", "UTF8")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    EmbeddedConnection connection() {
        return new EmbeddedConnection(postgres);
    }

    Path folder() {
        return folder;
    }

    /** The kernel ends the lock with the channel, and with the process. */
    private static FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(folder.resolve("passerelle.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new DataFolderInUse(folder);
            }
            return channel;
        } catch (IOException e) {
            throw new DataFolderUnusable(folder, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private void unlock() {
        try {
            lock.close();
        } catch (IOException e) {
            log.warn("the lock of {} stays until this process ends", folder, e);
        }
    }

    /** After a kill the database server outlives the product; only the lock's holder may end it, and only ours. */
    private static void endOrphan(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> server = pid(pidFile).flatMap(ProcessHandle::of).filter(p -> isOurs(p, cluster));
        if (server.isEmpty()) {
            // The pid may by now be another program's, which would make the server refuse to start.
            Files.delete(pidFile);
            return;
        }
        log.info("Ending the PostgreSQL server that an interrupted run left behind");
        // Its clients are dead, so that it has nobody to wait for.
        server.get().destroy();
        try {
            server.get().onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the PostgreSQL server of an earlier run ended", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the PostgreSQL server of an interrupted run does not end", e);
        }
    }

    /** The file's first line; a machine that lost its power may have left anything in it. */
    private static Optional<Long> pid(Path pidFile) throws IOException {
        String first = new String(Files.readAllBytes(pidFile), StandardCharsets.ISO_8859_1).lines().findFirst()
                .orElse("").trim();
        return first.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(first)) : Optional.empty();
    }

    private static boolean isOurs(ProcessHandle process, Path cluster) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(cluster.toString());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        unlock();
    }
}
