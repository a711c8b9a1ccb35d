package org.passerelle.circulation.service;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.catalogue.CopiesOnShelf;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.WaitingPatrons;
import org.passerelle.circulation.domain.TitleWait;
import org.passerelle.circulation.domain.TitleWaits;
import org.passerelle.circulation.domain.TitleWaits.Line;
import org.passerelle.circulation.process.WaitingTitleProcess;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.time.AppClock;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * First come, first served: whatever copy comes to its shelf is held for the first who waits for it there, before
 * anybody else can see it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class WaitingLine implements WaitingPatrons {

    /** Where a copy is that somebody has just found fit for use. */
    private static final Set<PlaceKind> ON_ITS_WAY = EnumSet.of(PlaceKind.QUARANTINE, PlaceKind.IN_TRANSIT,
            PlaceKind.TO_SHELF);

    private final TitleWaits waits;
    private final CopyPlaces copies;
    private final PickupSlots slots;
    private final WaitingTitleProcess process;
    private final WaitNews news;
    private final AppClock clock;

    WaitingLine(TitleWaits waits, CopyPlaces copies, PickupSlots slots, WaitingTitleProcess process, WaitNews news,
                AppClock clock) {
        this.waits = waits;
        this.copies = copies;
        this.slots = slots;
        this.process = process;
        this.news = news;
        this.clock = clock;
    }

    @EventListener
    public void offer(CopiesOnShelf shelved) {
        Collection<Line> lines = shelved.copies().stream().map(copy -> new Line(copy.title(), copy.branch())).toList();
        waits.lock(lines);
        Set<Line> waitedFor = waits.withSomebody(lines);
        for (CopiesOnShelf.Copy copy : shelved.copies()) {
            Line line = new Line(copy.title(), copy.branch());
            if (waitedFor.contains(line)) {
                offerToFirst(line, copy.id(), EnumSet.of(PlaceKind.SHELF));
            }
        }
    }

    @Override
    public int waiting(UUID title, UUID branch) {
        return waits.waiting(new Line(title, branch));
    }

    @Override
    public boolean setAside(UUID copyId) {
        CopyInfo copy = copies.copies(List.of(copyId)).getFirst();
        Line line = new Line(copy.title(), copy.branch());
        waits.lock(List.of(line));
        return offerToFirst(line, copyId, ON_ITS_WAY);
    }

    /** What was offered is for the next in the line; with nobody there it is on its shelf again. */
    void release(TitleWait wait) {
        if (!copies.move(wait.copy(), wait.id().value(), EnumSet.of(PlaceKind.HELD), PlaceKind.SHELF, null, null,
                null)) {
            throw new IllegalStateException("copy " + wait.copy() + " is not set aside for wait " + wait.id().value());
        }
    }

    private boolean offerToFirst(Line line, UUID copy, Set<PlaceKind> from) {
        Instant until = clock.instant().plus(slots.rules(line.branch()).offer());
        Optional<TitleWait> first = waits.first(line);
        // Who gives up at this very moment is passed over.
        while (first.isPresent() && !waits.offer(first.get().id(), copy, until)) {
            first = waits.first(line);
        }
        if (first.isEmpty()) {
            return false;
        }
        TitleWait wait = first.get();
        if (!copies.move(copy, null, from, PlaceKind.HELD, wait.id().value(), null, null)) {
            throw new OptimisticLockingFailureException("copy " + copy + " has just been moved by somebody else");
        }
        news.tell(wait, Channel.SYSTEM, "journal.waiting-title.offered");
        if (!process.offered(wait.id(), until)) {
            throw new IllegalStateException("wait " + wait.id().value() + " waits for no copy");
        }
        return true;
    }
}
