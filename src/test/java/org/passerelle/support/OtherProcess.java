package org.passerelle.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A Java process of its own on this suite's classes, which nobody waits for without a limit. */
public final class OtherProcess implements AutoCloseable {

    private static final String END = new String("its end");

    private final Process process;
    private final Path log;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    /**
     * @param today when it believes to be started
     * @param log   where its complaints go
     */
    public OtherProcess(Class<?> main, Instant today, Path log, Map<String, String> environment, String... arguments)
            throws IOException {
        this.log = log;
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "-Duser.timezone=UTC", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms500m", "-Xshare:auto", "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true", "-D" + Today.PROPERTY + "=" + today,
                "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(Map.of("PASSERELLE_SECRETS_KEYSET", "target/keyset-others.json",
                "PASSERELLE_SECRETS_MAKE", "true"));
        builder.environment().putAll(environment);
        process = builder.start();
        Thread.ofPlatform().daemon().start(this::listen);
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException killed) {
            // What it had said by then is what counts.
        }
        said.add(END);
    }

    /** @return its next line, or empty once it has ended */
    public Optional<String> nextLine() {
        try {
            String line = said.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(line).as(() -> "silent for " + Patience.LIMIT + "; " + complaints()).isNotNull();
            return line == END ? Optional.empty() : Optional.of(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** @throws AssertionError when it ends, or is silent, before it says this */
    public void awaitLine(String awaited) {
        Optional<String> line = nextLine();
        while (line.isPresent() && !line.get().equals(awaited)) {
            line = nextLine();
        }
        assertThat(line).as(this::complaints).contains(awaited);
    }

    /** What it was unhappy with. */
    public String complaints() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError when it failed, or does not end */
    public void assertEndedWell() throws InterruptedException {
        assertThat(process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).as(this::complaints).isTrue();
        assertThat(process.exitValue()).as(this::complaints).isZero();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as by {@code kill -9}. */
    @Override
    public void close() throws InterruptedException {
        assertThat(process.destroyForcibly().waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
