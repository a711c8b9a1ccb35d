package org.passerelle.circulation.queue.service;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.CopyPlaces.Away;
import org.passerelle.circulation.ExpectedDays;
import org.passerelle.circulation.queue.domain.TitleWaits;
import org.passerelle.circulation.queue.domain.TitleWaits.InQueue;
import org.passerelle.circulation.queue.domain.TitleWaits.TitleAt;
import org.passerelle.platform.time.AppClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Two statements, however many copies would come on other days. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class QueueForecast implements ExpectedDays {

    private final TitleWaits waits;
    private final CopyPlaces copies;
    private final AppClock clock;

    QueueForecast(TitleWaits waits, CopyPlaces copies, AppClock clock) {
        this.waits = waits;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public List<ExpectedDay> ofMoved(Map<UUID, Move> moved) {
        Map<TitleAt, List<InQueue>> queues = waits.queuesOf(moved.keySet()).stream()
                .collect(groupingBy(InQueue::queue, LinkedHashMap::new, toList()));
        if (queues.isEmpty()) {
            return List.of();
        }
        Map<TitleAt, List<Away>> away = copies.away(queues.keySet().stream().map(TitleAt::title).distinct().toList()).stream()
                .collect(groupingBy(copy -> new TitleAt(copy.title(), copy.branch())));
        Instant now = clock.instant();
        List<ExpectedDay> prospects = new ArrayList<>();
        queues.forEach((queue, people) -> prospects.addAll(prospects(people, away.getOrDefault(queue, List.of()), moved, now)));
        return prospects.stream().filter(each -> !each.before().equals(each.after()))
                .sorted(Comparator.comparing(ExpectedDay::after).thenComparing(ExpectedDay::title).thenComparing(ExpectedDay::patron))
                .toList();
    }

    private static List<ExpectedDay> prospects(List<InQueue> people, List<Away> away, Map<UUID, Move> moved, Instant now) {
        List<Instant> before = coming(away, now, (copy, until) -> moved.containsKey(copy) ? moved.get(copy).before() : until);
        List<Instant> after = coming(away, now, (copy, until) -> moved.containsKey(copy) ? moved.get(copy).after() : until);
        List<ExpectedDay> prospects = new ArrayList<>();
        for (int turn = 0; turn < Math.min(people.size(), before.size()); turn++) {
            InQueue person = people.get(turn);
            prospects.add(new ExpectedDay(person.patron(), person.title(), person.branch(),
                    before.get(turn).atZone(person.zone()).toLocalDate(), after.get(turn).atZone(person.zone()).toLocalDate()));
        }
        return prospects;
    }

    /** When copies come, the first one first; what is overdue is not expected, what would be free already comes now. */
    private static List<Instant> coming(List<Away> away, Instant now, BiFunction<UUID, Instant, Instant> when) {
        return away.stream().flatMap(copy -> {
            Instant at = when.apply(copy.copy(), copy.until() != null && copy.until().isAfter(now) ? copy.until() : null);
            return at == null ? Stream.empty() : Stream.of(at.isBefore(now) ? now : at);
        }).sorted().toList();
    }
}
