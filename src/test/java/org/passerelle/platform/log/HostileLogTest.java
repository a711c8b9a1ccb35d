package org.passerelle.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.support.Patience;
import org.slf4j.Logger;

/** What visitors choose, in a log file written as the product writes it. */
class HostileLogTest {

    private static final String FORGED = "2026-11-24T12:00:00.000Z  INFO 1 --- [main] SignIn : admin signed in";

    private static final String VISITOR = "http-nio-8080-exec-1";

    @TempDir
    Path folder;
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void aLogOfItsOwn() throws JoranException {
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("LOG_FILE", folder.resolve("passerelle.log").toString());
        // Only the file is looked at.
        context.putProperty("CONSOLE_LOG_THRESHOLD", "OFF");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(HostileLogTest.class.getResource("/logback-spring.xml"));
    }

    @AfterEach
    void close() {
        context.stop();
    }

    @Test
    void noLineBreakOfAVisitorBeginsALine() throws IOException {
        log("desk").warn("no such method: {}", "a\r\n" + FORGED);
        log("desk").error("failed", new IllegalStateException("x\n" + FORGED, new RuntimeException("y\r" + FORGED)));

        assertThat(written()).noneMatch(line -> line.startsWith("2026-11-24T12"));
        assertThat(written()).anyMatch(line -> line.contains("no such method: a\\r\\n" + FORGED));
        assertThat(written()).anyMatch(line -> line.contains("IllegalStateException: x\\n" + FORGED));
    }

    @Test
    void whatColoursATerminalOrTurnsTheWritingIsWrittenOut() throws IOException {
        log("desk").warn("\u001b[2J \u202e \u2028 \u0000 “Été” 日本");

        assertThat(written().getFirst()).contains("\\u001b[2J \\u202e \\u2028 \\u0000 “Été” 日本");
    }

    @Test
    void aLongTextIsCut() throws Exception {
        on(VISITOR, () -> {
            log("desk").warn("x".repeat(1_000_000));
            log("desk").warn("failed", new IllegalStateException("y".repeat(1_000_000)));
        });

        assertThat(size()).isLessThan(20_000);
    }

    @Test
    void whatStopsTheStartIsToldWholeOnItsLine() throws Exception {
        on("main", () -> {
            log("start").error("validation failed\n" + "x".repeat(9_000) + " the end");
            log("start").error("failed", new IllegalStateException("y".repeat(9_000) + "\n the end"));
            log("start").error("z".repeat(1_000_000));
        });

        assertThat(written()).anyMatch(line -> line.contains("failed\\nxx") && line.endsWith("x the end"));
        assertThat(written()).anyMatch(line -> line.endsWith("y\\n the end"));
        assertThat(size()).isLessThan(60_000);
    }

    @Test
    void whatTheBuildOfTheFrontEndTellsIsWholeWhereverItRuns() throws Exception {
        on(VISITOR, () -> log("com.vaadin.flow.server.frontend.BundleUtils").error("x".repeat(9_000) + " the end"));

        assertThat(written()).anyMatch(line -> line.endsWith("x the end"));
    }

    private static void on(String thread, Runnable work) throws InterruptedException {
        assertThat(Thread.ofPlatform().name(thread).start(work).join(Patience.LIMIT)).isTrue();
    }

    @Test
    void theSameFailureAThousandTimesIsTracedAFewTimesAndThenOneLineEach() throws IOException {
        for (int i = 0; i < 50; i++) {
            log("desk").error("failed {}", i, new IllegalStateException("again"));
        }

        assertThat(written()).filteredOn(line -> line.startsWith("\tat ")).isNotEmpty();
        assertThat(written()).filteredOn(line -> line.startsWith("java.lang.IllegalStateException: again"))
                .hasSize(RationedTrace.OF_A_KIND);
        assertThat(written()).filteredOn(line -> line.endsWith(" – java.lang.IllegalStateException: again"))
                .hasSize(50 - RationedTrace.OF_A_KIND);
    }

    @Test
    void aFloodOfWarningsIsLeftOutAndSaysSoWhileOthersAreHeard() throws IOException {
        for (int i = 0; i < 5_000; i++) {
            log("flooded").error("no such method");
        }
        log("desk").warn("the shelf is gone");

        assertThat(written()).filteredOn(line -> line.endsWith("no such method")).hasSize(FloodFilter.LINES);
        assertThat(written()).filteredOn(line -> line.contains("flooded warned 60 times within a minute")).hasSize(1);
        assertThat(written()).anyMatch(line -> line.endsWith("the shelf is gone"));
    }

    private Logger log(String name) {
        return context.getLogger(name);
    }

    private List<String> written() throws IOException {
        return Files.readAllLines(folder.resolve("passerelle.log"));
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("passerelle.log"));
    }
}
