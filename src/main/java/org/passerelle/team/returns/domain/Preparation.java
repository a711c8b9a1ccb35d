package org.passerelle.team.returns.domain;

/** How far a return is prepared; this goes on beside the return itself. */
public enum Preparation {
    NEEDS, TO_CALL, TALK_TO_PROPOSE, TALK_TO_CHOOSE, MEASURES_TO_AGREE, MEASURES_TO_CONFIRM, DONE
}
