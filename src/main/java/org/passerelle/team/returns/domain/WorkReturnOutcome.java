package org.passerelle.team.returns.domain;

/** How a return ended. */
public enum WorkReturnOutcome {
    CLOSED,
    /** The person works here no longer, or is in no team. */
    LEFT,
    WITHDRAWN
}
