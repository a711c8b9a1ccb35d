package org.passerelle.notification.domain;

import org.passerelle.platform.Refusal;

/** Why the outbox says no. */
public enum NotificationRefusal implements Refusal {
    /** Neither an e-mail address nor a telephone number was given. */
    NO_WAY_TO_REACH,
    NOT_AN_EMAIL,
    NOT_A_PHONE
}
