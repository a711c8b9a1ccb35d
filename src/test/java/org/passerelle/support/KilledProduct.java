package org.passerelle.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.passerelle.PasserelleApplication;
import org.passerelle.support.Statements.Watcher;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The product in a process of its own, ended as by {@code kill -9} where it stands still. */
public final class KilledProduct {

    private static final String HALTED = "halted";
    private static final String FOUND = "found ";

    private KilledProduct() {
    }

    /**
     * @param victim its {@code main} starts the product; its argument is the point
     * @param killed whether it is to stand still, and be killed, rather than to end
     * @return what it {@link #found}
     */
    public static List<String> run(Path folder, Class<?> victim, String point, boolean killed)
            throws IOException, InterruptedException {
        Path errors = folder.resolve(point + ".log");
        ProcessBuilder command = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-Duser.timezone=UTC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp",
                System.getProperty("java.class.path"), victim.getName(), point);
        command.environment().put("PASSERELLE_DATA", folder.resolve("data").toString());
        command.environment().put("SERVER_PORT", String.valueOf(freePort()));
        Process product = command.redirectError(errors.toFile()).start();
        try {
            List<String> found = new ArrayList<>();
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(product.getInputStream(), StandardCharsets.UTF_8));
            String line = lines.readLine();
            for (; line != null && !line.equals(HALTED); line = lines.readLine()) {
                if (line.startsWith(FOUND)) {
                    found.add(line.substring(FOUND.length()));
                }
            }
            assertThat(line != null).as("halted at %s; %s", point, Files.readString(errors)).isEqualTo(killed);
            return found;
        } finally {
            product.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }

    /** For the other process: the product, with the beans by which tests speak to it. */
    public static ConfigurableApplicationContext start(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--spring.main.banner-mode=off", "--logging.level.root=warn"));
        all.addAll(List.of(arguments));
        return new SpringApplication(PasserelleApplication.class, Words.class).run(all.toArray(String[]::new));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** For the other process: tells the test something. */
    public static void found(String what) {
        System.out.println(FOUND + what);
    }

    /** For the other process: says so and stands still, inside the transaction, until it is killed. */
    public static void halt() throws SQLException {
        System.out.println(HALTED);
        try {
            Thread.sleep(TimeUnit.MINUTES.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new SQLException("nobody killed this process");
    }

    /** For the other process: stands still once something is committed. */
    public static Watcher haltAfterCommit() {
        return new Watcher() {
            @Override
            public void before(String sql) {
                // It is after the commit that the product is killed.
            }

            @Override
            public void after(String sql) throws SQLException {
                if (sql.equals(COMMIT)) {
                    halt();
                }
            }
        };
    }
}
