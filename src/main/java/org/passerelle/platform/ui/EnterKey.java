package org.passerelle.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;

/** Enter does what the main button of a dialog or form does; in a text of several lines, Enter with Ctrl or Cmd. */
public final class EnterKey {

    /**
     * Not where Enter has a meaning of its own: in a text of several lines, a list or calendar that stands open, a link,
     * another button, or a scan field, which keeps the event to itself. What was typed is handed over before the button is pressed. The
     * Enter that ends a scan while nothing takes what is typed presses nothing: keys that follow as fast as no hand types
     * were a scanner's.
     */
    private static final String LISTEN = """
            const button = $0;
            let burst = 0, last = 0, open = false;
            // Before the field has heard of it: the Enter that chooses closes the list.
            this.addEventListener('keydown', event => {
                open = event.composedPath()[0].getAttribute?.('aria-expanded') === 'true';
            }, true);
            this.addEventListener('keydown', event => {
                const at = event.composedPath()[0];
                const takesText = at.matches?.('textarea, input:not([type=checkbox]):not([type=radio])');
                const fast = event.timeStamp - last < 100;
                if (event.key.length === 1) {
                    burst = takesText ? 0 : fast ? burst + 1 : 1;
                    last = event.timeStamp;
                    return;
                }
                if (event.key === 'Enter' && fast && burst > 3) {
                    event.preventDefault();
                    burst = 0;
                    return;
                }
                if (event.key !== 'Enter' || event.repeat || event.isComposing || event.defaultPrevented || !at.closest
                        || event.shiftKey || event.altKey || open) {
                    return;
                }
                if (at.closest('textarea') ? !event.ctrlKey && !event.metaKey : event.ctrlKey || event.metaKey
                        || at.closest('a, button, vaadin-button, summary, [role=button], [role=option], [role=gridcell]')) {
                    return;
                }
                event.preventDefault();
                if (takesText) {
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
