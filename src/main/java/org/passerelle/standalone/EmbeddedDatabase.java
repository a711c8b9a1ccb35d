package org.passerelle.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's own binaries, run beside the product on one data folder. The folder has one owner at a time: an
 * operating-system lock, which the kernel releases when its holder dies, however it dies. A server that ends while its
 * owner lives is started again.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final Path folder;
    private final FileChannel lock;
    private final PostgresServer server;
    private final CountDownLatch closed = new CountDownLatch(1);

    EmbeddedDatabase(Path where) {
        folder = where.toAbsolutePath().normalize();
        lock = lock(folder);
        try {
            server = new PostgresServer(folder);
            if (server.process().isPresent()) {
                log.info("Ending the PostgreSQL server that an interrupted run left behind");
                server.stop();
            }
            server.forgetDeadProcess();
            log.info("No other database is chosen (spring.datasource.url): starting the product's own PostgreSQL on {}",
                    server.cluster());
            server.start();
            teachLetters();
            Thread.ofPlatform().daemon().name("postgresql-watch").start(this::startAgainWhenItEnds);
        } catch (IOException | RuntimeException e) {
            unlock();
            throw new DataFolderUnusable(folder, e);
        }
    }

    /** What stands in the way leaves a database that works as before, which is said again once it is in use. */
    private void teachLetters() throws IOException {
        try {
            new CharacterType(server.connection()).teach();
        } catch (SQLException e) {
            log.warn("The database could not be given a character type that knows every script; the next start tries again",
                    e);
        }
    }

    EmbeddedConnection connection() throws IOException {
        return server.connection();
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

    private void startAgainWhenItEnds() {
        long pause = 0;
        try {
            while (!closed.await(pause, TimeUnit.MILLISECONDS)) {
                try {
                    server.process().ifPresent(process -> process.onExit().join());
                    startAgain();
                    pause = 0;
                } catch (IOException e) {
                    log.error("PostgreSQL does not start again: {}", e.getMessage());
                    pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2 + 1000);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startAgain() throws IOException {
        if (closed.getCount() > 0) {
            log.error("PostgreSQL has ended by itself; starting it again");
            server.forgetDeadProcess();
            server.start();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed.countDown();
        if (server.process().isPresent()) {
            server.stop();
        }
        unlock();
    }
}
