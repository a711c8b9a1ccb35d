package org.passerelle.platform.process;

import java.util.Date;
import java.util.UUID;

/**
 * A process variable, declared once: an id, an instant or a routing flag, never an entity nor personal content.
 *
 * @param type of its values
 */
public record Variable<T>(String name, Class<T> type) {

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class);
    }

    public static Variable<String> text(String name) {
        return new Variable<>(name, String.class);
    }

    /** The id of one person's account: what a task may name. Kept as text. */
    public static Variable<UUID> person(String name) {
        return new Variable<>(name, UUID.class);
    }

    /** An instant a timer waits for, kept as the engine's date type. */
    public static Variable<Date> instant(String name) {
        return new Variable<>(name, Date.class);
    }
}
