package org.passerelle.platform.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * The trace of an entry: {@code %trace} in the pattern, with how many calls of each exception to tell. The first of a kind
 * in each minute are written whole; further ones, which tell nothing new, are named at the end of their line.
 */
public final class RationedTrace extends ThrowableProxyConverter {

    static final int OF_A_KIND = 3;
    static final int IN_ALL = 20;

    private final Ration ration = new Ration(100);

    @Override
    public String convert(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown == null) {
            return "";
        }
        Ration.Count count = ration.count(kind(event.getLoggerName(), thrown), event.getTimeStamp());
        if (count.same() > OF_A_KIND || count.all() > IN_ALL) {
            return " – " + OneLine.of(thrown.getClassName() + ": " + thrown.getMessage(), OneLine.longest(event));
        }
        return System.lineSeparator() + throwableProxyToString(new OneLineThrown(thrown, OneLine.longest(event))).stripTrailing();
    }

    private static String kind(String logger, IThrowableProxy thrown) {
        IThrowableProxy first = thrown;
        for (int depth = 0; first.getCause() != null && depth < 20; depth++) {
            first = first.getCause();
        }
        StackTraceElementProxy[] calls = first.getStackTraceElementProxyArray();
        return logger + first.getClassName() + (calls == null || calls.length == 0 ? "" : calls[0]);
    }

    /**
     * Says the same, each message on one line.
     *
     * @param longest in characters
     */
    private record OneLineThrown(IThrowableProxy of, int longest) implements IThrowableProxy {

        private IThrowableProxy wrapped(IThrowableProxy thrown) {
            return thrown == null ? null : new OneLineThrown(thrown, longest);
        }

        @Override
        public String getMessage() {
            return OneLine.of(of.getMessage(), longest);
        }

        @Override
        public String getOverridingMessage() {
            return OneLine.of(of.getOverridingMessage(), longest);
        }

        @Override
        public String getClassName() {
            return of.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return of.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return of.getCommonFrames();
        }

        @Override
        public IThrowableProxy getCause() {
            return wrapped(of.getCause());
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            IThrowableProxy[] suppressed = of.getSuppressed();
            if (suppressed == null) {
                return null;
            }
            IThrowableProxy[] wrapped = new IThrowableProxy[suppressed.length];
            for (int i = 0; i < suppressed.length; i++) {
                wrapped[i] = wrapped(suppressed[i]);
            }
            return wrapped;
        }

        @Override
        public boolean isCyclic() {
            return of.isCyclic();
        }
    }
}
