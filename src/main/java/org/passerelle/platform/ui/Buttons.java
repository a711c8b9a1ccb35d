package org.passerelle.platform.ui;

import com.vaadin.flow.component.button.Button;

/** How buttons behave. */
public final class Buttons {

    private Buttons() {
    }

    /** A hasty second click is not a second wish: the button rests in the browser until the first has been answered. */
    public static Button once(Button button) {
        button.setDisableOnClick(true);
        button.addClickListener(click -> button.setEnabled(true));
        return button;
    }
}
