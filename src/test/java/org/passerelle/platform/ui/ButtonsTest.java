package org.passerelle.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import org.junit.jupiter.api.Test;

class ButtonsTest {

    private Button button;

    @Test
    void aButtonRestsWhileItsGestureRunsAndCanBePressedAgain() {
        button = Buttons.once("Réserver", () -> assertThat(button.isEnabled()).isFalse());
        assertThat(button.isDisableOnClick()).isTrue();

        button.click();

        assertThat(button.isEnabled()).isTrue();
    }

    @Test
    void anUnexpectedFailureIsReportedAndTheButtonCanBePressedAgain() {
        IllegalStateException failure = new IllegalStateException("the shelf is gone");
        button = Buttons.once("Réserver", () -> {
            throw failure;
        });

        assertThatThrownBy(button::click).isSameAs(failure);

        assertThat(button.isEnabled()).isTrue();
    }
}
