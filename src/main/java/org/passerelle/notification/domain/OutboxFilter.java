package org.passerelle.notification.domain;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.PlainText;

/**
 * Which messages to list.
 *
 * @param branch whose messages, or null for all
 * @param words  words that must all occur in name, card number, addresses or subject; may be empty
 */
public record OutboxFilter(Group group, UUID branch, String words) {

    public OutboxFilter {
        words = PlainText.words(words);
    }

    /** The states as people look for them. */
    public enum Group {
        TO_DO(EnumSet.of(MessageState.WAITING_FOR_SERVER, MessageState.UNREACHABLE, MessageState.NOT_SENT)),
        TO_CALL(EnumSet.of(MessageState.TO_CALL)),
        LEAVING(EnumSet.of(MessageState.LEAVING)),
        TOLD(EnumSet.of(MessageState.SENT, MessageState.SENT_BY_HAND, MessageState.REACHED)),
        ALL(EnumSet.allOf(MessageState.class));

        private final Set<MessageState> states;

        Group(Set<MessageState> states) {
            this.states = states;
        }

        Set<MessageState> states() {
            return states;
        }

        public String messageKey() {
            return "outbox.group." + name();
        }
    }
}
