package org.passerelle.team.returns.service;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.team.members.service.TeamAccess;
import org.passerelle.team.returns.service.ReturnStart.ReturnDates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Returns of many people at once: a reopening. Some begin in a transaction at a time, so that it can be left, and pressed
 * again after a breakdown: whoever has a return under way is passed over.
 */
@Service
public class ReturnList {

    private static final Logger log = LoggerFactory.getLogger(ReturnList.class);
    private static final int BATCH = 20;
    /** Progress of a list; its id is the account of who started it. */
    public static final Topic.Kind PROGRESS = new Topic.Kind("return-list");

    private final ReturnStart start;
    private final TeamAccess access;
    private final SignedIn signedIn;
    private final ApplicationEventPublisher events;
    private final Map<UUID, Progress> running = new ConcurrentHashMap<>();
    private final ExecutorService work = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("return-list").daemon().factory());

    ReturnList(ReturnStart start, TeamAccess access, SignedIn signedIn, ApplicationEventPublisher events) {
        this.start = start;
        this.access = access;
        this.signedIn = signedIn;
        this.events = events;
    }

    /**
     * @param done    how many have been looked at
     * @param started of them, those whose return begins
     * @param passed  of them, those that were passed over
     * @param failed  of them, those for which something went wrong: to be begun again
     */
    public record Progress(int all, int done, int started, int passed, int failed) {

        public boolean isOver() {
            return done == all;
        }

        private Progress next(int looked, int begun) {
            return new Progress(all, done + looked, started + begun, passed + looked - begun, failed);
        }

        private Progress failedFor(int people) {
            return new Progress(all, done + people, started, passed, failed + people);
        }
    }

    /** The id under which the progress of who is signed in is told. */
    public UUID mine() {
        return signedIn.require(Role.MANAGER).accountId();
    }

    /** Of the person signed in; empty where nothing was started since the product's start. */
    public Optional<Progress> progress() {
        return Optional.ofNullable(running.get(mine()));
    }

    /** @return false while the last list of this person is still under way */
    public boolean startAll(UUID team, List<UUID> people, ReturnDates dates) {
        CurrentUser me = access.requireManager(team);
        List<UUID> each = new ArrayList<>(people.stream().distinct().toList());
        Progress begun = new Progress(each.size(), 0, 0, 0, 0);
        if (running.compute(me.accountId(), (id, before) -> before == null || before.isOver() ? begun : before) != begun) {
            return false;
        }
        work.execute(() -> {
            for (int from = 0; from < each.size(); from += BATCH) {
                some(me, each.subList(from, Math.min(each.size(), from + BATCH)), dates);
            }
        });
        return true;
    }

    private void some(CurrentUser me, List<UUID> people, ReturnDates dates) {
        try {
            int begun = signedIn.runAs(me, () -> start.startSeveral(people, dates));
            running.computeIfPresent(me.accountId(), (id, before) -> before.next(people.size(), begun));
        } catch (RuntimeException | Error failed) {
            log.warn("some returns of a list did not begin", failed);
            running.computeIfPresent(me.accountId(), (id, before) -> before.failedFor(people.size()));
        }
        events.publishEvent(PROGRESS.of(me.accountId()));
    }

    @PreDestroy
    void stop() {
        work.shutdownNow();
    }
}
