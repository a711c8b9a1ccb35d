package org.passerelle.platform;

import java.util.function.Function;

/**
 * What came of a gesture that may be refused. A refusal is an ordinary answer, shown where the person acted;
 * exceptions are kept for bugs and incidents.
 */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {
    }

    /** @param args what the message of {@link Refusal#messageKey()} names, in its order */
    record Refused<T>(Refusal reason, Object... args) implements Outcome<T> {
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static Outcome<Void> done() {
        return new Done<>(null);
    }

    static <T> Outcome<T> refused(Refusal reason, Object... args) {
        return new Refused<>(reason, args);
    }

    default boolean isDone() {
        return this instanceof Done;
    }

    /** The refusal, or null when the gesture was done. */
    default Refusal refusal() {
        return this instanceof Refused<T> refused ? refused.reason() : null;
    }

    /** The value of a gesture that is known to be done; anything else is a bug of the caller. */
    default T value() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException("refused: " + refusal());
    }

    default <R> Outcome<R> map(Function<T, R> mapper) {
        return switch (this) {
            case Done<T> done -> new Done<>(mapper.apply(done.value()));
            case Refused<T> refused -> new Refused<>(refused.reason(), refused.args());
        };
    }
}
