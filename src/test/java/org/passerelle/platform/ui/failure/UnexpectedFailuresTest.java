package org.passerelle.platform.ui.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

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
}
