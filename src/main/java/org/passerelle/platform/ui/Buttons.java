package org.passerelle.platform.ui;

import com.vaadin.flow.component.button.Button;

/** How buttons behave. */
public final class Buttons {

    private Buttons() {
    }

    /**
     * A hasty second click is not a second wish: the button rests in the browser until the first has been answered. Then
     * it can be pressed again where it still stands, whether the gesture was done, refused, or failed as nobody expected.
     */
    public static Button once(String text, Runnable gesture) {
        Button button = new Button(text);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                gesture.run();
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }
}
