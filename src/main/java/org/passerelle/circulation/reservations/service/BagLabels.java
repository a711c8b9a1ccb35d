package org.passerelle.circulation.reservations.service;

import java.util.Locale;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.Reservation;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.paper.Label;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The label of a bag: its code, large and as a QR code, and its slot. No name: bags stand where everybody passes.
 */
@Service
public class BagLabels {

    private final ReservationAccess access;
    private final BranchRepository branches;
    private final Messages messages;

    BagLabels(ReservationAccess access, BranchRepository branches, Messages messages) {
        this.access = access;
        this.branches = branches;
        this.messages = messages;
    }

    /** A PDF of one page; for staff of the reservation's branch. */
    @Transactional(readOnly = true)
    public byte[] pdf(ReservationId id, Locale locale) {
        Reservation reservation = access.toReadAtDesk(id);
        Branch branch = branches.findById(reservation.branch()).orElseThrow();
        return Label.pdf(reservation.code(), branch.name(),
                DateTimes.dayAndTime(reservation.slotStartsAt(), branch.zone(), locale) + " · "
                        + messages.text(locale, "staff.documents", reservation.found().size()));
    }
}
