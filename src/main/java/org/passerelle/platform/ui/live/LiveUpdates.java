package org.passerelle.platform.ui.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open screens that what they show has changed, so that nobody has to reload. */
@org.springframework.stereotype.Component
public class LiveUpdates {

    private static final Logger log = LoggerFactory.getLogger(LiveUpdates.class);

    private final Map<Topic, Set<Screen>> screens = new ConcurrentHashMap<>();

    /** Runs {@code refresh} under that screen's lock whenever the topic changes, as long as the component is attached. */
    public void follow(Component component, Topic topic, Runnable refresh) {
        component.addAttachListener(attached -> {
            Registration registration = register(attached.getUI(), topic, refresh);
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                registration.remove();
            });
        });
    }

    private Registration register(UI ui, Topic topic, Runnable refresh) {
        Screen screen = new Screen(ui, refresh);
        screens.computeIfAbsent(topic, t -> ConcurrentHashMap.newKeySet()).add(screen);
        return () -> screens.computeIfPresent(topic, (t, following) -> {
            following.remove(screen);
            return following.isEmpty() ? null : following;
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(Topic topic) {
        screens.getOrDefault(topic, Set.of()).forEach(screen -> {
            try {
                screen.ui().access(screen.refresh()::run);
            } catch (UIDetachedException gone) {
                log.debug("a screen closed while it was told");
            }
        });
    }

    private record Screen(UI ui, Runnable refresh) {
    }
}
