package org.passerelle.platform.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message of an entry, which may hold what a visitor sent: {@code %m} in the pattern. */
public final class OneLineMessage extends ClassicConverter {

    /** Tells in a paragraph why the product does not start, before anybody can send anything. */
    private static final String START_FAILURE = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    @Override
    public String convert(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        return START_FAILURE.equals(event.getLoggerName()) ? message : OneLine.of(message, OneLine.longest(event));
    }
}
