package org.passerelle.team.members.domain;

/** How somebody is not at their place for some days. None of them says why. */
public enum LeaveKind {
    LEAVE, TELEWORK, MEETING;

    /** At work all the same: it may overlap with what else there is. */
    public boolean isAtWork() {
        return this != LEAVE;
    }
}
