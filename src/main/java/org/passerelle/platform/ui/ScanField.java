package org.passerelle.platform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import java.util.function.Consumer;

/**
 * Where barcodes are scanned or typed. A wedge scanner is a keyboard that ends with Enter or Tab: the focus stays here,
 * what is typed elsewhere than into a field comes here, and what was sent is selected, so that the next scan replaces it.
 */
public class ScanField extends Composite<Div> implements Focusable<Div> {

    private static final String SCRIPT = FrameKeys.script(ScanField.class, "scan-field.js");
    private static final String ID = "event.detail.id";
    private static final String CODE = "event.detail.code";

    private final TextField field = new TextField();
    private final Span told = new Span();
    private final Div unanswered = new Div();
    private final Consumer<String> scanned;
    private Kept kept = Kept.NOT;
    private String last = "";

    /** How long the browser keeps codes that get no answer. */
    private enum Kept {
        NOT, PAGE, WINDOW
    }

    /** @param scanned called with each code; answers by {@link #good} or {@link #bad} */
    public ScanField(String label, Consumer<String> scanned) {
        this.scanned = scanned;
        field.setPlaceholder(label);
        field.setAriaLabel(label);
        field.setAutofocus(true);
        field.getElement().setAttribute("autocomplete", "off");
        field.getElement().addEventListener("scan-read", this::take).addEventData(ID).addEventData(CODE);
        told.addClassName("scan-told");
        told.getElement().setAttribute("role", "status");
        unanswered.addClassName("scan-unanswered");
        unanswered.getElement().setAttribute("role", "alert");
        getContent().addClassName("scan");
        getContent().add(field, told, unanswered);
    }

    /**
     * Codes that get no answer, because the session has ended or the server is away, are heard, and listed to be scanned
     * again; the window keeps them over a new sign-in. For barcodes of documents alone: nothing that tells of a person is
     * kept in a browser.
     */
    public ScanField keepingUnanswered() {
        kept = Kept.WINDOW;
        return this;
    }

    /** They are heard and listed as well, but go with the page: for what may be a name or a card. */
    public ScanField showingUnanswered() {
        kept = Kept.PAGE;
        return this;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(SCRIPT, field.getElement(), unanswered.getElement(), getTranslation("scan.unanswered"),
                getTranslation("scan.unanswered.forget"), kept.name());
    }

    private void take(DomEvent read) {
        // Scanners may add what no keyboard writes; no barcode is made of it.
        last = read.getEventData().get(CODE).asString().replaceAll("\\p{Cntrl}", "").strip();
        UI ui = UI.getCurrent();
        if (!last.isEmpty()) {
            scanned.accept(last);
        }
        ui.getPage().executeJs("window.passerelleScans?.answered($0)", read.getEventData().get(ID).asString());
    }

    /** The code was what is looked for: a quiet tick, and the field is ready for the next. */
    public void good(String message) {
        tell("good", "✓ " + message);
        clear();
    }

    /** The code was not: heard and seen, and what was scanned stays to be looked at. */
    public void bad(String message) {
        tell("bad", message);
        getElement().executeJs("this.buzz()");
    }

    /** Something else was done on the screen: what was told of the last code is over, and the field waits for the next. */
    public void ready() {
        getContent().removeClassNames("good", "bad");
        told.setText("");
        clear();
        focus();
    }

    private void clear() {
        // Only in the browser, and only if it still stands there: a value sent from here would wipe the next code, which
        // is being typed.
        field.getElement().executeJs(
                "if (this.value.replace(/[\\x00-\\x1f\\x7f]/g, '').trim() === $0) { this.value = ''; }", last);
    }

    private void tell(String tone, String message) {
        if (!isAttached()) {
            // Something was taken back from another screen, to which the person has gone on.
            Note.overThePage(message);
            return;
        }
        getContent().removeClassNames("good", "bad");
        getContent().addClassName(tone);
        told.setText(message);
        // With the answer and not a moment after it: an Escape pressed on seeing the answer is not undone.
        field.getElement().executeJs("this.focus()");
    }

    @Override
    public void focus() {
        field.focus();
    }
}
