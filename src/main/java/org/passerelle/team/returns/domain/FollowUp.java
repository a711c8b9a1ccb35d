package org.passerelle.team.returns.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A talk so many days after the real return. What was said in it is kept nowhere. */
@Embeddable
public record FollowUp(int afterDays, @Enumerated(EnumType.STRING) State state) {

    public enum State {
        PLANNED, DUE, HELD, SKIPPED,
        /** Nobody has held or skipped it as long as it was waited for. */
        NOT_HELD;

        /** Neither held nor skipped yet. */
        public boolean isToCome() {
            return this == PLANNED || this == DUE;
        }
    }
}
