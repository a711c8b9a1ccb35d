package org.passerelle.notification.domain;

/** Where a message stands. */
public enum MessageState {
    /** About to leave by e-mail, or tried again after a failure. */
    LEAVING,
    /** No mail server is configured: staff may send it by hand, or it leaves once there is a server. */
    WAITING_FOR_SERVER,
    /** The mail server has accepted it. */
    SENT,
    /** Staff sent it by other means. */
    SENT_BY_HAND,
    /** Staff are asked to call. */
    TO_CALL,
    /** Told on the telephone. */
    REACHED,
    /** Nothing could reach the recipient. */
    UNREACHABLE,
    /** Waited too long for a mail server to be still worth sending. */
    NOT_SENT,
    /** A newer message about the same case, or the case's end, made it pointless before it was told. */
    OVERTAKEN;

    public String messageKey() {
        return "outbox.state." + name();
    }

    /** Whether it failed, so that staff may try once more. */
    public boolean failed() {
        return this == UNREACHABLE || this == NOT_SENT;
    }
}
