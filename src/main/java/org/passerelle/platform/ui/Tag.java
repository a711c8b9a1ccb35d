package org.passerelle.platform.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A state as a word in its colour. */
public class Tag extends Span {

    /** What a colour means; never the only sign of it. */
    public enum Tone {
        PLAIN, INFO, DUE, LATE, DONE
    }

    public Tag(Tone tone, String word) {
        super(word);
        addClassName("tag");
        if (tone != Tone.PLAIN) {
            addClassName("tag-" + tone.name().toLowerCase(Locale.ROOT));
        }
    }
}
