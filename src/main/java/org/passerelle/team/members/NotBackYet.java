package org.passerelle.team.members;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells a team who is not back at work yet, and what is agreed about where somebody works. Never why. Contributed as a bean by what knows returns. */
public interface NotBackYet {

    /** One statement. Those of these people who have a return under way, or days of telework that were agreed at one. */
    Map<UUID, Return> among(Collection<UUID> people);

    /**
     * @param there       whether the person has come back
     * @param backOn      the day that is planned or was real, or null where none is known
     * @param easingUntil the last day of the time to find one's feet again, or null; told to the person and their managers alone
     * @param telework    weekdays that are agreed to be worked from home
     */
    record Return(boolean there, LocalDate backOn, LocalDate easingUntil, Set<DayOfWeek> telework) {

        /** Nobody who is under way back. */
        public static final Return NONE = new Return(true, null, null, Set.of());

        public boolean isAwayOn(LocalDate day) {
            return !there && (backOn == null || day.isBefore(backOn));
        }

        public boolean teleworksOn(LocalDate day) {
            return telework.contains(day.getDayOfWeek());
        }

        /** Where none was agreed, the time to find one's feet ends on the day of return. */
        public boolean isEasingInOn(LocalDate day) {
            return there && easingUntil != null && easingUntil.isAfter(backOn) && !day.isAfter(easingUntil);
        }
    }
}
