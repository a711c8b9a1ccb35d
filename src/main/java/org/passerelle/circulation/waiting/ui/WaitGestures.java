package org.passerelle.circulation.waiting.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.passerelle.circulation.reservations.service.NewReservations.Reserved;
import org.passerelle.circulation.waiting.service.WaitDetails;
import org.passerelle.circulation.waiting.service.WaitLinks;
import org.passerelle.circulation.waiting.service.WaitingList;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.time.AppClock;
import org.passerelle.slots.domain.SlotAudience;
import org.passerelle.slots.domain.SlotOffer;
import org.passerelle.slots.service.PickupSlots;

/**
 * What can be done about one wait, be it by its patron, by who holds its link, or by staff.
 *
 * @param look     empty once the link has lapsed
 * @param slots    from which to choose when a copy is offered
 * @param reserved hears what the offer has become
 */
public record WaitGestures(Supplier<Optional<WaitDetails>> look, Function<Instant, Outcome<Reserved>> accept,
                    Supplier<Outcome<Void>> giveUp, Function<WaitDetails, List<SlotOffer>> slots,
                    Consumer<Reserved> reserved) {

    static WaitGestures ofPatron(WaitDetails wait, WaitingList list, PickupSlots slots, AppClock clock,
                                 Consumer<Reserved> reserved) {
        return new WaitGestures(() -> Optional.of(list.details(wait.id())),
                slot -> list.accept(wait.id(), slot, Channel.ONLINE),
                () -> list.giveUp(wait.id()), forPatrons(slots, clock), reserved);
    }

    public static WaitGestures byLink(String token, WaitLinks links, PickupSlots slots, AppClock clock,
                               Consumer<Reserved> reserved) {
        return new WaitGestures(() -> links.open(token), slot -> links.accept(token, slot),
                () -> links.giveUp(token), forPatrons(slots, clock), reserved);
    }

    /** @param channel by which the patron answers */
    static WaitGestures ofStaff(WaitDetails wait, Supplier<Channel> channel, WaitingList list, PickupSlots slots,
                                AppClock clock, Consumer<Reserved> reserved) {
        return new WaitGestures(() -> Optional.of(list.details(wait.id())),
                slot -> list.accept(wait.id(), slot, channel.get()), () -> list.giveUp(wait.id()),
                at -> slots.offers(at.branch(), today(at, clock), PickupSlots.MOST_DAYS, SlotAudience.STAFF), reserved);
    }

    private static Function<WaitDetails, List<SlotOffer>> forPatrons(PickupSlots slots, AppClock clock) {
        return at -> slots.offers(at.branch(), today(at, clock), PickupSlots.MOST_DAYS, SlotAudience.PATRON);
    }

    private static LocalDate today(WaitDetails wait, AppClock clock) {
        return clock.instant().atZone(wait.zone()).toLocalDate();
    }
}
