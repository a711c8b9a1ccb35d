package org.passerelle.platform.ui.cases;

import java.util.List;
import java.util.Set;
import org.passerelle.platform.journal.Journal.Entry;

/**
 * What a story tells of messages, in one line: how many, and whether all have arrived. Their entries begin with
 * {@code journal.message.}.
 *
 * @param told  how many have reached their person
 * @param lost  how many never will
 * @param open  whether the latest is still under way
 */
record MessagesInStory(int told, int lost, boolean open) {

    static final String PREFIX = "journal.message.";
    private static final Set<String> TOLD = Set.of(PREFIX + "sent", PREFIX + "sentByHand", PREFIX + "reached");
    private static final Set<String> LOST = Set.of(PREFIX + "notSent", PREFIX + "unreachable");
    private static final String OVERTAKEN = PREFIX + "overtaken";

    static MessagesInStory of(List<Entry> entries) {
        String last = entries.getLast().messageKey();
        return new MessagesInStory(count(entries, TOLD), count(entries, LOST),
                !TOLD.contains(last) && !LOST.contains(last) && !OVERTAKEN.equals(last));
    }

    private static int count(List<Entry> entries, Set<String> keys) {
        return (int) entries.stream().filter(entry -> keys.contains(entry.messageKey())).count();
    }

    static boolean isOne(Entry entry) {
        return entry.messageKey().startsWith(PREFIX);
    }

    int all() {
        return told + lost + (open ? 1 : 0);
    }

    /** A word for the message to choose by. */
    String outcome() {
        return lost > 0 ? "LOST" : open ? "OPEN" : "ALL";
    }
}
