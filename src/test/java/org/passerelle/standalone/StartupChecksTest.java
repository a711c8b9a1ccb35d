package org.passerelle.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.Import;
import org.springframework.mock.env.MockEnvironment;

/** What a start says at its beginning and at its end. */
@Isolated
@ExtendWith(OutputCaptureExtension.class)
class StartupChecksTest {

    /** A documentation address (RFC 5737): no machine has it. */
    private static final String NOT_OURS = "192.0.2.1";

    @SpringBootConfiguration
    @Import(StartupChecks.class)
    static class Start {
    }

    @Test
    void aTakenPortIsSaidInASentence(CapturedOutput said) throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> start("--server.port=" + taken.getLocalPort()))
                    .isInstanceOf(PortInUseException.class);

            assertThat(said).contains("Port " + taken.getLocalPort() + " was already in use.").doesNotContain("\tat ");
        }
    }

    @Test
    void aPortThatIsRefusedForAnotherReasonIsNotCalledTaken(CapturedOutput said) throws IOException {
        int free = freePort();

        assertThatThrownBy(() -> start("--server.port=" + free, "--server.address=" + NOT_OURS))
                .isInstanceOf(PortUnusable.class);

        assertThat(said).contains("Passerelle cannot listen on port " + free + ": Cannot assign requested address")
                .doesNotContain("in use").doesNotContain("\tat ");
    }

    @Test
    void aPortThatCannotBeIsSaidToo(CapturedOutput said) {
        assertThatThrownBy(() -> start("--server.port=70000")).isInstanceOf(PortUnusable.class);

        assertThat(said).contains("Passerelle cannot listen on port 70000: ").doesNotContain("\tat ");
    }

    @Test
    void theLastLineOfAStartTellsTheAddressToOpen(CapturedOutput said) {
        MockEnvironment settings = new MockEnvironment().withProperty("local.server.port", "8123");

        new StartReport(settings, new DefaultListableBeanFactory().getBeanProvider(EmbeddedDatabase.class)).ready();

        assertThat(said).contains("Passerelle is ready: http://localhost:8123/ – data in the configured database");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, localhost", "0.0.0.0, localhost", "192.0.2.7, 192.0.2.7", "2001:db8::7, [2001:db8:0:0:0:0:0:7]"})
    void theLastLineNamesTheOneAddressThatAnswers(String listensTo, String told, CapturedOutput said) {
        MockEnvironment settings = new MockEnvironment().withProperty("local.server.port", "8123")
                .withProperty("server.address", listensTo);
        settings.setConversionService(new ApplicationConversionService());

        new StartReport(settings, new DefaultListableBeanFactory().getBeanProvider(EmbeddedDatabase.class)).ready();

        assertThat(said).contains("Passerelle is ready: http://" + told + ":8123/");
    }

    private static void start(String... settings) {
        new SpringApplicationBuilder(Start.class).run(settings).close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
