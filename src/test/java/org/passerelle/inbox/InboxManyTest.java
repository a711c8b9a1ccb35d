package org.passerelle.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter.Due;
import org.passerelle.inbox.domain.InboxPages;
import org.passerelle.inbox.domain.InboxPages.Counts;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.domain.InboxWords;
import org.passerelle.inbox.ui.InboxView;
import org.passerelle.support.Screens;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** More tasks than anybody counts: numbers say so, and lists are read on from where they stand. */
class InboxManyTest extends InboxTests {

    private static final int MANY = 10_500;
    private static final int OTHERS = 40;

    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationContext context;

    @BeforeEach
    void manyTasks() {
        jdbc.sql("""
                insert into app.inbox_task (id, process_key, case_id, task_key, subject_key, subject_args, branch, candidate_groups, due, priority,
                    created, search)
                select 'task-' || i, 'sample-errand', gen_random_uuid(), 'user_runErrand', 'sample.subject', array['n' || i],
                    case when i > :many then :gare else :port end::uuid, '{AGENT}',
                    timestamptz '2026-11-24 09:00Z' + i * interval '1 second', 50, timestamptz '2026-11-01 08:00Z',
                    ' maison ' || case when i % 200 = 0 then 'rare' else 'courant' end || ' code' || i
                from generate_series(1, :all) i""").param("many", MANY).param("all", MANY + OTHERS).param("port", port).param("gare", gare).update();
    }

    @Test
    void aNumberIsExactUpToAThousandAndThenSaysThatThereAreMore() {
        Counts counts = given.as(camille, () -> given.overview(InboxFilter.START)).counts();
        assertThat(counts.chips()).containsEntry(Chip.WAITING, InboxPages.MOST + 1).containsEntry(Chip.MINE, 0);
        assertThat(counts.dues()).containsEntry(Due.LATE, 0).containsEntry(Due.TODAY, InboxPages.MOST + 1);
        assertThat(given.as(elsewhere, () -> given.overview(InboxFilter.START)).counts().chips()).containsEntry(Chip.WAITING, OTHERS)
                .containsEntry(Chip.ALL, InboxPages.MOST + 1);
        assertThat(given.as(camille, inbox::waiting)).isEqualTo(InboxPages.MOST + 1);
    }

    @Test
    void aListIsReadOnFromTheTaskWhereItStands() {
        List<InboxTask> pages = given.as(camille, () -> inbox.page(InboxFilter.START, 0, 50));
        List<InboxTask> next = given.as(camille, () -> inbox.page(InboxFilter.START, InboxWords.NONE, pages.getLast(), 0, 50));
        assertThat(next.getFirst().subjectArgs()).containsExactly("n51");
        assertThat(next).isEqualTo(given.as(camille, () -> inbox.page(InboxFilter.START, 50, 50)));
        assertThat(given.as(camille, () -> inbox.page(InboxFilter.START, InboxWords.NONE, next.getLast(), MANY - 101, 50)))
                .extracting(InboxTask::subjectArgs).containsExactly(List.of("n" + MANY));
    }

    @Test
    void aWordThatMostTasksHoldIsFoundInTheOrderOfWorkAndARareOneWithItsNumber() {
        InboxFilter frequent = words("maison");
        assertThat(given.as(camille, () -> inbox.read(frequent)).many()).isTrue();
        assertThat(names(frequent)).hasSize(50).startsWith("n1", "n2");
        assertThat(given.as(camille, () -> given.overview(frequent)).counts().chips()).containsEntry(Chip.ALL, InboxPages.MOST + 1);

        InboxFilter rare = words("rare maison");
        assertThat(given.as(camille, () -> inbox.read(rare)).many()).isFalse();
        assertThat(names(rare)).startsWith("n200", "n400");
        assertThat(given.as(camille, () -> given.overview(rare)).counts().chips()).containsEntry(Chip.ALL, MANY / 200);
        assertThat(names(words("code10499"))).containsExactly("n10499");
        assertThat(names(words("30007000000017"))).isEmpty();
    }

    @Test
    void twoStatementsShowAListAndOneMoreIsForItsWords() {
        assertThat(asked(InboxFilter.START)).hasSize(2);
        assertThat(asked(InboxFilter.START.with(Due.WEEK))).hasSize(2);
        assertThat(asked(words("maison"))).hasSize(3);
        assertThat(asked(words("code10499"))).hasSize(3);
        assertThat(given.as(camille, () -> Statements.during(inbox::waiting))).hasSize(1);
    }

    @Test
    void theScreenSaysThatThereAreMoreThanItLists() {
        try (Screens screens = new Screens(context, InboxView.class)) {
            BrowserlessUIContext screen = screens.of(camille);
            screen.navigate("inbox", InboxView.class);
            assertThat(screen.find(Span.class).withText("1\u00a0000+ tâches · aucune en retard").exists()).isTrue();
            assertThat(screen.find(Paragraph.class).withClassName("inbox-beyond").exists()).isTrue();
            BrowserlessUIContext other = screens.of(elsewhere);
            other.navigate("inbox", InboxView.class);
            assertThat(other.find(Span.class).withText(OTHERS + " tâches · aucune en retard").exists()).isTrue();
            assertThat(other.find(Paragraph.class).withClassName("inbox-beyond").exists()).isFalse();
        }
    }

    private List<String> asked(InboxFilter filter) {
        return given.as(camille, () -> Statements.during(() -> {
            InboxWords words = inbox.read(filter);
            inbox.overview(filter, words);
            assertThat(inbox.page(filter, words, null, 0, 50)).isNotEmpty();
        }));
    }

    private List<String> names(InboxFilter filter) {
        return given.as(camille, () -> inbox.page(filter, 0, 50)).stream().map(task -> task.subjectArgs().getFirst()).toList();
    }

    private static InboxFilter words(String words) {
        return new InboxFilter(Chip.ALL, Due.ANY, null, null, words);
    }
}
