package org.passerelle.platform.ui.failure;

import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Requests for what no screen offers, which no browser of ours sends. They are no failure of the product: one line each,
 * from a source of their own, so that whoever sends thousands hides no failure.
 */
final class ForgedRequests {

    private static final Logger log = LoggerFactory.getLogger(ForgedRequests.class);

    /** Reads what browsers send, and answers it. */
    private static final String READER = "com.vaadin.flow.server.communication.";
    /** Works for it. Once anything else has been called, such as a field or a view, the failure is the product's. */
    private static final List<String> ITS_TOOLS = List.of("java.", "jdk.", "tools.jackson.", "com.vaadin.flow.internal.");

    private ForgedRequests() {
    }

    static boolean caused(Throwable failure) {
        return Arrays.stream(NestedExceptionUtils.getMostSpecificCause(failure).getStackTrace())
                .map(StackTraceElement::getClassName)
                .dropWhile(type -> ITS_TOOLS.stream().anyMatch(type::startsWith))
                .findFirst().filter(type -> type.startsWith(READER)).isPresent();
    }

    static void record(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        log.warn("a request asked for what no screen offers: {}: {}", cause.getClass().getSimpleName(), cause.getMessage());
    }
}
