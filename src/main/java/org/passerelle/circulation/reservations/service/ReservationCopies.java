package org.passerelle.circulation.reservations.service;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.circulation.reservations.domain.ReservationLine;
import org.springframework.stereotype.Component;

/** The copies of a reservation, as the steps of a pickup move them. */
@Component
public class ReservationCopies {

    /** Where a copy stands for a case; everywhere else it stands for nobody. */
    private static final Set<PlaceKind> FOR_A_CASE = EnumSet.of(PlaceKind.HELD, PlaceKind.PICKED, PlaceKind.BAGGED,
            PlaceKind.TO_SHELF);

    private final CopyPlaces places;

    ReservationCopies(CopyPlaces places) {
        this.places = places;
    }

    /** @throws IllegalStateException when the reservation, whose lock the caller has, does not have it there */
    public void move(Reservation reservation, UUID copy, Set<PlaceKind> from, PlaceKind to) {
        move(reservation, copy, from, to, null);
    }

    /** @param note why, or null */
    public void move(Reservation reservation, UUID copy, Set<PlaceKind> from, PlaceKind to, String note) {
        move(reservation, copy, from, to, null, note);
    }

    private void move(Reservation reservation, UUID copy, Set<PlaceKind> from, PlaceKind to, Instant until, String note) {
        UUID id = reservation.id().value();
        if (!places.move(copy, id, from, to, FOR_A_CASE.contains(to) ? id : null, until, note)) {
            throw new IllegalStateException("copy " + copy + " is not where reservation " + id + " has it");
        }
    }

    public void moveAll(Reservation reservation, List<ReservationLine> lines, Set<PlaceKind> from, PlaceKind to) {
        lines.stream().map(ReservationLine::copy).sorted(Comparator.naturalOrder())
                .forEach(copy -> move(reservation, copy, from, to));
    }

    /** What was said to be on its shelf by mistake is to be put back again. @return false where it is not there any more */
    public boolean takeFromShelf(Reservation reservation, UUID copy) {
        return places.takeFromShelf(copy, reservation.id().value());
    }

    /** Out of the bag, or of what was to be put back. @param due when each is due, by copy */
    public void lend(Reservation reservation, Map<UUID, Instant> due) {
        due.keySet().stream().sorted().forEach(copy -> move(reservation, copy,
                EnumSet.of(PlaceKind.BAGGED, PlaceKind.TO_SHELF), PlaceKind.ON_LOAN, due.get(copy), null));
    }

    /**
     * Out of who collected them, or of what was to be put back, into the bag again.
     *
     * @return false where one of them is there no more
     */
    public boolean backInBag(Reservation reservation, List<UUID> bag) {
        UUID id = reservation.id().value();
        return bag.stream().sorted().allMatch(copy ->
                places.move(copy, null, EnumSet.of(PlaceKind.ON_LOAN), PlaceKind.BAGGED, id, null, null)
                || places.move(copy, id, EnumSet.of(PlaceKind.TO_SHELF), PlaceKind.BAGGED, id, null, null));
    }

    /** Where the copies of a reservation that has just ended are: on the shelf and free, or on their way back to it. */
    public void release(Reservation reservation) {
        reservation.lines().stream().sorted(Comparator.comparing(ReservationLine::copy)).forEach(line -> {
            if (line.state() == LineState.RELEASED) {
                move(reservation, line.copy(), EnumSet.of(PlaceKind.HELD), PlaceKind.SHELF);
            } else if (line.state() == LineState.TO_PUT_BACK) {
                move(reservation, line.copy(), FOR_A_CASE, PlaceKind.TO_SHELF);
            }
        });
    }
}
