package org.passerelle.notification;

/** How a message to somebody would leave at this moment: what who acts may say of it beforehand. */
public enum Way {
    MAIL,
    /** There is an address and no mail server: it waits among the messages until somebody sends it. */
    BY_HAND,
    /** Somebody of the staff is asked to call. */
    CALL,
    /** Neither an address nor a number is known. */
    NONE
}
