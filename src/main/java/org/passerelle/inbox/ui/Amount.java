package org.passerelle.inbox.ui;

import com.vaadin.flow.component.Component;
import org.passerelle.inbox.domain.InboxPages;

/** A number of tasks in words: exact, or that there are more than are counted. */
final class Amount {

    private Amount() {
    }

    static String text(Component on, int count) {
        return count > InboxPages.MOST ? on.getTranslation("inbox.many") : String.valueOf(count);
    }
}
