package org.passerelle.platform.process;

/** A process variable, declared once: an id, an instant or a routing flag, never an entity nor personal content. */
public record Variable<T>(String name, Class<T> type) {

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class);
    }

    public static Variable<String> text(String name) {
        return new Variable<>(name, String.class);
    }

    public static Variable<Integer> number(String name) {
        return new Variable<>(name, Integer.class);
    }

    /** An instant a timer waits for, kept as the engine's date type. */
    public static Variable<java.util.Date> instant(String name) {
        return new Variable<>(name, java.util.Date.class);
    }
}
