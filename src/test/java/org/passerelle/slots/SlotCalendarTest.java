package org.passerelle.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.slots.domain.OpeningWindow;
import org.passerelle.slots.domain.SlotCalendar;
import org.passerelle.slots.domain.SlotCalendar.Slot;
import org.passerelle.slots.domain.SlotRules;

class SlotCalendarTest {

    private static final LocalDate CLOCKS_GO_FORWARD = LocalDate.of(2026, 3, 29);
    private static final LocalDate CLOCKS_GO_BACK = LocalDate.of(2026, 10, 25);
    private static final LocalDate ORDINARY_SUNDAY = LocalDate.of(2026, 3, 22);

    @Test
    void theSameHoursAreAnotherInstantOnceTheClocksHaveChanged() {
        SlotCalendar mornings = sundays("09:00", "11:00");

        assertThat(starts(mornings, ORDINARY_SUNDAY)).containsExactly("2026-03-22T08:00:00Z", "2026-03-22T09:00:00Z");
        assertThat(starts(mornings, CLOCKS_GO_FORWARD)).containsExactly("2026-03-29T07:00:00Z", "2026-03-29T08:00:00Z");
        assertThat(starts(mornings, CLOCKS_GO_BACK)).containsExactly("2026-10-25T08:00:00Z", "2026-10-25T09:00:00Z");
    }

    @Test
    void theMissingHourHasNoSlot() {
        assertThat(starts(sundays("01:00", "04:00"), CLOCKS_GO_FORWARD))
                .containsExactly("2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z");
        assertThat(starts(sundays("02:30", "04:00"), CLOCKS_GO_FORWARD)).containsExactly("2026-03-29T01:00:00Z");
        assertThat(starts(sundays("02:00", "03:00"), CLOCKS_GO_FORWARD)).isEmpty();
    }

    @Test
    void theHourThatComesTwiceHasTwiceItsSlots() {
        assertThat(starts(sundays("01:00", "04:00"), CLOCKS_GO_BACK)).containsExactly("2026-10-24T23:00:00Z",
                "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z");
    }

    @Test
    void eachSlotReallyLastsItsLengthAndIsFoundByItsStart() {
        SlotCalendar nights = sundays("00:00", "23:30");
        for (LocalDate day : List.of(ORDINARY_SUNDAY, CLOCKS_GO_FORWARD, CLOCKS_GO_BACK)) {
            assertThat(nights.slotsOn(day)).allSatisfy(slot -> {
                assertThat(slot.endsAt()).isEqualTo(slot.startsAt().plusSeconds(3600));
                assertThat(nights.slotAt(slot.startsAt())).contains(slot);
            });
        }
        assertThat(Stream.of(ORDINARY_SUNDAY, CLOCKS_GO_FORWARD, CLOCKS_GO_BACK)
                .map(day -> nights.slotsOn(day).size())).containsExactly(23, 22, 24);
    }

    @Test
    void whatIsLeftOfAWindowAfterItsLastWholeSlotIsNotOffered() {
        assertThat(starts(sundays("09:00", "10:59"), ORDINARY_SUNDAY)).containsExactly("2026-03-22T08:00:00Z");
    }

    @Test
    void aClosedDayAndADayWithoutWindowsHaveNoSlots() {
        SlotCalendar calendar = new SlotCalendar(ZoneId.of("Europe/Paris"), SlotRules.DEFAULT,
                sundays("09:00", "11:00").windows(), Set.of(ORDINARY_SUNDAY));

        assertThat(calendar.slotsOn(ORDINARY_SUNDAY)).isEmpty();
        assertThat(calendar.slotsOn(ORDINARY_SUNDAY.plusDays(1))).isEmpty();
        assertThat(calendar.slotAt(Instant.parse("2026-03-22T08:00:00Z"))).isEmpty();
    }

    private static SlotCalendar sundays(String from, String to) {
        return new SlotCalendar(ZoneId.of("Europe/Paris"), new SlotRules(60, 4, 0, 8, 30, 72),
                List.of(new OpeningWindow(DayOfWeek.SUNDAY, LocalTime.parse(from), LocalTime.parse(to))), Set.of());
    }

    private static List<String> starts(SlotCalendar calendar, LocalDate day) {
        return calendar.slotsOn(day).stream().map(Slot::startsAt).map(Instant::toString).toList();
    }
}
