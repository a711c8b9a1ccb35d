package org.passerelle.notification.ui;

import com.vaadin.flow.component.html.Span;
import org.passerelle.notification.domain.MessageState;

/** Where a message stands, as a word. */
class StateTag extends Span {

    StateTag(MessageState state) {
        setText(getTranslation(state.messageKey()));
        addClassNames("tag", switch (state) {
            case LEAVING -> "tag-info";
            case WAITING_FOR_SERVER, TO_CALL -> "tag-due";
            case SENT, SENT_BY_HAND, REACHED -> "tag-done";
            case OVERTAKEN -> "tag-neutral";
            case UNREACHABLE, NOT_SENT -> "tag-late";
        });
    }
}
