package org.passerelle.platform.ui;

import com.vaadin.flow.component.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Keys that lead to a part of the frame from wherever one is. A key pressed alone means nothing in a field, in a dialog, or
 * where the page itself has it; somebody who speaks to the computer can turn such keys off (WCAG 2.1.4), and the browser
 * keeps that.
 */
public final class FrameKeys {

    /** Whether single keys are turned off, in the browser. */
    public static final String OFF = "window.passerelleKeys?.off()";

    private static final String SCRIPT = script(FrameKeys.class, "frame-keys.js");

    private FrameKeys() {
    }

    /**
     * The browser tells that part {@code frame-key} when one of the keys is pressed.
     *
     * @param alone   a key by itself
     * @param control a letter with Ctrl or Cmd, which works in fields too, or nothing
     */
    public static void lead(Component part, String alone, String control) {
        part.addAttachListener(attached -> part.getElement().executeJs(SCRIPT, alone, control));
    }

    /** What a component does in the browser: a script that stands beside its class. */
    public static String script(Class<?> of, String name) {
        try (InputStream script = of.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
