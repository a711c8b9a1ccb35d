package org.passerelle.notification;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.platform.process.CaseRef;

/** Where the flows hand over what is to be told to somebody. */
public interface Notifications {

    /**
     * Writes the message into the outbox and starts its delivery, both within the caller's transaction, which must
     * exist. Nothing leaves before that commits; then it leaves at least once, and whatever comes of it never
     * stops the case it is about. What the same person was to be told about the same case, and has not been told yet,
     * is overtaken by it.
     *
     * @return the id of the outbox row
     * @throws IllegalArgumentException when the template does not exist in the recipient's language, or names a value
     *                                  that is not given
     */
    UUID send(Message message);

    /** How that person would be told something now; nothing is written. */
    Way wayTo(Recipient recipient);

    /** The case is over: what has not been told about it yet is told no more. Within the caller's transaction. */
    void nothingMoreToTell(CaseRef about);

    /** It is not over after all: what has been told no more since then is on its way again. Within the caller's transaction. */
    void tellAfterAll(CaseRef about, Instant since);

    /**
     * What the last message of these templates says is not true after all: it is told no more. Within the caller's transaction.
     *
     * @return whether it has been told, or is being told just now
     */
    boolean takeBack(CaseRef about, String... templates);
}
