package org.passerelle.team;

import org.passerelle.platform.Refusal;

/** Why a gesture about teams and the people in them is refused. */
public enum TeamRefusal implements Refusal {
    /** Named: the person, and their team. */
    IN_A_TEAM_ALREADY,
    /** Named: how many people are in it. */
    TEAM_NOT_EMPTY,
    /** Named: the person. A return of theirs is under way. */
    RETURN_UNDER_WAY,
    /** Named: the person. */
    IN_NO_TEAM,
    /** They have come back already: away again is another gesture. */
    BACK_ALREADY
}
