package org.passerelle.circulation.ui;

import com.vaadin.flow.component.html.Span;

/** A state as a word in its colour. */
class Tag extends Span {

    Tag(String tone, String word) {
        super(word);
        addClassNames("tag", tone);
    }
}
