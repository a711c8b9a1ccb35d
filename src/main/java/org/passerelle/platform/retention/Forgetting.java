package org.passerelle.platform.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.time.AppClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets every night what has been kept long enough. Each kind of data has a case of its own: one that cannot be
 * forgotten is an incident, and the others are forgotten all the same.
 */
@Service
@Transactional
public class Forgetting {

    /** Rows of one transaction: nobody waits long for what it locks, and a restart loses little. */
    static final int AT_MOST = 500;

    /** By the network's clock. */
    private static final LocalTime NIGHT = LocalTime.of(3, 40);

    private final Map<UUID, KeptData> kept;
    private final ForgettingFigures figures;
    private final RetentionProcess process;
    private final NetworkZone network;
    private final AppClock clock;

    Forgetting(List<KeptData> kept, ForgettingFigures figures, RetentionProcess process, NetworkZone network,
               AppClock clock) {
        this.kept = kept.stream().collect(Collectors.toMap(data -> RetentionProcess.caseOf(data.key()).id(),
                Function.identity()));
        this.figures = figures;
        this.process = process;
        this.network = network;
        this.clock = clock;
    }

    /** Forgets at most {@link #AT_MOST} rows. @return whether there may be more of it */
    public boolean forgetSome(UUID caseId) {
        Optional<KeptData> data = Optional.ofNullable(kept.get(caseId));
        return data.isPresent() && forgetSome(data.get());
    }

    private boolean forgetSome(KeptData data) {
        Instant now = clock.instant();
        int forgotten = data.forget(now.minus(data.keepFor()), AT_MOST);
        figures.add(data.key(), now.atZone(network.zone()).toLocalDate(), forgotten, now);
        return forgotten >= AT_MOST;
    }

    /** Tonight, or tomorrow night; never again where an earlier version kept what this one does not know. */
    public void planNextRun(UUID caseId) {
        Optional.ofNullable(kept.get(caseId)).ifPresent(data -> process.start(data.key(), nextNight()));
    }

    /** Plans the first run of whatever has none. */
    public void planMissingRuns() {
        kept.values().stream().map(KeptData::key).filter(key -> !process.isPlanned(key)).sorted()
                .forEach(key -> process.start(key, nextNight()));
    }

    private Instant nextNight() {
        Instant now = clock.instant();
        ZoneId zone = network.zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant tonight = today.atTime(NIGHT).atZone(zone).toInstant();
        return tonight.isAfter(now) ? tonight : today.plusDays(1).atTime(NIGHT).atZone(zone).toInstant();
    }
}
