package org.passerelle.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import org.passerelle.platform.ui.FrameKeys;

/**
 * Single keys that work anywhere on the page but in a field or a dialog, unless they are turned off: the frame's help says
 * which they are and turns them off (WCAG 2.1.4).
 */
class InboxKeys {

    private static final String KEYS = "jkce/";
    private static final String KEY = "event.key";

    private final Map<String, Runnable> gestures;

    /** @param page says which keys mean something on it, for who listens for anything that is typed there */
    InboxKeys(Element page, Map<String, Runnable> gestures) {
        this.gestures = gestures;
        page.setAttribute("data-keys", KEYS);
    }

    Registration listen(UI ui) {
        return ui.getElement().addEventListener("keydown", this::pressed)
                .setFilter("!event.ctrlKey && !event.metaKey && !event.altKey && event.composedPath()[0].closest && "
                        + "!event.composedPath()[0].closest('input, textarea, select, [contenteditable], vaadin-dialog, "
                        + "vaadin-select-overlay, vaadin-combo-box-overlay, [role=\"dialog\"], [role=\"listbox\"]') && "
                        + "event.key.length === 1 && '" + KEYS + "'.includes(event.key) && !" + FrameKeys.OFF)
                .addEventData(KEY);
    }

    private void pressed(DomEvent event) {
        gestures.get(event.getEventData().get(KEY).asString()).run();
    }

    /** The line under the list that says the keys used most. */
    static Div footer(Component on) {
        Div keys = new Div();
        keys.addClassNames("keys", "inbox-keys");
        keys.add(new Span(key("j"), key("k"), new Span(" " + on.getTranslation("inbox.key.walk"))));
        keys.add(new Span(key("c"), new Span(" " + on.getTranslation("inbox.key.c"))));
        keys.add(new Span(key("e"), new Span(" " + on.getTranslation("inbox.key.e"))));
        keys.add(new Span(key("?"), new Span(" " + on.getTranslation("inbox.key.help"))));
        return keys;
    }

    static Span key(String name) {
        Span key = new Span(name);
        key.addClassName("kbd");
        key.getElement().setAttribute("aria-hidden", "true");
        return key;
    }
}
