package org.passerelle.platform.ui.failure;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.vaadin.flow.server.ErrorEvent;
import java.io.IOException;
import java.util.Arrays;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Isolated
@ExtendWith(OutputCaptureExtension.class)
class UnexpectedFailuresTest {

    private final UnexpectedFailures failures = new UnexpectedFailures();

    @Test
    void aBrowserThatLeavesBeforeItsAnswerIsNoIncident(CapturedOutput log) {
        failures.error(new ErrorEvent(new ClientAbortException(new IOException("Broken pipe"))));

        assertThat(log).doesNotContain("unexpected failure", "Broken pipe");
    }

    @Test
    void whatNobodyExpectedIsInTheLogWithItsCause(CapturedOutput log) {
        failures.error(new ErrorEvent(new IllegalStateException("the shelf is gone")));

        assertThat(log).contains("unexpected failure", "the shelf is gone");
    }

    @Test
    void aForgedRequestIsOneLineInTheLog(CapturedOutput log) {
        failures.error(new ErrorEvent(thrownIn("Faulty method invocation", "java.util.stream.Stream",
                "com.vaadin.flow.internal.JacksonCodec",
                "com.vaadin.flow.server.communication.rpc.PublishedServerEventHandlerRpcHandler")));

        assertThat(log.getOut().lines()).filteredOn(line -> line.contains("Faulty method invocation")).hasSize(1);
        assertThat(log).doesNotContain("unexpected failure", "\tat ");
    }

    @Test
    void aViewThatFailsAtWhatABrowserSentIsAFailureOfTheProduct() {
        // How many traces the log has room for in a minute is no matter here.
        Logger logger = (Logger) LoggerFactory.getLogger(UnexpectedFailures.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.addAppender(heard);
        failures.error(new ErrorEvent(thrownIn("no such shelf", "java.util.Optional",
                "org.passerelle.catalogue.ui.TitleView", "com.vaadin.flow.component.ComponentEventBus",
                "com.vaadin.flow.server.communication.rpc.EventRpcHandler")));

        logger.detachAppender(heard);
        assertThat(heard.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage()).startsWith("unexpected failure");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("no such shelf");
            assertThat(event.getThrowableProxy().getStackTraceElementProxyArray())
                    .anyMatch(call -> call.getSTEAsString().startsWith("at org.passerelle.catalogue.ui.TitleView"));
        });
    }

    private static RuntimeException thrownIn(String message, String... calls) {
        RuntimeException failure = new IllegalStateException(message);
        failure.setStackTrace(Arrays.stream(calls).map(type -> new StackTraceElement(type, "call", null, 1))
                .toArray(StackTraceElement[]::new));
        return failure;
    }
}
