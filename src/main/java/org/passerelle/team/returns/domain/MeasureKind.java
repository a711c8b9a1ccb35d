package org.passerelle.team.returns.domain;

import java.util.List;

/** What may be arranged for somebody's work. None of them says why. */
public enum MeasureKind {
    SAFETY_BRIEFING, EASING_IN, TELEWORK, ADAPTED_HOURS, ADAPTED_POST, EQUIPMENT, NO_LIFTING, SEATED_WORK, NO_PUBLIC_DESK,
    NO_EVENINGS, MORE_BREAKS, NO_ROUNDS;

    /** Those that the table may propose. */
    public static final List<MeasureKind> OF_THE_TABLE = List.of(SAFETY_BRIEFING, EQUIPMENT, ADAPTED_POST, TELEWORK, ADAPTED_HOURS);
    /** Those that managers may add: what occupational health alone writes is not among them. */
    public static final List<MeasureKind> OF_MANAGERS = List.of(SAFETY_BRIEFING, TELEWORK, ADAPTED_HOURS, ADAPTED_POST, EQUIPMENT, NO_ROUNDS);
    /** Those that occupational health writes. */
    public static final List<MeasureKind> OF_HEALTH = List.of(NO_LIFTING, SEATED_WORK, NO_PUBLIC_DESK, NO_EVENINGS, MORE_BREAKS,
            ADAPTED_HOURS, ADAPTED_POST, TELEWORK, EQUIPMENT);

    public String messageKey() {
        return "team.measure." + name();
    }

    /** Done once, so that nobody looks at it again. */
    public boolean isOnce() {
        return this == SAFETY_BRIEFING || this == EASING_IN;
    }
}
