package org.passerelle.slots.domain;

import java.time.Duration;

/**
 * How one branch runs its pickups.
 *
 * @param places       patrons that one slot serves
 * @param leadMinutes  a patron books at least this long before the slot
 * @param daysAhead    and at most so many days ahead
 * @param graceMinutes a patron counts as missing this long after the slot's end
 * @param offerHours   and then has this long to choose another slot
 */
public record SlotRules(int slotMinutes, int places, int leadMinutes, int daysAhead, int graceMinutes,
                        int offerHours) {

    /** Before a manager says otherwise. Lead time and horizon: libraries were seen to hand over 48 h to 8 days later. */
    public static final SlotRules DEFAULT = new SlotRules(30, 4, 48 * 60, 8, 30, 72);

    public Duration length() {
        return Duration.ofMinutes(slotMinutes);
    }

    public Duration lead() {
        return Duration.ofMinutes(leadMinutes);
    }

    public Duration grace() {
        return Duration.ofMinutes(graceMinutes);
    }

    public Duration offer() {
        return Duration.ofHours(offerHours);
    }
}
