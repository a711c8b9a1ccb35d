package org.passerelle.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import java.util.Map;

/**
 * Single keys that work anywhere on the page but in a field or a dialog. They can be turned off, and the browser keeps
 * that: who speaks to the computer would press them without meaning to (WCAG 2.1.4).
 */
class InboxKeys {

    private static final String STORED = "passerelle.inbox.keys";
    private static final String KEYS = "jkce?/";
    private static final String HELP = "?";
    private static final String KEY = "event.key";

    private final Element page;
    private final Map<String, Runnable> gestures;
    private boolean off;

    /** @param page says which keys mean something on it, for who listens for anything that is typed there */
    InboxKeys(Element page, Map<String, Runnable> gestures) {
        this.page = page;
        this.gestures = gestures;
        turn(false);
    }

    private void turn(boolean nowOff) {
        off = nowOff;
        page.setAttribute("data-keys", off ? HELP : KEYS);
    }

    Registration listen(UI ui) {
        WebStorage.getItem(ui, WebStorage.Storage.LOCAL_STORAGE, STORED, kept -> turn("off".equals(kept)));
        return ui.getElement().addEventListener("keydown", this::pressed)
                .setFilter("!event.ctrlKey && !event.metaKey && !event.altKey && event.composedPath()[0].closest && "
                        + "!event.composedPath()[0].closest('input, textarea, select, [contenteditable], vaadin-dialog, "
                        + "vaadin-select-overlay, vaadin-combo-box-overlay, [role=\"dialog\"], [role=\"listbox\"]') && "
                        + "event.key.length === 1 && '" + KEYS + "'.includes(event.key)")
                .addEventData(KEY);
    }

    private void pressed(DomEvent event) {
        String key = event.getEventData().get(KEY).asString();
        if (!off || key.equals(HELP)) {
            gestures.get(key).run();
        }
    }

    /** What each key does, and the way to turn them off. */
    void explain() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("inbox.keys.title"));
        DescriptionList keys = new DescriptionList();
        keys.addClassName("facts");
        gestures.keySet().stream().sorted().forEach(key -> keys.add(
                new DescriptionList.Term(InboxList.key(key)),
                new DescriptionList.Description(dialog.getTranslation("inbox.key." + name(key)))));
        keys.add(new DescriptionList.Term(InboxList.key(dialog.getTranslation("inbox.key.escape.name"))),
                new DescriptionList.Description(dialog.getTranslation("inbox.key.escape")));
        Checkbox on = new Checkbox(dialog.getTranslation("inbox.keys.on"), !off);
        on.addValueChangeListener(changed -> {
            turn(!changed.getValue());
            WebStorage.setItem(STORED, off ? "off" : "on");
        });
        dialog.add(keys, on);
        dialog.open();
    }

    private static String name(String key) {
        return switch (key) {
            case HELP -> "help";
            case "/" -> "search";
            default -> key;
        };
    }
}
