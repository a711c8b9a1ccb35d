package org.passerelle.notification.domain;

/** Why the last way that was tried did not reach the recipient. */
public enum Failure {
    /** Neither an e-mail address nor a telephone number that could be used. */
    NO_ADDRESS,
    /** The mail server says that there is no such address. */
    ADDRESS_REFUSED,
    /** The mail server could not be reached, or would not take the message, each time it was tried. */
    SERVER_FAILED,
    NO_ANSWER,
    WRONG_NUMBER,
    TOO_OLD;

    public String messageKey() {
        return "outbox.failure." + name();
    }
}
