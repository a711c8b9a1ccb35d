package org.passerelle.support;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.junit.jupiter.api.extension.Extension;

/**
 * The instant at which this Java process believes it was started: the one that {@code -Dpasserelle.today} names, or the
 * machine's. Time passes from there on. The suite believes it is always the same day (see the build's {@code today}), so
 * that no test depends on the day it runs on; {@code mvn verify -Dtoday=2027-03-28T00:30:00Z} runs it on another one.
 */
public final class Today implements Extension {

    static final String PROPERTY = "passerelle.today";
    /** Read by the code that is put into the clocks themselves. */
    private static final String AHEAD = "passerelle.today.ahead";

    /** Days on which clocks, calendars and due dates have gone wrong: products that are killed are started on them. */
    static final List<Instant> ODD_DAYS = List.of(
            Instant.parse("2027-03-01T08:00:00Z"),
            // An hour before the clocks of Paris are put forward.
            Instant.parse("2027-03-28T00:00:00Z"),
            // Ten minutes before the new year in Paris.
            Instant.parse("2026-12-31T22:50:00Z"),
            Instant.parse("2031-11-29T12:00:00Z"));

    /** Found by JUnit before the first test class. */
    public Today() {
        believe();
    }

    /** Puts the clocks of this process, once. */
    static synchronized void believe() {
        String today = System.getProperty(PROPERTY, "");
        if (today.isBlank() || System.getProperty(AHEAD) != null) {
            return;
        }
        System.setProperty(AHEAD, String.valueOf(Duration.between(Instant.now(), Instant.parse(today)).toMillis()));
        Instrumentation process = ByteBuddyAgent.install();
        displace(process, Clock.class, Advice.to(OfInstants.class).on(named("currentInstant")));
        displace(process, Date.class, Advice.to(OfDates.class).on(isConstructor().and(takesNoArguments())));
        // The engine asks this one.
        displace(process, classNamed("org.joda.time.DateTimeUtils$SystemMillisProvider"),
                Advice.to(OfMillis.class).on(named("getMillis")));
    }

    private static void displace(Instrumentation process, Class<?> type, AsmVisitorWrapper later) {
        try {
            process.redefineClasses(new ClassDefinition(type, new ByteBuddy().decorate(type).visit(later).make().getBytes()));
        } catch (ClassNotFoundException | UnmodifiableClassException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> classNamed(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the clocks that the product and its libraries ask say now. */
    public static List<Instant> clocks() {
        return List.of(Instant.now(), new Date().toInstant());
    }

    /** Copied into the method it is named for, like its siblings: it can use nothing that is not Java's own. */
    private static final class OfInstants {

        @Advice.OnMethodExit
        static void displace(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Instant now) {
            now = now.plusMillis(Long.getLong("passerelle.today.ahead"));
        }
    }

    private static final class OfDates {

        @Advice.OnMethodExit
        static void displace(@Advice.This Date now) {
            now.setTime(now.getTime() + Long.getLong("passerelle.today.ahead"));
        }
    }

    private static final class OfMillis {

        @Advice.OnMethodExit
        static void displace(@Advice.Return(readOnly = false) long now) {
            now += Long.getLong("passerelle.today.ahead");
        }
    }
}
