package org.passerelle.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
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
}
