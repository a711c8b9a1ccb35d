package org.passerelle.circulation.service;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.domain.BookedSlot;
import org.passerelle.circulation.domain.SlotCalendar;
import org.passerelle.circulation.domain.SlotCalendar.Slot;
import org.passerelle.circulation.domain.SlotOffer;
import org.passerelle.circulation.domain.SlotRules;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.live.Topic;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places of the pickup slots. A place is taken in the transaction of whoever needs it, by one conditional
 * statement: there is never one more booking than places, however many ask at once.
 */
@Service
public class PickupSlots {

    /** Days one call of {@link #offers} may span at most. */
    public static final int MOST_DAYS = 31;
    /** Open screens hear of it with the branch's id when a place is taken, given back, or the settings change. */
    public static final String TOPIC = "pickup-slots";

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

    /** Takes a place for a patron. Whoever is refused a full slot may be shown {@link #nearestFree}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<BookedSlot> take(UUID branch, Instant startsAt) {
        return take(branch, startsAt, Asking.PATRON);
    }

    /** Takes a place for a patron whom staff serve: no lead time, and the slot under way may still be chosen. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<BookedSlot> takeAsStaff(UUID branch, Instant startsAt) {
        signedIn.requireAt(branch);
        return take(branch, startsAt, Asking.STAFF);
    }

    /**
     * Locks two slots in a fixed order before a place is taken in one and given back in the other: two patrons who swap
     * would else each wait for the other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockBoth(UUID slot, UUID branch, Instant startsAt) {
        jdbc.sql("select id from app.pickup_slot where id = ? or branch = ? and starts_at = ? order by id for update")
                .params(slot, branch, Timestamp.from(startsAt)).query(UUID.class).list();
    }

    /** Takes a place for a patron whose bag is ready: nothing has to be prepared any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<BookedSlot> takeForReadyBag(UUID branch, Instant startsAt) {
        return take(branch, startsAt, Asking.PATRON_WITH_READY_BAG);
    }

    /** Gives one place back, once for each that was taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID slotId) {
        UUID branch = jdbc.sql("update app.pickup_slot set taken = taken - 1 where id = ? and taken > 0 returning branch")
                .param(slotId).query(UUID.class).optional()
                .orElseThrow(() -> new IllegalStateException("no place is taken in slot " + slotId));
        events.publishEvent(new Topic(TOPIC, branch));
    }

    /**
     * The slots a patron may choose from, full ones included, in order.
     *
     * @param days at most {@link #MOST_DAYS}; what is past, too soon or too far ahead is left out anyway
     */
    @Transactional(readOnly = true)
    public List<SlotOffer> offers(UUID branch, LocalDate from, int days) {
        return offers(branch, from, days, Asking.PATRON);
    }

    /** The same for a patron whose bag is ready. */
    @Transactional(readOnly = true)
    public List<SlotOffer> offersForReadyBag(UUID branch, LocalDate from, int days) {
        return offers(branch, from, days, Asking.PATRON_WITH_READY_BAG);
    }

    /** The same for staff, who need not respect the lead time. */
    @Transactional(readOnly = true)
    public List<SlotOffer> offersAsStaff(UUID branch, LocalDate from, int days) {
        return offers(branch, from, days, Asking.STAFF);
    }

    /** Slots with a place left that a patron may choose, those nearest to that instant, in order of time. */
    @Transactional(readOnly = true)
    public List<SlotOffer> nearestFree(UUID branch, Instant around, int howMany) {
        return nearestFree(branch, around, howMany, Asking.PATRON);
    }

    /** The same for a patron whose bag is ready. */
    @Transactional(readOnly = true)
    public List<SlotOffer> nearestFreeForReadyBag(UUID branch, Instant around, int howMany) {
        return nearestFree(branch, around, howMany, Asking.PATRON_WITH_READY_BAG);
    }

    /** The same for staff, who need not respect the lead time. */
    @Transactional(readOnly = true)
    public List<SlotOffer> nearestFreeAsStaff(UUID branch, Instant around, int howMany) {
        return nearestFree(branch, around, howMany, Asking.STAFF);
    }

    private List<SlotOffer> nearestFree(UUID branch, Instant around, int howMany, Asking asking) {
        SlotCalendar calendar = tables.calendar(branch);
        LocalDate today = calendar.dayOf(clock.instant());
        return offers(branch, calendar, today, calendar.rules().daysAhead() + 1, asking).stream()
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
        Map<UUID, Map<Instant, SlotTables.Booked>> booked = tables.bookedFrom(clock.instant());
        return calendars.keySet().stream().filter(branch -> {
            SlotCalendar calendar = calendars.get(branch);
            return offers(branch, calendar, booked.getOrDefault(branch, Map.of()), calendar.dayOf(clock.instant()),
                    calendar.rules().daysAhead() + 1, Asking.PATRON).stream().anyMatch(SlotOffer::isFree);
        }).collect(Collectors.toSet());
    }

    /** How the branch runs its pickups: {@link SlotRules#DEFAULT} until a manager says otherwise. */
    @Transactional(readOnly = true)
    public SlotRules rules(UUID branch) {
        return tables.calendar(branch).rules();
    }

    private Outcome<BookedSlot> take(UUID branch, Instant startsAt, Asking asking) {
        SlotCalendar calendar = tables.calendar(branch);
        Optional<Slot> slot = calendar.slotAt(startsAt);
        Optional<Outcome<BookedSlot>> refused = refusal(calendar, startsAt, slot, asking);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<BookedSlot> booked = jdbc.sql("""
                insert into app.pickup_slot as slot (id, branch, starts_at, ends_at, places, taken)
                values (?, ?, ?, ?, ?, 1)
                on conflict (branch, starts_at) do update set taken = slot.taken + 1
                where slot.taken < least(slot.places, excluded.places)
                returning slot.id, slot.ends_at""")
                .params(UUID.randomUUID(), branch, Timestamp.from(startsAt), Timestamp.from(slot.get().endsAt()),
                        calendar.rules().places())
                .query((row, i) -> new BookedSlot(row.getObject(1, UUID.class), branch, startsAt,
                        row.getTimestamp(2).toInstant()))
                .optional();
        booked.ifPresent(taken -> events.publishEvent(new Topic(TOPIC, branch)));
        return booked.map(Outcome::done).orElseGet(() -> Outcome.refused(CirculationRefusal.SLOT_FULL));
    }

    private Optional<Outcome<BookedSlot>> refusal(SlotCalendar calendar, Instant startsAt, Optional<Slot> slot,
                                                  Asking asking) {
        Instant now = clock.instant();
        SlotRules rules = calendar.rules();
        if (!asking.stillTimeFor(slot.orElse(new Slot(startsAt, startsAt)), now)) {
            return Optional.of(Outcome.refused(CirculationRefusal.SLOT_PAST));
        }
        if (asking.tooSoon(startsAt, now, rules)) {
            return Optional.of(Outcome.refused(CirculationRefusal.SLOT_TOO_SOON, rules.leadMinutes() / 60,
                    rules.leadMinutes() % 60));
        }
        if (tooFar(calendar, startsAt, now)) {
            return Optional.of(Outcome.refused(CirculationRefusal.SLOT_TOO_FAR, rules.daysAhead()));
        }
        return slot.isEmpty() ? Optional.of(Outcome.refused(CirculationRefusal.SLOT_NOT_OFFERED)) : Optional.empty();
    }

    private static boolean tooFar(SlotCalendar calendar, Instant startsAt, Instant now) {
        return calendar.dayOf(startsAt).isAfter(calendar.dayOf(now).plusDays(calendar.rules().daysAhead()));
    }

    private List<SlotOffer> offers(UUID branch, LocalDate from, int days, Asking asking) {
        return offers(branch, tables.calendar(branch), from, Math.clamp(days, 0, MOST_DAYS), asking);
    }

    private List<SlotOffer> offers(UUID branch, SlotCalendar calendar, LocalDate from, int days, Asking asking) {
        ZoneId zone = calendar.zone();
        return offers(branch, calendar, tables.booked(branch, from.atStartOfDay(zone).toInstant(),
                from.plusDays(days).atStartOfDay(zone).toInstant()), from, days, asking);
    }

    private List<SlotOffer> offers(UUID branch, SlotCalendar calendar, Map<Instant, SlotTables.Booked> booked,
                                   LocalDate from, int days, Asking asking) {
        Instant now = clock.instant();
        List<SlotOffer> offers = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(from.plusDays(days)); day = day.plusDays(1)) {
            for (Slot slot : calendar.slotsOn(day)) {
                if (asking.stillTimeFor(slot, now) && !asking.tooSoon(slot.startsAt(), now, calendar.rules())
                        && !tooFar(calendar, slot.startsAt(), now)) {
                    SlotTables.Booked row = booked.getOrDefault(slot.startsAt(),
                            new SlotTables.Booked(slot.endsAt(), calendar.rules().places(), 0));
                    int free = Math.max(0, Math.min(row.places(), calendar.rules().places()) - row.taken());
                    offers.add(new SlotOffer(branch, slot.startsAt(), row.endsAt(), free));
                }
            }
        }
        return offers;
    }

    /** For whom the branch's need of time counts. */
    private enum Asking {
        PATRON {
            @Override
            boolean stillTimeFor(Slot slot, Instant now) {
                return slot.startsAt().isAfter(now);
            }

            @Override
            boolean tooSoon(Instant startsAt, Instant now, SlotRules rules) {
                return startsAt.isBefore(now.plus(rules.lead()));
            }
        },
        PATRON_WITH_READY_BAG {
            @Override
            boolean stillTimeFor(Slot slot, Instant now) {
                return slot.startsAt().isAfter(now);
            }

            @Override
            boolean tooSoon(Instant startsAt, Instant now, SlotRules rules) {
                return false;
            }
        },
        STAFF {
            @Override
            boolean stillTimeFor(Slot slot, Instant now) {
                return slot.endsAt().isAfter(now);
            }

            @Override
            boolean tooSoon(Instant startsAt, Instant now, SlotRules rules) {
                return false;
            }
        };

        abstract boolean stillTimeFor(Slot slot, Instant now);

        abstract boolean tooSoon(Instant startsAt, Instant now, SlotRules rules);
    }
}
