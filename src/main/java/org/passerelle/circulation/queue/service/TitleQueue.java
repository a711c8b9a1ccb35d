package org.passerelle.circulation.queue.service;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.catalogue.CopiesOnShelf;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.WaitingPatrons;
import org.passerelle.circulation.queue.domain.TitleWait;
import org.passerelle.circulation.queue.domain.TitleWaits;
import org.passerelle.circulation.queue.domain.TitleWaits.TitleAt;
import org.passerelle.circulation.queue.process.ShelfReturnProcess;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.journal.Journal.Channel;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * First come, first served: whatever copy becomes free is set aside for those who wait for it there, before anybody else
 * can see it. The offer begins right after that, so that no scan waits for it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TitleQueue implements WaitingPatrons {

    private final TitleWaits waits;
    private final CopyPlaces copies;
    private final CopyOfferStart offer;
    private final ShelfReturnEnding ending;
    private final ShelfReturnProcess shelfReturn;
    private final Journal journal;

    TitleQueue(TitleWaits waits, CopyPlaces copies, CopyOfferStart offer, ShelfReturnEnding ending,
               ShelfReturnProcess shelfReturn, Journal journal) {
        this.waits = waits;
        this.copies = copies;
        this.offer = offer;
        this.ending = ending;
        this.shelfReturn = shelfReturn;
        this.journal = journal;
    }

    @EventListener
    public void setAside(CopiesOnShelf shelved) {
        Collection<TitleAt> queues = shelved.copies().stream().map(copy -> new TitleAt(copy.title(), copy.branch())).toList();
        waits.lock(queues);
        Set<TitleAt> waitedFor = waits.withSomebody(queues);
        for (CopiesOnShelf.Copy copy : shelved.copies()) {
            TitleAt queue = new TitleAt(copy.title(), copy.branch());
            if (waitedFor.contains(queue)) {
                setAside(queue, copy.id(), PlaceKind.SHELF, false);
            }
        }
    }

    @Override
    public Queue waiting(UUID title, UUID branch) {
        return waits.queue(new TitleAt(title, branch));
    }

    @Override
    public List<String> names(UUID title, UUID branch, int most) {
        return waits.names(new TitleAt(title, branch), most);
    }

    @Override
    public Set<UUID> awaited(Collection<UUID> titles, UUID branch) {
        return waits.waiting(titles, branch).keySet();
    }

    @Override
    public boolean setAside(UUID copy, UUID title, UUID branch, PlaceKind from) {
        TitleAt queue = new TitleAt(title, branch);
        waits.lock(List.of(queue));
        return setAside(queue, copy, from, true);
    }

    private boolean setAside(TitleAt queue, UUID copy, PlaceKind from, boolean inHand) {
        return giveToTheFirst(queue, copy, null, from, inHand);
    }

    @Override
    public void putOnShelf(UUID copy, UUID caseId, PlaceKind from) {
        putOnShelf(copy, caseId, from, Channel.STAFF, "journal.shelf-return.early");
    }

    private void putOnShelf(UUID copy, UUID caseId, PlaceKind from, Channel channel, String why) {
        move(copy, caseId, from, PlaceKind.TO_SHELF, copy);
        ending.beforeTheNext(copy);
        shelfReturn.start(copy);
        journal.record(ShelfReturnProcess.caseOf(copy), channel, why);
    }

    /**
     * What was kept for that wait, whose queue the caller has locked, is for the next in it. With nobody there it is on
     * its shelf again, or, where it stands apart, somebody is asked to put it back.
     */
    public void release(TitleWait wait) {
        release(wait.queue(), wait.copy(), wait.id().value(), wait.inHand());
    }

    /** The same for a copy that was set aside, and then promised to that reservation, which does without it. */
    public void releaseSetAside(UUID copy, UUID title, UUID branch, UUID reservation) {
        TitleAt queue = new TitleAt(title, branch);
        waits.lock(List.of(queue));
        release(queue, copy, reservation, true);
    }

    /**
     * A copy that is set aside and not offered yet is not to be had after all: who it was for waits on, in their turn.
     *
     * @return false, and nothing has changed, where it has been offered
     */
    public boolean doWithout(UUID copy, PlaceKind to, String note) {
        return waits.lockChosenFor(copy).map(wait -> {
            waits.waitOn(wait.id());
            if (!copies.move(copy, wait.id().value(), EnumSet.of(PlaceKind.HELD), to, null, null, note)) {
                throw new OptimisticLockingFailureException("copy " + copy + " has just been moved by somebody else");
            }
            return true;
        }).orElse(false);
    }

    private void release(TitleAt queue, UUID copy, UUID before, boolean inHand) {
        if (giveToTheFirst(queue, copy, before, PlaceKind.HELD, inHand)) {
            return;
        }
        if (inHand) {
            putOnShelf(copy, before, PlaceKind.HELD, Channel.SYSTEM, "journal.shelf-return.unwanted");
        } else {
            move(copy, before, PlaceKind.HELD, PlaceKind.SHELF, null);
        }
    }

    private boolean giveToTheFirst(TitleAt queue, UUID copy, UUID before, PlaceKind from, boolean inHand) {
        Optional<WaitId> chosen = waits.choose(queue, copy, inHand);
        chosen.ifPresent(wait -> {
            move(copy, before, from, PlaceKind.HELD, wait.value());
            offer.soon(copy);
        });
        return chosen.isPresent();
    }

    private void move(UUID copy, UUID caseId, PlaceKind from, PlaceKind to, UUID newCase) {
        if (!copies.move(copy, caseId, EnumSet.of(from), to, newCase, null, null)) {
            throw new OptimisticLockingFailureException("copy " + copy + " has just been moved by somebody else");
        }
    }
}
