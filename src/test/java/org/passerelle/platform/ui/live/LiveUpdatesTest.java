package org.passerelle.platform.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;
import org.passerelle.support.Patience;

class LiveUpdatesTest {

    private static final int TRIES = 20_000;
    private static final Answer<Object> RUNS = call -> {
        call.<Command>getArgument(0).execute();
        return null;
    };

    private final LiveUpdates live = new LiveUpdates(2, Duration.ZERO);
    private final Topic topic = new Topic.Kind("drive-day").of(UUID.randomUUID());
    private final UI ui = mock(UI.class, withSettings().stubOnly());
    private final AtomicInteger told = new AtomicInteger();

    @AfterEach
    void stop() {
        live.stop();
    }

    @Test
    void aScreenThatCouldNotBeToldOnceIsToldOfTheNextChange() {
        when(ui.access(any())).thenThrow(new IllegalStateException("planted")).thenAnswer(RUNS);
        live.register(ui, topic, told::incrementAndGet);

        await().until(() -> {
            live.changed(topic);
            return told.get() > 0;
        });
    }

    @Test
    void aSlowScreenHoldsUpNoOther() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        when(ui.access(any())).thenAnswer(RUNS);
        live.register(ui, topic, () -> Patience.within(slow));
        live.register(ui, topic, told::incrementAndGet);

        live.changed(topic);

        await().until(() -> told.get() == 1);
        slow.complete(null);
    }

    @Test
    void atARushAScreenIsRefreshedOnceAndThenRests() {
        LiveUpdates calm = new LiveUpdates(1, Duration.ofHours(1));
        AtomicInteger others = new AtomicInteger();
        when(ui.access(any())).thenAnswer(RUNS);
        calm.register(ui, topic, told::incrementAndGet);
        calm.changed(topic);
        await().until(() -> told.get() == 1);

        IntStream.range(0, 100).forEach(change -> calm.changed(topic));
        calm.register(ui, topic, others::incrementAndGet);
        calm.changed(topic);

        await().until(() -> others.get() == 1);
        assertThat(told).hasValue(1);
        calm.stop();
    }

    @Test
    void whatChangesWhileAScreenRestsIsShownAfterwards() {
        LiveUpdates calm = new LiveUpdates(1, Duration.ofMillis(20));
        AtomicInteger state = new AtomicInteger();
        when(ui.access(any())).thenAnswer(RUNS);
        calm.register(ui, topic, () -> told.set(state.get()));

        IntStream.range(0, 1_000).forEach(change -> {
            state.incrementAndGet();
            calm.changed(topic);
        });

        await().until(() -> told.get() == 1_000);
        calm.stop();
    }

    @Test
    void whoJoinsWhileTheLastOneLeavesIsTold() throws Exception {
        when(ui.access(any())).thenAnswer(RUNS);
        for (int i = 0; i < TRIES; i++) {
            Registration leaving = live.register(ui, topic, () -> { });
            Registration joined = Patience.<Optional<Registration>>atOnce(List.of(
                    () -> {
                        leaving.remove();
                        return Optional.empty();
                    },
                    () -> Optional.of(live.register(ui, topic, told::incrementAndGet)))).getLast().orElseThrow();
            live.changed(topic);
            joined.remove();
        }
        await().until(() -> told.get() == TRIES);
    }
}
