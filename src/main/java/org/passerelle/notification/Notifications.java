package org.passerelle.notification;

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

    /**
     * The case is over: what has not been told about it yet is told no more. Within the caller's transaction.
     *
     * @return whether there was anything
     */
    boolean nothingMoreToTell(CaseRef about);
}
