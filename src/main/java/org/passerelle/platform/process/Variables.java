package org.passerelle.platform.process;

import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Typed variables on their way to the engine. */
public final class Variables {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Variables() {
    }

    public static Variables none() {
        return new Variables();
    }

    public static <T> Variables of(Variable<T> variable, T value) {
        return none().with(variable, value);
    }

    public <T> Variables with(Variable<T> variable, T value) {
        values.put(variable.name(), value instanceof UUID account ? account.toString() : value);
        return this;
    }

    public Variables with(Variable<Date> variable, Instant instant) {
        values.put(variable.name(), instant == null ? null : Date.from(instant));
        return this;
    }

    Map<String, Object> asMap() {
        return Collections.unmodifiableMap(values);
    }
}
