package org.passerelle.slots.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.slots.domain.SlotCalendar;
import org.passerelle.slots.domain.SlotCalendar.Slot;
import org.passerelle.slots.domain.SlotOffer;

/** What is booked at one branch, and the room it leaves in the slots of a calendar that it was not made for. */
class BookedSlots {

    static final BookedSlots NONE = new BookedSlots(List.of());
    /** No settings make a longer one. */
    static final Duration LONGEST = Duration.ofMinutes(SlotSettingsForm.Bound.slotMinutes.most);

    private final NavigableMap<Instant, Booked> byStart = new TreeMap<>();

    BookedSlots(Collection<Booked> booked) {
        booked.forEach(each -> byStart.put(each.startsAt(), each));
    }

    record Booked(Instant startsAt, Instant endsAt, int places, int taken) {

        private boolean overlaps(Slot slot) {
            return taken > 0 && startsAt.isBefore(slot.endsAt()) && endsAt.isAfter(slot.startsAt());
        }
    }

    Collection<Booked> all() {
        return byStart.values();
    }

    /** A slot keeps the end that its first appointment was promised. @param places what the calendar gives each slot */
    SlotOffer offer(UUID branch, Slot slot, int places) {
        Slot promised = promised(slot);
        Booked own = byStart.get(slot.startsAt());
        int most = own == null ? places : Math.min(own.places(), places);
        return new SlotOffer(branch, promised.startsAt(), promised.endsAt(), Math.max(0, most - taken(promised)));
    }

    /** How many places are taken while that slot of the calendar lasts: its own, and those of slots it overlaps. */
    int takenDuring(Slot slot) {
        return taken(promised(slot));
    }

    /** The slots of that calendar which such a booking shares time with, beside the one that is its own. */
    static Stream<Slot> overlapped(Booked booked, SlotCalendar calendar) {
        return calendar.slotsOn(calendar.dayOf(booked.startsAt())).stream()
                .filter(slot -> booked.overlaps(slot) && !slot.startsAt().equals(booked.startsAt()));
    }

    private Slot promised(Slot slot) {
        Booked own = byStart.get(slot.startsAt());
        return own == null || own.taken() == 0 ? slot : new Slot(own.startsAt(), own.endsAt());
    }

    private int taken(Slot slot) {
        return byStart.subMap(slot.startsAt().minus(LONGEST), false, slot.endsAt(), false).values().stream()
                .filter(booked -> booked.overlaps(slot)).mapToInt(Booked::taken).sum();
    }
}
