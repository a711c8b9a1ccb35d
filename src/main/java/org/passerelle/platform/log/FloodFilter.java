package org.passerelle.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Marker;

/**
 * Leaves out what one source warns of too often within a minute, and says so once: a visitor can make the same warning
 * come thousands of times. Each logger is a source, so that none drowns another.
 */
public final class FloodFilter extends TurboFilter {

    static final int LINES = 60;

    private final Ration ration = new Ration(10_000);
    private final LongSupplier milliseconds;

    public FloodFilter() {
        this(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }

    FloodFilter(LongSupplier milliseconds) {
        this.milliseconds = milliseconds;
    }

    @Override
    public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params, Throwable thrown) {
        // Without a format somebody only asks whether the level is heard.
        if (format == null || !level.isGreaterOrEqual(Level.WARN) || !level.isGreaterOrEqual(logger.getEffectiveLevel())
                || logger.getName().equals(FloodFilter.class.getName())) {
            return FilterReply.NEUTRAL;
        }
        int lines = ration.count(logger.getName(), milliseconds.getAsLong()).same();
        if (lines == LINES + 1) {
            logger.getLoggerContext().getLogger(FloodFilter.class)
                    .warn("{} warned {} times within a minute: the rest of that minute is left out", logger.getName(), LINES);
        }
        return lines > LINES ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
