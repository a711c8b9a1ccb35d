package org.passerelle.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter.Due;
import org.passerelle.inbox.domain.InboxPages.Counts;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.domain.InboxWords;
import org.passerelle.inbox.domain.TaskKind;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.Statements;

/** Which tasks are read, in what order, and found by what words. */
class InboxListTest extends InboxTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void whatIsDueFirstStandsFirstAndWhatHasNoDateLast() {
        given.errand("sans date", port, null);
        given.errand("demain", port, NOW.plus(Duration.ofDays(1)));
        given.errand("hier", port, NOW.minus(Duration.ofDays(1)));

        assertThat(names(camille, InboxFilter.START)).containsExactly("hier", "demain", "sans date");
        assertThat(given.as(camille, () -> inbox.page(InboxFilter.START, 1, 1))).extracting(InboxTask::subjectArgs)
                .containsExactly(List.of("demain"));
    }

    @Test
    void whoWaitsOutsideComesFirstTheLongestWaitBeforeTheOthersWhateverIsLate() {
        given.errand("en retard", port, NOW.minus(Duration.ofDays(2)));
        given.errand("bientôt", port, NOW.plusSeconds(60));
        given.errand("sans date", port, null);
        given.waitedFor("attend depuis 2 min", port, NOW.plusSeconds(1), NOW.minusSeconds(120));
        given.waitedFor("attend depuis 6 min", port, null, NOW.minusSeconds(360));

        assertThat(names(camille, InboxFilter.START)).containsExactly("attend depuis 6 min", "attend depuis 2 min", "en retard", "bientôt",
                "sans date");
        assertThat(names(camille, InboxFilter.START.with(Due.LATE))).containsExactly("en retard");
        assertThat(names(camille, InboxFilter.START.with(Due.TODAY))).containsExactly("attend depuis 2 min", "bientôt");
        InboxTask late = given.as(camille, () -> inbox.page(InboxFilter.START, 2, 1)).getFirst();
        assertThat(given.as(camille, () -> inbox.before(InboxFilter.START, late)).orElseThrow().subjectArgs())
                .containsExactly("attend depuis 2 min");
    }

    @Test
    void eachChipShowsItsPartAndTellsHowMany() {
        UUID mine = given.errand("à moi", port, NOW.minusSeconds(1));
        given.as(camille, () -> inbox.claim(given.taskOf(camille, mine).ref()));
        UUID taken = given.errand("à Noor", port, NOW.plusSeconds(1));
        given.as(noor, () -> inbox.claim(given.taskOf(noor, taken).ref()));
        given.errand("libre", port, NOW.plusSeconds(2));
        given.errand("pour tous", null, null);
        given.errand("autre site", gare, NOW.plusSeconds(3));

        assertThat(names(camille, chip(Chip.WAITING))).containsExactly("à moi", "libre", "pour tous");
        assertThat(names(camille, chip(Chip.MINE))).containsExactly("à moi");
        assertThat(names(camille, chip(Chip.GROUP))).containsExactly("libre", "pour tous");
        assertThat(names(camille, chip(Chip.ALL))).hasSize(5);
        assertThat(given.as(camille, () -> given.overview(InboxFilter.START)).counts().chips()).isEqualTo(
                Map.of(Chip.WAITING, 3, Chip.MINE, 1, Chip.GROUP, 2, Chip.ALL, 5));
        assertThat(given.as(camille, () -> inbox.waiting())).isEqualTo(3);
        assertThat(names(manager, chip(Chip.GROUP))).containsExactly("libre", "autre site", "pour tous");
    }

    @Test
    void todayIsTheDayOfTheBranchsOwnClock() {
        // 8 h in London is already 19 h in Nouméa, where the next day begins five hours later.
        given.errand("ce soir au Port", port, NOW.plus(Duration.ofHours(6)));
        given.errand("demain à la Gare", gare, NOW.plus(Duration.ofHours(6)));

        assertThat(names(manager, InboxFilter.START.with(Due.TODAY))).containsExactly("ce soir au Port");
    }

    @Test
    void tasksAreNarrowedToWhatIsLateDueTodayOrDueThisWeek() {
        LocalDate monday = NOW.atZone(PARIS).toLocalDate().with(DayOfWeek.MONDAY);
        given.errand("dimanche dernier", port, monday.atStartOfDay(PARIS).minusMinutes(1).toInstant());
        given.errand("lundi à minuit", port, monday.atStartOfDay(PARIS).toInstant());
        given.errand("tout à l’heure", port, NOW.plusSeconds(60));
        given.errand("dimanche soir", port, monday.plusWeeks(1).atStartOfDay(PARIS).minusMinutes(1).toInstant());
        given.errand("lundi prochain", port, monday.plusWeeks(1).atStartOfDay(PARIS).toInstant());
        given.errand("sans date", port, null);

        assertThat(names(camille, InboxFilter.START.with(Due.LATE)))
                .containsExactly("dimanche dernier", "lundi à minuit");
        assertThat(names(camille, InboxFilter.START.with(Due.TODAY))).contains("tout à l’heure")
                .doesNotContain("dimanche dernier", "lundi prochain", "sans date");
        assertThat(names(camille, InboxFilter.START.with(Due.WEEK)))
                .containsExactly("lundi à minuit", "tout à l’heure", "dimanche soir");
        Counts counts = given.as(camille, () -> given.overview(InboxFilter.START.with(Due.WEEK))).counts();
        assertThat(counts.chips()).containsEntry(Chip.WAITING, 3).containsEntry(Chip.MINE, 0);
        assertThat(counts.dues()).containsEntry(Due.LATE, 2).containsEntry(Due.WEEK, 3).containsEntry(Due.ANY, 6);
    }

    @Test
    void tasksAreFoundByBranchKindAndWordsInAnyOrderWithTypos() {
        given.errand("Mme Ferrand Germinal Œuvres", port, null);
        given.errand("M. Okafor K7F-42 100%", gare, null);

        assertThat(names(camille, words("œuvres ferrand"))).containsExactly("Mme Ferrand Germinal Œuvres");
        assertThat(names(camille, words("FÉRAND"))).containsExactly("Mme Ferrand Germinal Œuvres");
        assertThat(names(camille, words("k7f-42"))).containsExactly("M. Okafor K7F-42 100%");
        assertThat(names(camille, words("%"))).hasSize(2);
        assertThat(names(camille, words("_______"))).hasSize(2);
        assertThat(names(camille, words("nobody"))).isEmpty();
        assertThat(names(camille, words("Ferrand\0"))).hasSize(1);
        assertThat(names(camille, words("Ferrand\ud800"))).hasSize(1);
        assertThat(names(camille, words("Ferrand" + " ".repeat(300) + "nobody"))).hasSize(1);
        assertThat(names(camille, words("'; drop table app.inbox_task; --"))).isEmpty();
        assertThat(names(camille, new InboxFilter(Chip.ALL, Due.ANY, gare, null, ""))).containsExactly("M. Okafor K7F-42 100%");
        TaskKind run = new TaskKind("sample-errand", "user_runErrand");
        assertThat(given.as(camille, () -> given.overview(InboxFilter.START)).kinds()).containsExactly(run);
        assertThat(names(camille, new InboxFilter(Chip.ALL, Due.ANY, null, run, ""))).hasSize(2);
        assertThat(names(camille, new InboxFilter(Chip.ALL, Due.ANY, null, new TaskKind("sample-errand", "user_none"), "")))
                .isEmpty();
    }

    @Test
    void aCodeThatIsThereComesAloneAndOneThatIsNotFindsItsNeighbours() {
        given.errand("Caisse Q1001", port, null);
        given.errand("Caisse Q1002", port, null);
        given.errand("Caisse Q10021", port, null);

        assertThat(names(camille, words("q1001"))).containsExactly("Caisse Q1001");
        assertThat(names(camille, words("caise Q1002"))).containsExactlyInAnyOrder("Caisse Q1002", "Caisse Q10021");
        assertThat(names(camille, words("Q1009"))).isNotEmpty();
    }

    @Test
    void thePageTakesThreeStatementsWhateverTheVolume() {
        for (int i = 0; i < 60; i++) {
            given.errand("course " + i, i % 2 == 0 ? port : gare, NOW.plusSeconds(i));
        }
        assertThat(given.as(camille, () -> Statements.during(() -> {
            InboxFilter filter = words("course");
            InboxWords words = inbox.read(filter);
            inbox.overview(filter, words);
            assertThat(inbox.page(filter, words, null, 0, 50)).hasSize(50);
        }))).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void theNextTaskIsKnownWhetherOrNotThisOneIsStillThere() {
        UUID first = given.errand("première", port, NOW);
        given.errand("deuxième", port, NOW);
        given.errand("troisième", port, null);
        InboxTask task = given.taskOf(camille, first);
        String second = given.as(camille, () -> inbox.after(InboxFilter.START, task)).orElseThrow()
                .subjectArgs().getFirst();
        process.ran(task.ref());

        assertThat(second).isNotEqualTo("première");
        assertThat(given.as(camille, () -> inbox.after(InboxFilter.START, task)).orElseThrow().subjectArgs())
                .containsExactly(second);
        assertThat(given.as(camille, () -> inbox.before(InboxFilter.START, given.taskOf(camille,
                lastErrand()))).orElseThrow().subjectArgs()).containsExactly("deuxième");
        assertThat(given.as(camille, () -> inbox.after(InboxFilter.START, given.taskOf(camille, lastErrand()))))
                .isEmpty();
    }

    private UUID lastErrand() {
        return given.as(camille, () -> inbox.page(InboxFilter.START, 0, 10)).getLast().process().id();
    }

    private List<String> names(CurrentUser user, InboxFilter filter) {
        return given.as(user, () -> inbox.page(filter, 0, 100)).stream().map(task -> task.subjectArgs().getFirst())
                .toList();
    }

    private static InboxFilter chip(Chip chip) {
        return InboxFilter.START.with(chip);
    }

    private static InboxFilter words(String words) {
        return new InboxFilter(Chip.ALL, Due.ANY, null, null, words);
    }
}
