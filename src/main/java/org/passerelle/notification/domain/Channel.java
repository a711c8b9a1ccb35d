package org.passerelle.notification.domain;

/** The way by which a message is tried first. */
public enum Channel {
    MAIL, CALL, NONE
}
