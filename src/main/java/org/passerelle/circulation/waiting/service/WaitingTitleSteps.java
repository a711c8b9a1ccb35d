package org.passerelle.circulation.waiting.service;

import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.queue.domain.TitleWait;
import org.passerelle.circulation.queue.domain.TitleWaits;
import org.passerelle.circulation.queue.domain.WaitState;
import org.passerelle.circulation.queue.service.TitleQueue;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.time.AppClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the waiting-title process does by itself. Each step does nothing where somebody has been quicker. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class WaitingTitleSteps {

    private final TitleWaits waits;
    private final TitleQueue queue;
    private final WaitNews news;
    private final AppClock clock;

    WaitingTitleSteps(TitleWaits waits, TitleQueue queue, WaitNews news, AppClock clock) {
        this.waits = waits;
        this.queue = queue;
        this.news = news;
        this.clock = clock;
    }

    public void tellPatron(WaitId id) {
        TitleWait wait = waits.find(id).orElseThrow();
        if (wait.state() == WaitState.OFFERED) {
            news.writeOffer(wait);
        }
    }

    /** Nobody has answered: the copy goes to the next in the queue, or to its shelf. */
    public void passOn(WaitId id) {
        TitleWait wait = waits.lockWithQueue(id).orElseThrow();
        if (waits.end(id, WaitState.OFFERED, WaitState.LAPSED, clock.instant())) {
            news.tell(wait, Channel.SYSTEM, "journal.waiting-title.lapsed");
            news.write(wait, "waiting-lapsed");
            queue.release(wait);
        }
    }

    public void endWait(WaitId id) {
        TitleWait wait = waits.lockWithQueue(id).orElseThrow();
        if (wait.state() != WaitState.OFFERED && wait.isOpen()
                && waits.end(id, wait.state(), WaitState.EXPIRED, clock.instant())) {
            news.tell(wait, Channel.SYSTEM, "journal.waiting-title.noLongerWanted");
            news.write(wait, "waiting-over");
            if (wait.hasCopy()) {
                queue.release(wait);
            }
        }
    }
}
