package org.passerelle.slots.domain;

import java.time.Instant;
import org.passerelle.slots.domain.SlotCalendar.Slot;

/** Who asks for a slot: the time that a branch needs before one counts for some and not for others. */
public enum SlotAudience {
    PATRON(false, true),
    /** Nothing has to be prepared any more. */
    PATRON_WITH_READY_BAG(false, false),
    /** For a patron whom they serve: the slot under way may still be chosen. */
    STAFF(true, false);

    private final boolean takesSlotUnderWay;
    private final boolean leavesTimeToPrepare;

    SlotAudience(boolean takesSlotUnderWay, boolean leavesTimeToPrepare) {
        this.takesSlotUnderWay = takesSlotUnderWay;
        this.leavesTimeToPrepare = leavesTimeToPrepare;
    }

    public boolean stillTimeFor(Slot slot, Instant now) {
        return (takesSlotUnderWay ? slot.endsAt() : slot.startsAt()).isAfter(now);
    }

    public boolean tooSoon(Instant startsAt, Instant now, SlotRules rules) {
        return leavesTimeToPrepare && startsAt.isBefore(now.plus(rules.lead()));
    }
}
