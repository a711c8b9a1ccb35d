package org.passerelle.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's own binaries, run beside the product on one data folder. The folder has one owner at a time: an
 * operating-system lock, which the kernel releases when its holder dies, however it dies.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final FileChannel channel;
    private final FileLock lock;
    private final EmbeddedPostgres postgres;

    EmbeddedDatabase(Path folder) {
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve("passerelle.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            lock = lock(folder);
            Path cluster = folder.resolve("postgresql").toAbsolutePath();
            endOrphan(cluster);
            log.info("Starting PostgreSQL on {}", cluster);
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setLocaleConfig("encoding", "UTF8")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new DataFolderUnusable(folder, e);
        }
    }

    String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    private FileLock lock(Path folder) throws IOException {
        FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            held = null;
        }
        if (held == null) {
            channel.close();
            throw new DataFolderInUse(folder);
        }
        return held;
    }

    /** After a kill the database server outlives the product; only the lock's holder may end it, and only ours. */
    private static void endOrphan(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> server = lines.isEmpty() ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().trim())).filter(p -> isOurs(p, cluster));
        if (server.isEmpty()) {
            // The pid may by now be another program's, which would make the server refuse to start.
            Files.delete(pidFile);
            return;
        }
        log.info("Ending the PostgreSQL server that an interrupted run left behind");
        new ProcessBuilder("kill", "-INT", String.valueOf(server.get().pid())).start();
        try {
            server.get().onExit().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IOException("the PostgreSQL server of an interrupted run does not end", e);
        }
    }

    private static boolean isOurs(ProcessHandle process, Path cluster) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(cluster.toString());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.release();
        channel.close();
    }
}
