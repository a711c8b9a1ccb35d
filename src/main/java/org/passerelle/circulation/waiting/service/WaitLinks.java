package org.passerelle.circulation.waiting.service;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.passerelle.circulation.queue.domain.TitleWait;
import org.passerelle.circulation.queue.domain.TitleWaits;
import org.passerelle.circulation.reservations.service.NewReservations.Reserved;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.security.LinkLifetime;
import org.passerelle.platform.security.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The link in the message of an offer: whoever holds its token may do for that one wait what its patron may. */
@Service
public class WaitLinks {

    private final TitleWaits waits;
    private final WaitingList list;
    private final SignedIn signedIn;
    private final TransactionTemplate transaction;
    private final LinkLifetime life;

    WaitLinks(TitleWaits waits, WaitingList list, SignedIn signedIn, TransactionTemplate transaction, LinkLifetime life) {
        this.waits = waits;
        this.list = list;
        this.signedIn = signedIn;
        this.transaction = transaction;
        this.life = life;
    }

    /** Empty for a wrong token, and for one that {@link #hasLapsed}. */
    public Optional<WaitDetails> open(String token) {
        return notLapsed(token).map(wait -> asItsPatron(wait, () -> list.details(wait.id())));
    }

    /** Its wait has been over for so long that nothing is shown of it any more. */
    public boolean hasLapsed(String token) {
        return find(token).filter(wait -> life.hasLapsed(wait.endedAt())).isPresent();
    }

    public Outcome<Reserved> accept(String token, Instant slotStartsAt) {
        return find(token).map(wait -> asItsPatron(wait, () -> list.accept(wait.id(), slotStartsAt, Channel.ONLINE)))
                .orElseGet(() -> Outcome.refused(CommonRefusal.NOT_FOUND));
    }

    public Outcome<Void> giveUp(String token) {
        return find(token).map(wait -> asItsPatron(wait, () -> list.giveUp(wait.id())))
                .orElseGet(() -> Outcome.refused(CommonRefusal.NOT_FOUND));
    }

    private Optional<TitleWait> notLapsed(String token) {
        return find(token).filter(wait -> !life.hasLapsed(wait.endedAt()));
    }

    private Optional<TitleWait> find(String token) {
        return transaction.execute(status -> waits.findByToken(token));
    }

    private <T> T asItsPatron(TitleWait wait, Supplier<T> work) {
        return signedIn.runAsHolderOfALink(wait.patron(), work);
    }
}
