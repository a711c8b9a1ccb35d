package org.passerelle.inbox.domain;

import org.passerelle.platform.Refusal;

public enum InboxRefusal implements Refusal {
    /** Somebody else has it; the argument is their name. */
    TASK_TAKEN,
    /** It is completed, or its case no longer needs it. */
    TASK_GONE,
    /** Such as a decision on what one has asked for oneself. */
    TASK_FOR_SOMEBODY_ELSE,
    /** It is for another role. */
    TASK_FOR_OTHER_ROLE,
    /** It names the person, and nobody else may have it. */
    TASK_FOR_ONE_PERSON,
    /** The colleague chosen may not act on it. */
    COLLEAGUE_MAY_NOT
}
