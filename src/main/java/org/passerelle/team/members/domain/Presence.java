package org.passerelle.team.members.domain;

import java.time.LocalDate;
import java.util.Optional;

/** Where somebody of a team is on a day. Why somebody is away is not asked, and not known. */
public enum Presence {
    ON_SITE, TELEWORK, NOT_WORKING, AWAY;

    /**
     * @param closed    whether the branch where the person works is closed on that day
     * @param away      whether the person is not back yet on that day, or on leave
     * @param teleworks whether that day is worked from home other than usual
     */
    public static Presence on(LocalDate day, WorkingWeek week, boolean closed, boolean away, boolean teleworks) {
        if (away) {
            return AWAY;
        }
        Optional<WorkingDay> working = week.on(day);
        return closed || working.isEmpty() ? NOT_WORKING : teleworks || working.get().telework() ? TELEWORK : ON_SITE;
    }
}
