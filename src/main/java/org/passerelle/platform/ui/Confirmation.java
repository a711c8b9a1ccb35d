package org.passerelle.platform.ui;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before what cannot be taken back. The focus is on the harmless button: who presses Enter in haste does nothing. */
public class Confirmation extends ConfirmDialog {

    /** The dialog itself gives the focus to the other button, as it opens. */
    private static final String HARMLESS = """
            requestAnimationFrame(() => setTimeout(() => this.querySelector('[slot=cancel-button]')?.focus()));""";

    /** @param yes what the button says that does it */
    public Confirmation(String title, String text, String yes, ComponentEventListener<ConfirmEvent> confirmed) {
        super(title, text, yes, confirmed);
        offersTheHarmless();
    }

    /** @param no what the harmless button says */
    public Confirmation(String title, String text, String yes, ComponentEventListener<ConfirmEvent> confirmed, String no,
                        ComponentEventListener<CancelEvent> cancelled) {
        super(title, text, yes, confirmed, no, cancelled);
        offersTheHarmless();
    }

    private void offersTheHarmless() {
        // A button to look at like the other: the dialog's own would be a word on whatever is behind it.
        setCancelButtonTheme("");
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                getElement().executeJs(HARMLESS);
            }
        });
    }
}
