package org.passerelle.circulation.domain;

import java.time.Instant;
import org.passerelle.circulation.domain.SlotCalendar.Slot;

/** Who asks for a slot: the time that a branch needs before one counts for some and not for others. */
public enum Asking {
    PATRON {
        @Override
        public boolean stillTimeFor(Slot slot, Instant now) {
            return slot.startsAt().isAfter(now);
        }

        @Override
        public boolean tooSoon(Instant startsAt, Instant now, SlotRules rules) {
            return startsAt.isBefore(now.plus(rules.lead()));
        }
    },
    /** Nothing has to be prepared any more. */
    PATRON_WITH_READY_BAG {
        @Override
        public boolean stillTimeFor(Slot slot, Instant now) {
            return slot.startsAt().isAfter(now);
        }

        @Override
        public boolean tooSoon(Instant startsAt, Instant now, SlotRules rules) {
            return false;
        }
    },
    /** For a patron whom they serve: the slot under way may still be chosen. */
    STAFF {
        @Override
        public boolean stillTimeFor(Slot slot, Instant now) {
            return slot.endsAt().isAfter(now);
        }

        @Override
        public boolean tooSoon(Instant startsAt, Instant now, SlotRules rules) {
            return false;
        }
    };

    /** A patron whose documents stand so. */
    public static Asking of(DocumentsState documents) {
        return documents == DocumentsState.READY ? PATRON_WITH_READY_BAG : PATRON;
    }

    public abstract boolean stillTimeFor(Slot slot, Instant now);

    public abstract boolean tooSoon(Instant startsAt, Instant now, SlotRules rules);
}
