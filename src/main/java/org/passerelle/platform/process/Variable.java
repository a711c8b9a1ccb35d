package org.passerelle.platform.process;

import java.util.Date;

/**
 * A process variable, declared once: an id, an instant or a routing flag, never an entity nor personal content.
 *
 * @param <T> of its values
 */
public record Variable<T>(String name) {

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name);
    }

    public static Variable<String> text(String name) {
        return new Variable<>(name);
    }

    /** An instant a timer waits for, kept as the engine's date type. */
    public static Variable<Date> instant(String name) {
        return new Variable<>(name);
    }
}
