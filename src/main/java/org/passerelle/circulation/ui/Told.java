package org.passerelle.circulation.ui;

import com.vaadin.flow.component.html.Div;
import org.passerelle.platform.Outcome;

/** A sentence that stands where the person acted, and is read out when it appears; takes no room while it is empty. */
class Told extends Div {

    Told() {
        addClassName("message");
        getElement().setAttribute("role", "status");
    }

    void refused(Outcome.Refused<?> refusal) {
        say("message-late", getTranslation(refusal.reason().messageKey(), refusal.args()));
        getElement().executeJs("this.scrollIntoView({block: 'center'})");
    }

    void due(String sentence) {
        say("message-due", sentence);
    }

    void done(String sentence) {
        say("message-done", sentence);
    }

    void nothing() {
        setText("");
    }

    private void say(String kind, String sentence) {
        removeClassNames("message-late", "message-due", "message-done");
        addClassName(kind);
        setText(sentence);
    }
}
