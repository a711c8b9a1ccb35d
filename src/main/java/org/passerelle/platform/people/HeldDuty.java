package org.passerelle.platform.people;

import java.io.Serializable;
import java.util.UUID;

/** A duty and for whom it is held. */
public record HeldDuty(Duty duty, DutyScope scope) implements Serializable {

    private static final String AT = "@";

    /** As the database writes it in one word: {@code HUMAN_RESOURCES}, or {@code HUMAN_RESOURCES@} and a branch. */
    public static HeldDuty of(String held) {
        int at = held.indexOf(AT);
        return at < 0 ? new HeldDuty(Duty.valueOf(held), DutyScope.of(null))
                : new HeldDuty(Duty.valueOf(held.substring(0, at)), DutyScope.of(UUID.fromString(held.substring(at + 1))));
    }

    /** The same word. */
    public String word() {
        return scope.branch() == null ? duty.name() : duty.name() + AT + scope.branch();
    }
}
