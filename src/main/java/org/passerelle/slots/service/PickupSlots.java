package org.passerelle.slots.service;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.slots.SlotRefusal;
import org.passerelle.slots.domain.BookedSlot;
import org.passerelle.slots.domain.SlotAudience;
import org.passerelle.slots.domain.SlotCalendar;
import org.passerelle.slots.domain.SlotCalendar.Slot;
import org.passerelle.slots.domain.SlotLoad;
import org.passerelle.slots.domain.SlotOffer;
import org.passerelle.slots.domain.SlotRules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places of the pickup slots. A place is taken in the transaction of whoever needs it, by one conditional
 * statement: there is never one more booking than places, however many ask at once. What was booked before the slots
 * were cut otherwise may overlap several of today's, and takes its places in each of them.
 */
@Service
public class PickupSlots {

    /** Days one call of {@link #offers} may span at most: from today as far ahead as any branch may let people book. */
    public static final int MOST_DAYS = SlotSettingsForm.Bound.daysAhead.most + 1;
    /** Open screens hear of it with the branch's id when a place is taken, given back, or the settings change. */
    public static final Topic.Kind TOPIC = new Topic.Kind("pickup-slots");

    private final SlotTables tables;
    private final JdbcClient jdbc;
    private final AppClock clock;
    private final SignedIn signedIn;
    private final ApplicationEventPublisher events;

    PickupSlots(SlotTables tables, JdbcClient jdbc, AppClock clock, SignedIn signedIn,
                ApplicationEventPublisher events) {
        this.tables = tables;
        this.jdbc = jdbc;
        this.clock = clock;
        this.signedIn = signedIn;
        this.events = events;
    }

    /**
     * Takes a place; staff do so at a branch they work for. Whoever is refused a full slot may be shown
     * {@link #nearestFree}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<BookedSlot> take(UUID branch, Instant startsAt, SlotAudience audience) {
        return take(branch, startsAt, audience, null);
    }

    /**
     * The same, for who gives back a place in another slot right after: it does not stand in the way of the new one.
     * Both slots are locked in a fixed order: two patrons who swap would else each wait for the other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<BookedSlot> takeInsteadOf(UUID slot, UUID branch, Instant startsAt, SlotAudience audience) {
        return take(branch, startsAt, audience, slot);
    }

    private Outcome<BookedSlot> take(UUID branch, Instant startsAt, SlotAudience audience, UUID left) {
        if (audience == SlotAudience.STAFF) {
            signedIn.requireAt(branch);
        }
        tables.keepSettings(branch);
        SlotCalendar calendar = tables.calendar(branch);
        Optional<Slot> slot = calendar.slotAt(startsAt);
        Optional<Outcome<BookedSlot>> refused = refusal(calendar, startsAt, slot, audience);
        if (refused.isPresent()) {
            return refused.get();
        }
        int places = calendar.rules().places();
        tables.lock(branch, slot.get(), places, left);
        Optional<BookedSlot> booked = tables.takeUnlessFull(branch, slot.get(), places, left);
        booked.ifPresent(taken -> events.publishEvent(TOPIC.of(branch)));
        return booked.map(Outcome::done).orElseGet(() -> Outcome.refused(SlotRefusal.SLOT_FULL));
    }

    /** Gives one place back, once for each that was taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID slotId) {
        UUID branch = jdbc.sql("update app.pickup_slot set taken = taken - 1 where id = ? and taken > 0 returning branch")
                .param(slotId).query(UUID.class).optional()
                .orElseThrow(() -> new IllegalStateException("no place is taken in slot " + slotId));
        events.publishEvent(TOPIC.of(branch));
    }

    /**
     * The slots to choose from, full ones included, in order.
     *
     * @param days at most {@link #MOST_DAYS}; what is past, too soon or too far ahead is left out anyway
     */
    @Transactional(readOnly = true)
    public List<SlotOffer> offers(UUID branch, LocalDate from, int days, SlotAudience audience) {
        staffOnly(audience);
        return offers(branch, tables.calendar(branch), from, Math.clamp(days, 0, MOST_DAYS), audience);
    }

    /** Slots with a place left, those nearest to that instant, in order of time. */
    @Transactional(readOnly = true)
    public List<SlotOffer> nearestFree(UUID branch, Instant around, int howMany, SlotAudience audience) {
        staffOnly(audience);
        SlotCalendar calendar = tables.calendar(branch);
        LocalDate today = calendar.dayOf(clock.instant());
        return offers(branch, calendar, today, calendar.rules().daysAhead() + 1, audience).stream()
                .filter(SlotOffer::isFree)
                .sorted(Comparator.comparing(offer -> Duration.between(around, offer.startsAt()).abs()))
                .limit(howMany)
                .sorted(Comparator.comparing(SlotOffer::startsAt))
                .toList();
    }

    /** The branches where a patron can choose a slot with a place left. Two statements, however many there are. */
    @Transactional(readOnly = true)
    public Set<UUID> branchesWithFreeSlots() {
        Map<UUID, SlotCalendar> calendars = tables.calendars();
        Map<UUID, BookedSlots> booked = tables.bookedFrom(clock.instant());
        return calendars.keySet().stream().filter(branch -> {
            SlotCalendar calendar = calendars.get(branch);
            return offers(branch, calendar, booked.getOrDefault(branch, BookedSlots.NONE), calendar.dayOf(clock.instant()),
                    calendar.rules().daysAhead() + 1, SlotAudience.PATRON).stream().anyMatch(SlotOffer::isFree);
        }).collect(Collectors.toSet());
    }

    /** How the branch runs its pickups: {@link SlotRules#DEFAULT} until a manager says otherwise. */
    @Transactional(readOnly = true)
    public SlotRules rules(UUID branch) {
        return tables.calendar(branch).rules();
    }

    /** When a slot that ends then has been missed: its branch waits some minutes longer. */
    public Instant missedAt(UUID branch, Instant endsAt) {
        return endsAt.plus(rules(branch).grace());
    }

    /** @throws NoSuchElementException when there is no such branch */
    public SlotCalendar calendar(UUID branch) {
        return tables.calendar(branch);
    }

    /** How full the slots of that day are, in order of time: those of the calendar, and what was booked before it was changed. */
    public List<SlotLoad> loads(UUID branch, SlotCalendar calendar, LocalDate day) {
        Map<Instant, SlotLoad> loads = new TreeMap<>();
        BookedSlots booked = tables.booked(branch, day.atStartOfDay(calendar.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
        calendar.slotsOn(day).forEach(slot -> loads.put(slot.startsAt(),
                new SlotLoad(slot.startsAt(), slot.endsAt(), 0, booked.takenDuring(slot), calendar.rules().places())));
        booked.all().stream().filter(each -> each.taken() > 0).forEach(each -> loads.put(each.startsAt(), new SlotLoad(each.startsAt(),
                each.endsAt(), each.taken(), booked.takenDuring(new Slot(each.startsAt(), each.endsAt())), each.places())));
        return List.copyOf(loads.values());
    }

    private Optional<Outcome<BookedSlot>> refusal(SlotCalendar calendar, Instant startsAt, Optional<Slot> slot,
                                                  SlotAudience audience) {
        Instant now = clock.instant();
        SlotRules rules = calendar.rules();
        if (!audience.stillTimeFor(slot.orElse(new Slot(startsAt, startsAt)), now)) {
            return Optional.of(Outcome.refused(SlotRefusal.SLOT_PAST));
        }
        if (audience.tooSoon(startsAt, now, rules)) {
            return Optional.of(Outcome.refused(SlotRefusal.SLOT_TOO_SOON, rules.leadMinutes() / 60,
                    rules.leadMinutes() % 60));
        }
        if (tooFar(calendar, startsAt, now)) {
            return Optional.of(Outcome.refused(SlotRefusal.SLOT_TOO_FAR, rules.daysAhead()));
        }
        return slot.isEmpty() ? Optional.of(Outcome.refused(SlotRefusal.SLOT_NOT_OFFERED)) : Optional.empty();
    }

    private static boolean tooFar(SlotCalendar calendar, Instant startsAt, Instant now) {
        return calendar.dayOf(startsAt).isAfter(calendar.dayOf(now).plusDays(calendar.rules().daysAhead()));
    }

    /** The public sees what it may choose; what staff may choose is theirs to see, at every branch. */
    private void staffOnly(SlotAudience audience) {
        if (audience == SlotAudience.STAFF) {
            signedIn.require(Role.AGENT);
        }
    }

    private List<SlotOffer> offers(UUID branch, SlotCalendar calendar, LocalDate from, int days, SlotAudience audience) {
        ZoneId zone = calendar.zone();
        return offers(branch, calendar, tables.booked(branch, from.atStartOfDay(zone).toInstant(),
                from.plusDays(days).atStartOfDay(zone).toInstant()), from, days, audience);
    }

    private List<SlotOffer> offers(UUID branch, SlotCalendar calendar, BookedSlots booked,
                                   LocalDate from, int days, SlotAudience audience) {
        Instant now = clock.instant();
        List<SlotOffer> offers = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(from.plusDays(days)); day = day.plusDays(1)) {
            for (Slot slot : calendar.slotsOn(day)) {
                if (audience.stillTimeFor(slot, now) && !audience.tooSoon(slot.startsAt(), now, calendar.rules())
                        && !tooFar(calendar, slot.startsAt(), now)) {
                    offers.add(booked.offer(branch, slot, calendar.rules().places()));
                }
            }
        }
        return offers;
    }
}
