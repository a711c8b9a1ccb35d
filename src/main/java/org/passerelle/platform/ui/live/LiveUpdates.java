package org.passerelle.platform.ui.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open screens that what they show has changed, so that nobody has to reload. */
@org.springframework.stereotype.Component
public class LiveUpdates {

    private static final Logger log = LoggerFactory.getLogger(LiveUpdates.class);

    private final Map<Topic, Set<Screen>> screens = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor tellers;
    private final Duration rest;

    /**
     * @param threads so many screens may be slow before another waits for them
     * @param rest    from one refresh of a screen to its next, however much changes meanwhile
     */
    LiveUpdates(@Value("${passerelle.live.threads:4}") int threads,
                @Value("${passerelle.live.at-most-every:1s}") Duration rest) {
        this.rest = rest;
        tellers = new ScheduledThreadPoolExecutor(threads,
                Thread.ofPlatform().name("live-updates-", 0).daemon().factory());
    }

    /** Runs {@code refresh} under that screen's lock whenever the topic changes, as long as the component is attached. */
    public void follow(Component component, Topic topic, Runnable refresh) {
        component.addAttachListener(attached -> followUntilDetached(component, attached.getUI(), topic, refresh));
        if (component.isAttached()) {
            followUntilDetached(component, component.getUI().orElseThrow(), topic, refresh);
        }
    }

    private void followUntilDetached(Component component, UI ui, Topic topic, Runnable refresh) {
        Registration registration = register(ui, topic, refresh);
        component.addDetachListener(detached -> {
            detached.unregisterListener();
            registration.remove();
        });
    }

    Registration register(UI ui, Topic topic, Runnable refresh) {
        Screen screen = new Screen(ui, refresh, new AtomicBoolean(), new AtomicLong(System.nanoTime() - rest.toNanos()));
        // Within compute: whoever leaves the topic at the same time would throw away the set that this screen joins.
        screens.compute(topic, (t, following) -> {
            Set<Screen> joined = following == null ? ConcurrentHashMap.newKeySet() : following;
            joined.add(screen);
            return joined;
        });
        return () -> screens.computeIfPresent(topic, (t, following) -> {
            following.remove(screen);
            return following.isEmpty() ? null : following;
        });
    }

    /**
     * Told on other threads: the one that committed still holds its transaction and its user, and must not wait for
     * other people's screens. The first change is shown at once; of those that follow fast, a screen shows the last.
     */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(Topic topic) {
        for (Screen screen : screens.getOrDefault(topic, Set.of())) {
            if (screen.waiting().compareAndSet(false, true)) {
                tellers.schedule(() -> tell(screen), screen.toldAt().get() + rest.toNanos() - System.nanoTime(),
                        TimeUnit.NANOSECONDS);
            }
        }
    }

    private void tell(Screen screen) {
        try {
            screen.ui().access(() -> {
                screen.toldAt().set(System.nanoTime());
                screen.waiting().set(false);
                screen.refresh().run();
            });
        } catch (UIDetachedException gone) {
            log.debug("a screen closed while it was told");
        } catch (RuntimeException untold) {
            // It has not been told: the next change must try again.
            screen.waiting().set(false);
            log.warn("a screen could not be told of a change", untold);
        }
    }

    @PreDestroy
    void stop() {
        tellers.shutdownNow();
    }

    private record Screen(UI ui, Runnable refresh, AtomicBoolean waiting, AtomicLong toldAt) {
    }
}
