package org.passerelle.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;

/** Enter does what the main button of a dialog or form does. */
public final class EnterKey {

    /**
     * Not where Enter has a meaning of its own: in a text of several lines, a list to choose from, a link, another button,
     * or a scan field, which keeps the event to itself. What was typed is handed over before the button is pressed.
     */
    private static final String LISTEN = """
            const button = $0;
            this.addEventListener('keydown', event => {
                const at = event.composedPath()[0];
                if (event.key !== 'Enter' || event.repeat || event.isComposing || event.defaultPrevented || !at.closest
                        || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey
                        || at.closest('textarea, a, button, vaadin-button, summary, [role=button], [role=combobox], [role=option]')) {
                    return;
                }
                event.preventDefault();
                if (at.matches('input:not([type=checkbox]):not([type=radio])')) {
                    at.dispatchEvent(new Event('change', { bubbles: true }));
                }
                button?.click();
            });""";

    private EnterKey() {
    }

    /** @param within the dialog or form, which must not have been attached yet */
    public static void presses(Component within, Button button) {
        within.addAttachListener(attached -> within.getElement().executeJs(LISTEN, button.getElement()));
    }
}
