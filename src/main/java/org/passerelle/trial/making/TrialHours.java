package org.passerelle.trial.making;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.slots.service.SlotSettingsForm;
import org.passerelle.slots.service.SlotSettingsForm.Window;

/**
 * When the trial library hands over: every day, from nine to seven, and longer where somebody first tries it at
 * another hour, so that something is going on around that instant.
 */
final class TrialHours {

    static final int SLOT_MINUTES = 30;
    /** Long enough that a late patron can be seen. */
    private static final int GRACE_MINUTES = 60;
    private static final int OFFER_HOURS = 48;
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final LocalTime opens;
    private final LocalTime closes;
    private final List<Instant> starts = new ArrayList<>();
    private final int current;
    private final int perDay;

    TrialHours(Instant now) {
        ZonedDateTime here = now.atZone(TrialBranch.ZONE);
        LocalTime hour = LocalTime.of(here.getHour(), 0);
        LocalTime early = hour.getHour() < 2 ? LocalTime.MIDNIGHT : hour.minusHours(2);
        LocalTime late = hour.getHour() > 19 ? LAST_MINUTE : hour.plusHours(4);
        opens = early.isBefore(LocalTime.of(9, 0)) ? early : LocalTime.of(9, 0);
        closes = late.isAfter(LocalTime.of(19, 0)) ? late : LocalTime.of(19, 0);
        for (int day = -9; day <= 9; day++) {
            ZonedDateTime end = here.toLocalDate().plusDays(day).atTime(closes).atZone(TrialBranch.ZONE);
            ZonedDateTime slot = here.toLocalDate().plusDays(day).atTime(opens).atZone(TrialBranch.ZONE);
            for (; !slot.plusMinutes(SLOT_MINUTES).isAfter(end); slot = slot.plusMinutes(SLOT_MINUTES)) {
                starts.add(slot.toInstant());
            }
        }
        perDay = (int) (Duration.between(opens, closes).toMinutes() / SLOT_MINUTES);
        // In the last half hour of a day no slot begins: whoever was expected before that still comes.
        current = (int) starts.stream().filter(start -> !start.isAfter(now)).count() - 1;
    }

    /** Start of the slot under way or just over (0), of those before (negative) and after it. */
    Instant slot(int offset) {
        return starts.get(current + offset);
    }

    /** The slot at about the same time, so many days from today, and so many slots further. */
    Instant slot(int days, int offset) {
        return slot(days * perDay + offset);
    }

    SlotSettingsForm settings(int version, int places) {
        List<Window> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.add(new Window(day, opens, closes));
        }
        return new SlotSettingsForm(version, SLOT_MINUTES, places, 120, 8, GRACE_MINUTES, OFFER_HOURS, week, List.of());
    }
}
