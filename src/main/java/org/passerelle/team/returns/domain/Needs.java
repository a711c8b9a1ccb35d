package org.passerelle.team.returns.domain;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * What somebody says they need to come back. Every answer may be left out: null, or an empty set.
 *
 * @param note short, about work alone; sealed with the rest
 */
public record Needs(Hours hours, Commute commute, Set<DayOfWeek> telework, PostWish post, Set<Equipment> equipment,
                    boolean health, String note) {

    public static final int LONGEST_NOTE = 300;
    public static final Needs NONE = new Needs(null, null, Set.of(), null, Set.of(), false, "");

    public enum Hours {
        AS_BEFORE, LATER_START, EARLIER_END, FEWER_DAYS
    }

    public enum Commute {
        AS_BEFORE, OUTSIDE_RUSH_HOUR, NEARER_BRANCH, NEEDS_TALK
    }

    public enum PostWish {
        SAME, LESS_PUBLIC, OTHER_TASKS
    }

    public enum Equipment {
        LAPTOP, PHONE, SEAT, SCREEN, PROTECTION
    }

    public Needs {
        telework = telework == null ? Set.of() : Set.copyOf(telework);
        equipment = equipment == null ? Set.of() : Set.copyOf(equipment);
        note = note == null ? "" : note;
    }

    /** The same, without what is occupational health's alone. */
    public Needs withoutHealth() {
        return new Needs(hours, commute, telework, post, equipment, false, note);
    }
}
