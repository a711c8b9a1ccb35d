package org.passerelle.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter.Due;
import org.passerelle.inbox.domain.InboxPages.Around;
import org.passerelle.inbox.domain.InboxRows;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.domain.InboxWords;
import org.passerelle.inbox.domain.TaskKind;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.people.DutyScope;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.people.WorkSite;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.TaskAudience;
import org.passerelle.platform.process.TaskDescriber.TaskFacts;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever there is and whoever asks: list, numbers and search are those of the plain rule, told here once more. */
class InboxRandomTest extends InboxTests {

    private static final long SEED = 20261130;
    private static final int TASKS = 400;
    private static final UUID TEAM = new UUID(7, 1);
    private static final UUID OTHER_TEAM = new UUID(7, 2);
    private static final List<String> WORDS = List.of("ferrand", "okafor", "q1001", "q1002", "maison");

    @Autowired
    InboxRows rows;

    private final Random random = new Random(SEED);
    private final List<Row> all = new ArrayList<>();

    private record Row(UserTask task, TaskFacts facts) {

        TaskAudience audience() {
            return new TaskAudience(task.person(), task.candidateGroups());
        }

        TaskKind kind() {
            return new TaskKind(task.process().processKey(), task.taskKey());
        }
    }

    @Test
    void listNumbersAndSearchAreThoseOfThePlainRule() {
        List<CurrentUser> people = people();
        for (int i = 0; i < TASKS; i++) {
            Row row = row(people);
            all.add(row);
            rows.put(row.task(), row.facts());
        }
        for (CurrentUser user : people) {
            for (Chip chip : Chip.values()) {
                for (Due due : Due.values()) {
                    assertAgrees(user, new InboxFilter(chip, due, null, null, ""));
                    assertAgrees(user, new InboxFilter(chip, due, one(port, gare), null, ""));
                    assertAgrees(user, new InboxFilter(chip, due, one(port, gare), one(null, kind()), one("", "", one(WORDS.toArray(String[]::new)))));
                }
            }
        }
    }

    private void assertAgrees(CurrentUser user, InboxFilter filter) {
        List<String> expected = shown(user, filter).map(row -> row.task().ref().value()).toList();
        String what = "seed %s: %s sees under %s".formatted(SEED, user, filter);
        InboxWords words = given.as(user, () -> inbox.read(filter));
        List<InboxTask> list = given.as(user, () -> inbox.page(filter, words, null, 0, TASKS));
        assertThat(ids(list)).as(what).isEqualTo(expected);
        Around around = given.as(user, () -> inbox.overview(filter, words));
        for (Chip chip : Chip.values()) {
            assertThat(around.counts().chips().get(chip)).as(what + ", chip " + chip).isEqualTo((int) shown(user, filter.with(chip)).count());
        }
        for (Due due : Due.values()) {
            assertThat(around.counts().dues().get(due)).as(what + ", date " + due).isEqualTo((int) shown(user, filter.with(due)).count());
        }
        assertThat(around.kinds()).as(what).containsExactlyElementsOf(all.stream().filter(row -> exists(user, row)).map(Row::kind).distinct()
                .sorted(Comparator.comparing(kind -> kind.processKey() + " " + kind.taskKey())).toList());
        if (filter.equals(given.as(user, inbox::start))) {
            assertThat(given.as(user, inbox::waiting)).as(what).isEqualTo(expected.size());
        }
        if (list.size() > 4) {
            InboxTask middle = list.get(list.size() / 2);
            assertThat(ids(given.as(user, () -> inbox.page(filter, words, middle, 1, 2)))).as(what)
                    .isEqualTo(expected.subList(list.size() / 2 + 2, Math.min(list.size() / 2 + 4, list.size())));
            assertThat(given.as(user, () -> inbox.before(filter, middle)).orElseThrow().ref().value()).as(what)
                    .isEqualTo(expected.get(list.size() / 2 - 1));
        }
        list.forEach(task -> assertThat(task.mayAct()).isEqualTo(task.audience().includes(user, task.site())));
    }

    private Stream<Row> shown(CurrentUser user, InboxFilter filter) {
        return all.stream().filter(row -> exists(user, row) && inChip(user, row, filter.chip()) && isDue(row, filter.due())
                        && (filter.branch() == null || row.facts().branch() == null || filter.branch().equals(row.facts().branch())
                        || row.audience().isPrivate() || user.accountId().equals(row.task().assignee()))
                        && (filter.kind() == null || filter.kind().equals(row.kind()))
                        && (filter.words().isEmpty() || row.facts().searchWords().contains(filter.words())))
                .sorted(Comparator.comparing((Row row) -> row.facts().waiting(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(row -> row.facts().waiting() != null ? null : row.facts().due(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(row -> -row.task().priority()).thenComparing(row -> row.task().created())
                        .thenComparing(row -> row.task().ref().value()));
    }

    private static boolean exists(CurrentUser user, Row row) {
        return !row.audience().isPrivate() || row.audience().includes(user, row.facts().site());
    }

    private static boolean inChip(CurrentUser user, Row row, Chip chip) {
        boolean mine = user.accountId().equals(row.task().assignee());
        boolean free = row.task().assignee() == null && row.audience().includes(user, row.facts().site());
        return switch (chip) {
            case WAITING -> mine || free;
            case MINE -> mine;
            case GROUP -> free;
            case ALL -> true;
        };
    }

    private boolean isDue(Row row, Due asked) {
        Instant due = row.facts().due();
        if (asked == Due.ANY || due == null) {
            return asked == Due.ANY;
        }
        ZoneId zone = port.equals(row.facts().branch()) ? ZoneId.of("Europe/Paris")
                : gare.equals(row.facts().branch()) ? ZoneId.of("Pacific/Noumea") : ZoneOffset.UTC;
        LocalDate day = due.atZone(zone).toLocalDate();
        LocalDate today = NOW.atZone(zone).toLocalDate();
        return switch (asked) {
            case LATE -> due.isBefore(NOW);
            case TODAY -> day.equals(today);
            default -> monday(day).equals(monday(today));
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Of each role, with duties of the network, of a branch, of a team, of several, and with none. */
    private List<CurrentUser> people() {
        CurrentUser lou = given.staff("Lou", Role.AGENT, port, gare);
        CurrentUser awa = given.staff("Awa", Role.AGENT);
        CurrentUser teo = given.staff("Téo", Role.AGENT, gare);
        return List.of(camille, elsewhere, manager, given.staff("Ines", Role.ADMIN),
                holding(lou, new HeldDuty(Duty.HUMAN_RESOURCES, DutyScope.of(null)), new HeldDuty(Duty.WELLBEING_REFERENT, DutyScope.of(port)),
                        new HeldDuty(Duty.HUMAN_RESOURCES, DutyScope.of(gare))),
                holding(teo, new HeldDuty(Duty.HUMAN_RESOURCES, DutyScope.ofTeam(TEAM)), new HeldDuty(Duty.WELLBEING_REFERENT, DutyScope.of(port)),
                        new HeldDuty(Duty.WELLBEING_REFERENT, DutyScope.ofTeam(TEAM))),
                holding(awa, new HeldDuty(Duty.WELLBEING_REFERENT, DutyScope.of(gare)), new HeldDuty(Duty.WELLBEING_REFERENT, DutyScope.of(port))));
    }

    private static CurrentUser holding(CurrentUser user, HeldDuty... duties) {
        return new CurrentUser(user.accountId(), user.displayName(), user.role(), user.branches(), null, Set.of(duties));
    }

    private Row row(List<CurrentUser> people) {
        CurrentUser somebody = one(people.toArray(CurrentUser[]::new));
        Set<String> groups = one(Set.of("AGENT"), Set.of("AGENT"), Set.of("MANAGER"), Set.of("ADMIN"), Set.of("AGENT", "MANAGER"),
                Set.of("duty:HUMAN_RESOURCES"), Set.of("duty:WELLBEING_REFERENT"), Set.of("duty:HUMAN_RESOURCES", "duty:WELLBEING_REFERENT"));
        UUID person = random.nextInt(6) == 0 ? somebody.accountId() : null;
        UUID assignee = random.nextInt(3) > 0 ? null : person != null ? person : one(people.toArray(CurrentUser[]::new)).accountId();
        TaskKind kind = kind();
        Instant due = random.nextInt(5) == 0 ? null : near(10);
        return new Row(new UserTask(new TaskRef(UUID.randomUUID().toString()), new CaseRef(kind.processKey(), UUID.randomUUID()), kind.taskKey(),
                null, assignee, person, groups, near(20), null, one(50, 50, 80)),
                new TaskFacts("sample.subject", List.of("x"), new WorkSite(one(port, gare, port, null), one(null, TEAM, OTHER_TEAM)), due, random.nextInt(8) == 0 ? near(1) : null,
                        WORDS.stream().filter(word -> random.nextInt(3) == 0).collect(Collectors.joining(" "))));
    }

    private TaskKind kind() {
        return new TaskKind(one("a-flow", "another-flow"), one("user_do", "user_look", "user_ask"));
    }

    /** Some hour of these days before and after now. */
    private Instant near(int days) {
        return NOW.plus(random.nextInt(2 * days * 24) - days * 24L, ChronoUnit.HOURS);
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static List<String> ids(List<InboxTask> tasks) {
        return tasks.stream().map(task -> task.ref().value()).toList();
    }
}
