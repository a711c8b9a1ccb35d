package org.passerelle.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.passerelle.PasserelleApplication;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Statements.Watcher;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The product in a process of its own, ended as by {@code kill -9} where it stands still. */
public final class KilledProduct {

    private static final String HALTED = "halted";
    private static final String FOUND = "found ";
    private static final AtomicInteger STARTS = new AtomicInteger();

    private KilledProduct() {
    }

    /**
     * Started on the next of the {@link Today#ODD_DAYS}, for what is found must not depend on the day: a test that starts it four
     * times has seen them all.
     *
     * @param victim its {@code main} lets it {@link #live}; its argument is the point
     * @param killed whether it is to stand still, and be killed, rather than to end
     * @return what it {@link #found}
     */
    public static List<String> run(Path folder, Class<?> victim, String point, boolean killed)
            throws IOException, InterruptedException {
        Instant today = Today.ODD_DAYS.get(STARTS.getAndIncrement() % Today.ODD_DAYS.size());
        Map<String, String> environment = Map.of("PASSERELLE_DATA", folder.resolve("data").toString(),
                "SERVER_PORT", String.valueOf(freePort()));
        try (OtherProcess product = new OtherProcess(victim, today, folder.resolve(point + ".log"), environment, point)) {
            List<String> found = new ArrayList<>();
            Optional<String> line = product.nextLine();
            for (; line.isPresent() && !line.get().equals(HALTED); line = product.nextLine()) {
                line.filter(said -> said.startsWith(FOUND)).ifPresent(said -> found.add(said.substring(FOUND.length())));
            }
            if (line.isEmpty()) {
                product.assertEndedWell();
            }
            assertThat(line.isPresent()).as("halted at %s; %s", point, product.complaints()).isEqualTo(killed);
            return found;
        }
    }

    /**
     * For the other process: the product, with the beans by which tests speak to it, its life, and its end. Whatever
     * fails ends the process at once, which tells why: no thread keeps it alive.
     *
     * @param now what the product's clock says from before its first job on
     */
    public static void live(Instant now, Life life, String... arguments) {
        Today.believe();
        List<String> all = new ArrayList<>(List.of("--spring.main.banner-mode=off", "--logging.level.root=warn"));
        all.addAll(List.of(arguments));
        SpringApplication application = new SpringApplication(PasserelleApplication.class, Words.class);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof AppClock clock) {
                    clock.setTo(now);
                }
                return bean;
            }
        }));
        try (ConfigurableApplicationContext product = application.run(all.toArray(String[]::new))) {
            life.of(product);
        } catch (Exception | Error failure) {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(0);
    }

    /** What happens to the product in the other process. */
    @FunctionalInterface
    public interface Life {

        void of(ConfigurableApplicationContext product) throws Exception;
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
            Thread.sleep(Patience.LIMIT);
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
