package org.passerelle.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.process.steps.CaseStanding;
import org.passerelle.platform.ui.cases.CaseSteps;
import org.passerelle.platform.ui.cases.StoryList;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.platform.ui.cases.TaskForms;

/**
 * One open task: its facts, who has it, its module's form, where its case stands and what has happened. The form is
 * built once and stays, with what was typed, whatever changes around it.
 */
class TaskPanel extends Div {

    private final Inbox inbox;
    private final TaskForms forms;
    private final Messages messages;
    private final Clock clock;
    private final UUID me;
    private final Completed completed;
    private final TaskDrafts drafts = TaskDrafts.of(VaadinSession.getCurrent());

    private final Span sub = new Span();
    private final Div actions = new Div();
    private final Div told = new Div();
    private final DescriptionList facts = new DescriptionList();
    private final Div formPlace = new Div();
    private final Div stepsPlace = new Div();
    private final Section story = new Section();
    private final Div storyPlace = new Div();
    private final Button claim = new Button(getTranslation("inbox.claim"), click -> claimed());
    private final Button giveBack = new Button(getTranslation("inbox.giveBack"), click -> givenBack());
    private final Button handOver = new Button(getTranslation("inbox.handOver"), click -> chooseColleague());

    /** What follows when the person has completed the task, which the words say. */
    interface Completed {

        /** @param takeBack how it is taken back for a moment, or null */
        void completed(InboxTask task, TaskFormContext.TakeBack takeBack, String messageKey, Object... args);
    }

    private InboxTask task;
    private boolean mayAct;
    private CaseSteps steps;

    /**
     * @param forms     what draws this task's form, or null where nobody does
     * @param completed told when the person has completed the task, and in which words they are told so
     */
    TaskPanel(InboxTask task, TaskForms forms, Inbox inbox, Messages messages, Clock clock, UUID me,
              Completed completed) {
        this.inbox = inbox;
        this.forms = forms;
        this.messages = messages;
        this.clock = clock;
        this.me = me;
        this.completed = completed;
        this.task = task;
        addClassName("task-panel");
        sub.addClassName("sub");
        actions.addClassName("actions");
        Div heading = new Div(new H2(getTranslation(task.kind().messageKey())), sub);
        if (forms != null) {
            forms.page(task.asUserTask()).ifPresent(page -> heading.add(new Div(page)));
        }
        Div header = new Div(heading, actions);
        header.addClassName("page-header");
        told.addClassName("message");
        told.getElement().setAttribute("role", "status");
        facts.addClassName("facts");
        formPlace.addClassName("task-form");
        story.add(new H3(getTranslation("inbox.story")), storyPlace);
        story.addClassName("card");
        actions.add(claim, giveBack, handOver);
        add(header, told, facts, formPlace, stepsPlace, story);
        mayAct = mayActNow();
        drawForm();
        surround();
    }

    InboxTask task() {
        return task;
    }

    /** What is around the form is brought up to date; the form stays as it is. */
    void refresh(InboxTask now) {
        task = now;
        boolean couldAct = mayAct;
        mayAct = mayActNow();
        formPlace.setEnabled(mayAct);
        if (mayAct && !couldAct) {
            // It was drawn to be read only: nothing can have been typed.
            drawForm();
        }
        surround();
    }

    void timePasses() {
        if (actions.isVisible()) {
            drawFacts();
        }
    }

    /** Somebody else completed it, or its case took another way: the person is told, and can still read the form. */
    void gone() {
        drafts.forget(me, task.ref());
        tell("inbox.gone", "message-due");
        mayAct = false;
        actions.setVisible(false);
        formPlace.setEnabled(false);
        if (task.audience().isPrivate()) {
            // It may be theirs no more, and what others are to do next is not told.
            facts.removeAll();
            formPlace.removeAll();
            tellStory(Optional.empty(), List.of());
            return;
        }
        // Whose the case is now may have changed with it.
        tellStory(inbox.standing(task.process()), inbox.story(task.process()));
    }

    void claim() {
        if (mayAct && task.assignee() == null) {
            settle(inbox.claim(task.ref()));
        }
    }

    /** Presses the one primary button of the form, where it has one. */
    void finish() {
        formPlace.getElement().executeJs(
                "const primary = this.querySelector('vaadin-button[theme~=\"primary\"]:not([disabled])'); primary?.click();");
    }

    private boolean mayActNow() {
        return task.mayAct() && (task.assignee() == null || task.assignee().equals(me));
    }

    private void drawForm() {
        formPlace.removeAll();
        if (forms != null) {
            formPlace.add(forms.form(task.asUserTask(), new Context()));
        }
    }

    private void surround() {
        sub.setText(task.subjectKey() == null ? "" : getTranslation(task.subjectKey(), task.subjectArgs().toArray()));
        if (mayAct || task.assignee() != null && task.mayAct()) {
            told.setText("");
        } else {
            tell(task.branchName() == null ? "inbox.readOnly.role" : "inbox.readOnly", "message-info",
                    task.branchName());
        }
        drawActions();
        drawFacts();
        tellStory(inbox.standing(task), inbox.story(task));
    }

    private void drawActions() {
        actions.setVisible(task.mayAct() && task.person() == null);
        claim.setVisible(task.assignee() == null);
        giveBack.setVisible(task.assignee() != null);
    }

    /** The button that was pressed makes way for the other: so does the focus. */
    private void claimed() {
        claim();
        giveBack.focus();
    }

    private void givenBack() {
        settle(inbox.giveBack(task.ref()));
        claim.focus();
    }

    private void drawFacts() {
        facts.removeAll();
        if (task.branchName() != null) {
            fact("inbox.branch", new Text(task.branchName()));
        }
        if (task.waiting() != null) {
            fact("inbox.fact.waiting", new Span(new Text(DateTimes.time(task.waiting(), task.zone(), getLocale()) + " "),
                    DueTag.waiting(task, clock.instant())));
        }
        if (task.due() != null) {
            Span due = new Span(DateTimes.dayAndTime(task.due(), task.zone(), getLocale()) + " ");
            DueTag.beside(task, clock.instant()).ifPresent(due::add);
            fact("inbox.fact.due", due);
        }
        fact("inbox.fact.assignee", new Text(task.assigneeName() != null ? task.assigneeName()
                : getTranslation("inbox.fact.nobody")));
        fact("inbox.fact.created", new Text(DateTimes.dayAndTime(task.created(), task.zone(), getLocale())));
    }

    private void fact(String key, Component value) {
        facts.add(new Term(getTranslation(key)), new Description(value));
    }

    private void tellStory(Optional<CaseStanding> place, List<Journal.Entry> entries) {
        place.ifPresentOrElse(this::showPlace, this::hidePlace);
        story.setVisible(place.isPresent() && !entries.isEmpty());
        storyPlace.removeAll();
        storyPlace.add(new StoryList(entries, task.zone(), messages));
    }

    private void showPlace(CaseStanding standing) {
        if (steps == null) {
            steps = CaseSteps.within(standing, task.zone());
            stepsPlace.add(steps);
        }
        steps.show(standing);
    }

    private void hidePlace() {
        steps = null;
        stepsPlace.removeAll();
    }

    private void chooseColleague() {
        new HandOverDialog(inbox.colleagues(task), colleague -> settle(inbox.handOver(task.ref(), colleague.account())))
                .open();
    }

    private void settle(Outcome<Void> outcome) {
        reload();
        if (outcome instanceof Outcome.Refused<Void> refused) {
            tell(refused.reason().messageKey(), "message-late", refused.args());
        }
    }

    private void reload() {
        inbox.task(task.ref()).ifPresentOrElse(this::refresh, this::gone);
    }

    private void tell(String key, String tone, Object... args) {
        told.removeClassNames("message-late", "message-info", "message-due");
        told.addClassName(tone);
        told.setText(getTranslation(key, args));
    }

    private final class Context implements TaskFormContext {

        @Override
        public void done(TakeBack takeBack, String messageKey, Object... args) {
            drafts.forget(me, task.ref());
            completed.completed(task, takeBack, messageKey, args);
        }

        @Override
        public void changed() {
            reload();
        }

        @Override
        public void refused(Outcome.Refused<?> refusal) {
            reload();
            tell(refusal.reason().messageKey(), "message-late", refusal.args());
        }

        @Override
        public <V> void keep(String name, HasValue<?, V> field) {
            drafts.keep(me, task.ref(), name, field);
        }

        @Override
        public boolean mayAct() {
            return mayAct;
        }
    }
}
