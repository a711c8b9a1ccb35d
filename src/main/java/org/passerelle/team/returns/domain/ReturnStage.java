package org.passerelle.team.returns.domain;

/** Where the person is on the way back. */
public enum ReturnStage {
    /** A day is known, and has not come or has not been spoken of yet. */
    EXPECTED,
    /** The day has come. */
    BRIEFING,
    /** The safety briefing was held, and the agent has not signed it yet. */
    TO_SIGN,
    /** At work again. */
    THERE,
    /** Away once more, without a day. */
    AWAY_AGAIN
}
