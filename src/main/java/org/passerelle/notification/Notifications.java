package org.passerelle.notification;

import java.util.UUID;

/** Where the flows hand over what is to be told to somebody. */
public interface Notifications {

    /**
     * Writes the message into the outbox and starts its delivery, both within the caller's transaction, which must
     * exist. Nothing leaves before that commits; then it leaves at least once, and whatever comes of it never
     * stops the case it is about.
     *
     * @return the id of the outbox row
     * @throws IllegalArgumentException when the template does not exist in the recipient's language, or names a value
     *                                  that is not given
     */
    UUID send(Message message);
}
