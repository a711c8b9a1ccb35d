package org.passerelle.team.members.service;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.PlainText;

/**
 * What is said of a team.
 *
 * @param minimum  people needed on site, by weekday; a day that is not named needs nobody
 * @param managers accounts that look after it
 * @param leaveApproval whether a manager decides on leave wishes
 * @param version  as it was read; 0 for a new one
 */
public record TeamForm(String name, Map<DayOfWeek, Integer> minimum, Set<UUID> managers, boolean leaveApproval, int version) {

    public static final int LONGEST_NAME = 100;
    public static final int MOST_PEOPLE = 500;

    public TeamForm {
        name = PlainText.line(name);
        minimum = Map.copyOf(minimum);
        managers = Set.copyOf(managers);
    }

    /** The name of a weekday's field. */
    public static String field(DayOfWeek day) {
        return "minimum-" + day;
    }
}
