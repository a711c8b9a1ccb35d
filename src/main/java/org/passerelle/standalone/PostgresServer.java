package org.passerelle.standalone;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server on one cluster: made when there is none, started, stopped. Each of these waits as long as the
 * server needs and says so; an {@link IOException} holds the server's own reason.
 */
final class PostgresServer {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

    /** After a kill the server first repeats what it had not written out: minutes on a busy disk. */
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int TOLD_EVERY_SECONDS = 10;
    private static final Pattern REASON = Pattern.compile("(?:FATAL|PANIC|DETAIL|error):\\s+(.+)");

    private final PostgresPrograms programs;
    private final Path cluster;
    private final Path words;
    private final ClusterPassword password;
    private final int port;

    /** @param folder holds the cluster and what the server says */
    PostgresServer(Path folder) throws IOException {
        programs = PostgresPrograms.in(folder);
        cluster = folder.resolve("postgresql");
        words = folder.resolve("postgresql.log");
        password = new ClusterPassword(cluster);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    Path cluster() {
        return cluster;
    }

    EmbeddedConnection connection() throws IOException {
        return new EmbeddedConnection(port, password.read());
    }

    void start() throws IOException {
        if (Files.exists(words)) {
            Files.move(words, words.resolveSibling("postgresql.before.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!isMade()) {
            make();
        }
        if (!password.isSet()) {
            setPassword();
        }
        // What a statement held when it failed is nobody's business in a log: the server writes only its own matters.
        run("starting", "pg_ctl", "-D", cluster.toString(), "-l", words.toString(), "-w", "-t", patience(),
                "-o", "-p " + port + " -c listen_addresses=localhost -c unix_socket_directories= -c timezone=UTC"
                        + " -c max_connections=100 -c log_min_messages=log",
                "start");
    }

    /** Its clients are cut off, what was committed stays. */
    void stop() throws IOException {
        run("stopping", "pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "-t", patience(), "stop");
    }

    /** The process that serves this cluster, if one runs. */
    Optional<ProcessHandle> process() throws IOException {
        Path pidFile = pidFile();
        return Files.exists(pidFile) ? pid(pidFile).flatMap(ProcessHandle::of).filter(this::serves) : Optional.empty();
    }

    /** The pid of a server that is no more may by now be another program's, which would keep a new one from starting. */
    void forgetDeadProcess() throws IOException {
        if (process().isEmpty()) {
            Files.deleteIfExists(pidFile());
        }
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }

    private boolean isMade() throws IOException {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return true;
        }
        if (Files.isDirectory(cluster)) {
            try (DirectoryStream<Path> content = Files.newDirectoryStream(cluster)) {
                if (content.iterator().hasNext()) {
                    throw new IOException("its folder “postgresql” holds something else than a database");
                }
            }
        }
        return false;
    }

    /** Made under another name: what an interrupted start leaves is no cluster, and is made anew. */
    private void make() throws IOException {
        Path part = cluster.resolveSibling("postgresql.part");
        FileSystemUtils.deleteRecursively(part);
        // With the locale that every machine has; see CharacterType.
        run("making its database", "initdb", "-A", "reject", "-U", EmbeddedConnection.OWNER, "-E", "UTF8",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "-D", part.toString());
        Files.deleteIfExists(cluster);
        Files.move(part, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Told to the server's program while it serves nobody: that needs no earlier password, and whatever interrupts it is
     * made good by the next start. So are the folders of earlier versions, which let everybody in.
     */
    private void setPassword() throws IOException {
        String invented = ClusterPassword.invent();
        // Where it fails, its words must not hold the password.
        tell("learning its password", "alter role " + EmbeddedConnection.OWNER + " password '" + invented + "'\n",
                "postgres", "--single", "-D", cluster.toString(), "-c", "exit_on_error=on",
                "-c", "password_encryption=scram-sha-256", "-c", "log_min_error_statement=panic", "postgres");
        password.require(invented);
    }

    private void run(String what, String program, String... arguments) throws IOException {
        tell(what, "", program, arguments);
    }

    /** @param told to that program's standard input */
    private void tell(String what, String told, String program, String... arguments) throws IOException {
        List<String> command = programs.command(program);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(words.toFile()));
        // The data sort alike on every machine, even on one whose own language is badly set.
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try (Writer input = process.outputWriter(StandardCharsets.US_ASCII)) {
            input.write(told);
        } catch (IOException ended) {
            log.debug("{} ended before it was told anything", program, ended);
        }
        try {
            for (int waited = 0; !process.waitFor(TOLD_EVERY_SECONDS, TimeUnit.SECONDS); ) {
                waited += TOLD_EVERY_SECONDS;
                log.info("PostgreSQL is still {}, since {} seconds", what, waited);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was " + what, e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(reason());
        }
    }

    private String reason() throws IOException {
        String said = Files.readString(words, StandardCharsets.UTF_8).lines().map(REASON::matcher).filter(Matcher::find)
                .map(line -> line.group(1)).collect(Collectors.joining(" – "));
        return "PostgreSQL says: " + (said.isEmpty() ? "see " + words : said);
    }

    private static String patience() {
        return String.valueOf(PATIENCE.toSeconds());
    }

    /** The file's first line; a machine that lost its power may have left anything in it. */
    private static Optional<Long> pid(Path pidFile) throws IOException {
        String first = new String(Files.readAllBytes(pidFile), StandardCharsets.ISO_8859_1).lines().findFirst()
                .orElse("").trim();
        return first.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(first)) : Optional.empty();
    }

    private boolean serves(ProcessHandle process) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(cluster.toString());
    }
}
