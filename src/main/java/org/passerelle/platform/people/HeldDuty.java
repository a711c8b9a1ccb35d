package org.passerelle.platform.people;

import java.io.Serializable;
import java.util.UUID;

/** A duty and for whom it is held. */
public record HeldDuty(Duty duty, DutyScope scope) implements Serializable {

    private static final char AT = '@';
    private static final char IN = '#';

    /**
     * As the database writes it in one word: {@code HUMAN_RESOURCES}, or {@code HUMAN_RESOURCES@} and a branch, or
     * {@code HUMAN_RESOURCES#} and a team.
     */
    public static HeldDuty of(String held) {
        int end = Math.max(held.indexOf(AT), held.indexOf(IN));
        if (end < 0) {
            return new HeldDuty(Duty.valueOf(held), DutyScope.of(null));
        }
        UUID where = UUID.fromString(held.substring(end + 1));
        return new HeldDuty(Duty.valueOf(held.substring(0, end)),
                held.charAt(end) == IN ? DutyScope.ofTeam(where) : DutyScope.of(where));
    }

    /** The same word. */
    public String word() {
        return switch (scope) {
            case DutyScope.Network network -> duty.name();
            case DutyScope.Branch at -> duty.name() + AT + at.branch();
            case DutyScope.Team in -> duty.name() + IN + in.team();
        };
    }
}
