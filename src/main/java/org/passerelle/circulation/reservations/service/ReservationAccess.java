package org.passerelle.circulation.reservations.service;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who may see and change which reservation: a patron their own, staff those of the branches they work for. What changes
 * a reservation locks it first: its lines, its copies and its case move with it, one gesture after the other. Rows are
 * locked in this order: patron, reservation, slots, copies by id.
 */
@Component
public class ReservationAccess {

    private static final Set<Channel> BY_STAFF = EnumSet.of(Channel.PHONE, Channel.LETTER, Channel.DESK);

    private final SignedIn signedIn;
    private final EntityManager rows;

    ReservationAccess(SignedIn signedIn, EntityManager rows) {
        this.signedIn = signedIn;
        this.rows = rows;
    }

    /** @throws AccessDeniedException also where there is no such reservation: nobody learns which exist */
    Reservation toChange(ReservationId id) {
        Reservation reservation = lock(id);
        CurrentUser user = user();
        if (!isOwn(user, reservation.patron()) && !user.mayActAt(reservation.branch())) {
            throw denied();
        }
        return reservation;
    }

    /** To change it as staff, and only at its branch. */
    public Reservation toServe(ReservationId id) {
        Reservation reservation = lock(id);
        signedIn.requireAt(reservation.branch());
        return reservation;
    }

    /** For staff of its branch to read. */
    Reservation toReadAtDesk(ReservationId id) {
        Reservation reservation = find(id);
        signedIn.requireAt(reservation.branch());
        return reservation;
    }

    /** For the process itself, which acts for nobody. */
    public Reservation toAdvance(ReservationId id) {
        return lock(id);
    }

    /** Staff see those of every branch. */
    Reservation toSee(ReservationId id) {
        Reservation reservation = find(id);
        CurrentUser user = user();
        if (!isOwn(user, reservation.patron()) && !user.isStaff()) {
            throw denied();
        }
        return reservation;
    }

    public CurrentUser user() {
        return signedIn.maybe().orElseThrow(ReservationAccess::denied);
    }

    /** Whether that person may ask for documents in that patron's name at that branch. */
    public void requireMayReserve(UUID patron, UUID branch) {
        CurrentUser user = user();
        if (!isOwn(user, patron) && !user.mayActAt(branch)) {
            throw denied();
        }
    }

    /** @throws IllegalArgumentException when that is not the way by which this person asks */
    public void requireOwn(Channel channel) {
        if (user().isStaff() != BY_STAFF.contains(channel)) {
            throw new IllegalArgumentException("channel " + channel + " is not this person's");
        }
    }

    /** Whether that person may know what that patron asks for: the patron, and staff. */
    public void requireMaySee(UUID patron) {
        CurrentUser user = user();
        if (!isOwn(user, patron) && !user.isStaff()) {
            throw denied();
        }
    }

    /** @param patron null where it is not known any more whose it was */
    private static boolean isOwn(CurrentUser user, UUID patron) {
        return user.has(Role.PATRON) && patron != null && patron.equals(user.patron());
    }

    private Reservation find(ReservationId id) {
        return found(rows.find(Reservation.class, id.value()));
    }

    private Reservation lock(ReservationId id) {
        return found(rows.find(Reservation.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    private static Reservation found(Reservation reservation) {
        return Optional.ofNullable(reservation).orElseThrow(ReservationAccess::denied);
    }

    private static AccessDeniedException denied() {
        return new AccessDeniedException("not for this person");
    }
}
