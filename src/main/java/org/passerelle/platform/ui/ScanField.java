package org.passerelle.platform.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import java.util.function.Consumer;

/**
 * Where barcodes are scanned or typed. A wedge scanner is a keyboard that ends with Enter: the focus stays here, and
 * what was sent is selected, so that the next scan replaces it.
 */
public class ScanField extends Composite<Div> implements Focusable<Div> {

    /**
     * Reads the code and selects it in one go on the client: a fast second scan must not append to the first. It is
     * evaluated at every key, before the filter.
     */
    private static final String TAKE =
            "(event.key === 'Enter' && element.inputElement.select(), element.inputElement.value)";
    private static final String BUZZ = """
            const audio = new AudioContext(), tone = audio.createOscillator(), level = audio.createGain();
            tone.type = 'square';
            tone.frequency.value = 196;
            level.gain.value = 0.15;
            tone.connect(level).connect(audio.destination);
            tone.onended = () => audio.close();
            tone.start();
            tone.stop(audio.currentTime + 0.25);""";

    private final TextField field = new TextField();
    private final Span told = new Span();
    private final Consumer<String> scanned;
    private String last = "";

    /** @param scanned called with each code; answers by {@link #good} or {@link #bad} */
    public ScanField(String label, Consumer<String> scanned) {
        this.scanned = scanned;
        field.setPlaceholder(label);
        field.setAriaLabel(label);
        field.setAutofocus(true);
        field.getElement().setAttribute("autocomplete", "off");
        field.getElement().addEventListener("keydown", this::take).setFilter("event.key === 'Enter'")
                .addEventData(TAKE);
        told.addClassName("scan-told");
        told.getElement().setAttribute("role", "status");
        getContent().addClassName("scan");
        getContent().add(field, told);
    }

    private void take(DomEvent enter) {
        // Scanners may add what no keyboard writes; no barcode is made of it.
        last = enter.getEventData().get(TAKE).asString().replaceAll("\\p{Cntrl}", "").strip();
        if (!last.isEmpty()) {
            scanned.accept(last);
        }
    }

    /** The code was what is looked for: a quiet tick, and the field is ready for the next. */
    public void good(String message) {
        tell("good", "✓ " + message);
        // Only in the browser, and only if it still stands there: a value sent from here would wipe the next code, which
        // is being typed.
        field.getElement().executeJs(
                "if (this.value.replace(/[\\x00-\\x1f\\x7f]/g, '').trim() === $0) { this.value = ''; }", last);
    }

    /** The code was not: heard and seen, and what was scanned stays to be looked at. */
    public void bad(String message) {
        tell("bad", message);
        field.getElement().executeJs(BUZZ);
    }

    private void tell(String tone, String message) {
        getContent().removeClassNames("good", "bad");
        getContent().addClassName(tone);
        told.setText(message);
        focus();
    }

    @Override
    public void focus() {
        field.focus();
    }
}
