package org.passerelle.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter.Due;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.domain.InboxWords;
import org.passerelle.inbox.domain.TaskKind;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.support.PasserelleTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the inbox costs with a thousand, a hundred thousand and a million open tasks, beside the engine's own query for the
 * same page; of each, the best of its times: what other work the machine has is not the inbox's. Not part of the build:
 * {@code mvn test -Dtest=InboxBenchmark}. It prints the table of docs/performance.md.
 */
@PasserelleTest
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class InboxBenchmark {

    private static final Logger log = LoggerFactory.getLogger(InboxBenchmark.class);
    private static final int[] TASKS = {1_000, 100_000, 1_000_000};
    private static final int PAGE = 50;
    private static final int ROUNDS = 5;
    private static final int PICKUPS = 15;

    @Autowired
    Drive drive;
    @Autowired
    Inbox inbox;
    @Autowired
    ProcessEngine engine;
    @Autowired
    TransactionTemplate transaction;

    private final UUID me = UUID.randomUUID();
    private final Map<String, double[]> measured = new LinkedHashMap<>();

    @Test
    void anInboxOfAMillion() throws Exception {
        InboxRowsBySql rows = new InboxRowsBySql(drive, transaction, me);
        CurrentUser agent = new CurrentUser(me, "Camille", Role.AGENT, Set.of(rows.branch(0)), null);
        CurrentUser manager = new CurrentUser(me, "Sacha", Role.MANAGER, Set.of(), null);
        try {
            for (int size = 0; size < TASKS.length; size++) {
                long begun = System.nanoTime();
                rows.fillTo(TASKS[size]);
                log.info("{} tasks after {} s", TASKS[size], (System.nanoTime() - begun) / 1_000_000_000);
                asked(size, "agent", agent, rows);
                asked(size, "manager", manager, rows);
                refresh(size, "manager: as it begins, at one branch, page and counts", manager, InboxFilter.START.at(rows.branch(0)));
                int engineTimes = TASKS[size] > 100_000 ? 3 : 9;
                measure(size, "engine: the agent's page", engineTimes, () -> assertThat(engine.getTaskService().createTaskQuery()
                        .or().taskAssignee(me.toString()).taskCandidateGroup("AGENT").endOr().processVariableValueEquals("branch", "B0")
                        .orderByDueDate().asc().orderByTaskPriority().desc().orderByTaskCreateTime().asc().orderByTaskId().asc()
                        .listPage(0, PAGE)).isNotEmpty());
                measure(size, "engine: the manager's page", engineTimes, () -> assertThat(engine.getTaskService().createTaskQuery()
                        .orderByDueDate().asc().orderByTaskPriority().desc().orderByTaskCreateTime().asc().orderByTaskId().asc()
                        .listPage(0, PAGE)).hasSize(PAGE));
            }
        } finally {
            rows.end();
        }
        log.info("milliseconds, the best of each\n{}", table());
    }

    @Test
    void whatAFlowWrites() {
        InboxRowsBySql rows = new InboxRowsBySql(drive, transaction, me);
        try {
            rows.fillTo(TASKS[1]);
            pickups(rows, 0);
            double[] with = new double[ROUNDS];
            double[] without = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                int round = i;
                with[i] = pickups(rows, 2 * i + 1);
                rows.withoutIndexes(() -> without[round] = pickups(rows, 2 * round + 2));
            }
            Arrays.sort(with);
            Arrays.sort(without);
            log.info("a reservation, picked, bagged and waited for outside: {} ms with the indexes of the inbox, {} ms without; ratio {}",
                    Math.round(with[ROUNDS / 2]), Math.round(without[ROUNDS / 2]),
                    Math.round(1000 * with[ROUNDS / 2] / without[ROUNDS / 2]) / 1000.0);
        } finally {
            rows.end();
        }
    }

    /** @return milliseconds each */
    private double pickups(InboxRowsBySql rows, int round) {
        double took = 0;
        for (int i = 0; i < PICKUPS; i++) {
            UUID branch = rows.branch(1 + (round * PICKUPS + i) % (InboxRowsBySql.BRANCHES - 1));
            CurrentUser agent = drive.agentOf(branch);
            Patron patron = drive.patron("Jeanne", "Ferrand");
            UUID title = drive.title(branch, "Germinal", 1);
            long begun = System.nanoTime();
            ReservationId id = drive.reserve(patron, branch, Drive.SLOT, title);
            drive.pick(agent, id);
            drive.bag(agent, id);
            drive.by(agent, () -> drive.reservations.arrived(id)).value();
            took += (System.nanoTime() - begun) / 1e6;
        }
        return took / PICKUPS;
    }

    private void asked(int size, String who, CurrentUser user, InboxRowsBySql rows) throws Exception {
        InboxFilter start = InboxFilter.START;
        InboxTask last = drive.by(user, () -> inbox.page(start, 0, PAGE)).getLast();
        measure(size, who + ": first page", 25, () -> drive.by(user, () -> inbox.page(start, 0, PAGE)));
        measure(size, who + ": next page", 25, () -> drive.by(user, () -> inbox.page(start, InboxWords.NONE, last, 0, PAGE)));
        measure(size, who + ": counts", 25, () -> drive.by(user, () -> inbox.overview(start, InboxWords.NONE)));
        measure(size, who + ": the menu's number", 25, () -> drive.by(user, inbox::waiting));
        refresh(size, who + ": a kind, page and counts", user, new InboxFilter(Chip.WAITING, Due.ANY, null,
                new TaskKind("quarantine", "user_inspect"), ""));
        refresh(size, who + ": late, page and counts", user, start.with(Due.LATE));
        refresh(size, who + ": a frequent word, page and counts", user, words("voyage"));
        refresh(size, who + ": a rare word, page and counts", user, words("titre471"));
        refresh(size, who + ": a barcode, page and counts", user, words("30007000000777"));
        refresh(size, who + ": a code that is nowhere", user, words("39999999999999"));
        refresh(size, who + ": a word that is nowhere", user, words("xylophone"));
        refresh(size, who + ": a word with a typo", user, words("titer471"));
        AtomicInteger some = new AtomicInteger();
        ScheduledExecutorService colleagues = Executors.newSingleThreadScheduledExecutor();
        try {
            colleagues.scheduleAtFixedRate(() -> rows.change(some.incrementAndGet()), 0, 50, TimeUnit.MILLISECONDS);
            refresh(size, who + ": live refresh while 20 tasks a second change", user, start);
        } finally {
            colleagues.shutdown();
            assertThat(colleagues.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void refresh(int size, String what, CurrentUser user, InboxFilter filter) {
        measure(size, what, 11, () -> drive.by(user, () -> {
            InboxWords words = inbox.read(filter);
            inbox.overview(filter, words);
            return inbox.page(filter, words, null, 0, PAGE);
        }));
    }

    private static InboxFilter words(String words) {
        return new InboxFilter(Chip.ALL, Due.ANY, null, null, words);
    }

    private void measure(int size, String what, int times, Runnable work) {
        work.run();
        double[] took = new double[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            work.run();
            took[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(took);
        measured.computeIfAbsent(what, none -> new double[TASKS.length])[size] = took[0];
        log.info("{} tasks, {}: {} ms", TASKS[size], what, Math.round(10 * took[0]) / 10.0);
    }

    private String table() {
        StringBuilder table = new StringBuilder("| | 1,000 | 100,000 | 1,000,000 | million : thousand |\n|---|---|---|---|---|\n");
        measured.forEach((what, took) -> table.append(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | × %.2f |%n", what, took[0],
                took[1], took[2], took[2] / took[0])));
        return table.toString();
    }
}
