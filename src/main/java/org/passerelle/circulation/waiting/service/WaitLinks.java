package org.passerelle.circulation.waiting.service;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.circulation.queue.domain.TitleWait;
import org.passerelle.circulation.queue.domain.TitleWaits;
import org.passerelle.circulation.reservations.service.NewReservations.Reserved;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.security.LinkHolders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The link in the message of an offer: whoever holds its token may do for that one wait what its patron may. */
@Service
public class WaitLinks {

    private final TitleWaits waits;
    private final WaitingList list;
    private final LinkHolders holders;
    private final TransactionTemplate transaction;

    WaitLinks(TitleWaits waits, WaitingList list, LinkHolders holders, TransactionTemplate transaction) {
        this.waits = waits;
        this.list = list;
        this.holders = holders;
        this.transaction = transaction;
    }

    /** Empty for a wrong token, and for one that {@link #hasLapsed}. */
    public Optional<WaitDetails> open(String token) {
        return find(token).filter(wait -> !holders.hasLapsed(wait)).map(wait -> holders.asItsPatron(wait, () -> list.details(wait.id())));
    }

    /** Its wait has been over for so long that nothing is shown of it any more. */
    public boolean hasLapsed(String token) {
        return find(token).filter(holders::hasLapsed).isPresent();
    }

    public Outcome<Reserved> accept(String token, Instant slotStartsAt) {
        return find(token).map(wait -> holders.asItsPatron(wait, () -> list.accept(wait.id(), slotStartsAt, Channel.ONLINE)))
                .orElseGet(() -> Outcome.refused(CommonRefusal.NOT_FOUND));
    }

    public Outcome<Void> giveUp(String token) {
        return find(token).map(wait -> holders.asItsPatron(wait, () -> list.giveUp(wait.id())))
                .orElseGet(() -> Outcome.refused(CommonRefusal.NOT_FOUND));
    }

    private Optional<TitleWait> find(String token) {
        return transaction.execute(status -> waits.findByToken(token));
    }
}
