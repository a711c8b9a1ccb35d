package org.passerelle.team.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.UnsavedScreen;
import org.passerelle.platform.ui.cases.CaseSteps;
import org.passerelle.platform.ui.cases.FormsInPlace;
import org.passerelle.platform.ui.cases.StoryList;
import org.passerelle.platform.ui.cases.TasksInPlace;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.team.members.service.LeaveCalendar;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.returns.domain.Preparation;
import org.passerelle.team.returns.domain.ReturnStage;
import org.passerelle.team.returns.service.AddedMeasures;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnNews;
import org.passerelle.team.returns.service.ReturnPages.Facts;
import org.passerelle.team.returns.service.ReturnPages.Page;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.ui.leave.LeavePanel;

/** A manager's page of one return: where it stands, what is to be done, which measures hold. */
@Route("return-to-work")
@RolesAllowed("AGENT")
public class ReturnView extends Main implements HasUrlParameter<String>, UnsavedScreen, HasDynamicTitle {

    /** For so long it is told in how many days somebody comes back. */
    private static final int FORESEEABLE_DAYS = 30;

    private final ReturnPages pages;
    private final ReturnDesk desk;
    private final AddedMeasures added;
    private final LeaveCalendar calendar;
    private final FormsInPlace forms;
    private final LiveUpdates live;
    private final Messages messages;
    private final Note note = new Note();
    private Div content = new Div();
    private final Div header = new Div();
    private final Paragraph skippable = new Paragraph();
    private final Div aside = new Div();
    private final Div privacy = new Div();
    private final Div story = new Div();
    private CaseSteps steps;
    private TasksInPlace tasks;
    private MeasuresCard measures;
    private Page page;

    ReturnView(ReturnPages pages, ReturnDesk desk, AddedMeasures added, LeaveCalendar calendar, FormsInPlace forms, LiveUpdates live,
               Messages messages) {
        this.pages = pages;
        this.desk = desk;
        this.added = added;
        this.calendar = calendar;
        this.forms = forms;
        this.live = live;
        this.messages = messages;
        addClassNames("page", "return-view");
        header.addClassName("page-header");
        add(note, content);
    }

    @Override
    public void setParameter(BeforeEvent event, String typed) {
        Optional<Page> found = TeamAddress.id(typed).flatMap(pages::page);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        note.clear();
        Div fresh = new Div();
        replace(content, fresh);
        content = fresh;
        live.follow(content, ReturnNews.CHANGED.of(found.get().facts().id()), this::refresh);
        // Who looks after the team, or who is in it, decides whose page it is.
        live.follow(content, Teams.CHANGED.any(), this::refresh);
        page = found.get();
        draw();
        show(page);
    }

    /** Forms stay as they are, with what is half typed in them, while what is around them is drawn anew. */
    private void draw() {
        steps = new CaseSteps(page.standing(), page.facts().zone());
        tasks = new TasksInPlace(forms, FormsInPlace.told(note, this::refresh));
        skippable.addClassName("steps-foot");
        steps.add(skippable);
        measures = new MeasuresCard(pages, added, this::added);
        Div columns = new Div(new Div(measures, privacy), aside);
        columns.addClassName("case-columns");
        content.add(header, steps, tasks, columns, story);
    }

    /** What is typed into the forms of tasks is kept with them for as long as the sign-in lasts. */
    @Override
    public boolean hasUnsavedChanges() {
        return measures != null && measures.hasUnsavedChanges();
    }

    private void refresh() {
        pages.page(page.facts().id()).ifPresentOrElse(this::show, this::gone);
    }

    /** Whoever may see it no longer keeps nothing of it on the screen, and is told of no change any more. */
    private void gone() {
        remove(content);
        measures = null;
        note.due("team.page.gone");
    }

    private void show(Page now) {
        page = now;
        Facts facts = page.facts();
        header();
        steps.show(page.standing());
        skippable.setText(getTranslation("team.return.skippable", facts.name()));
        skippable.setVisible(facts.outcome() == null && (facts.followUps().isEmpty()
                || facts.followUps().stream().allMatch(talk -> talk.state().isToCome())));
        tasks.show(page.toDo());
        measures.show(facts);
        aside.removeAll();
        leave().ifPresent(aside::add);
        privacy.removeAll();
        privacy.add(privacy());
        story.removeAll();
        story.add(card("staff.case.story", new StoryList(page.story(), facts.zone(), messages)));
    }

    /** Of the days that matter to the person: those they wish for next, or those from their return on. */
    private Optional<LeavePanel> leave() {
        Facts facts = page.facts();
        LocalDate from = facts.returnOn() != null && facts.returnOn().isAfter(facts.today()) ? facts.returnOn() : facts.today();
        return Optional.ofNullable(page.team()).flatMap(team -> calendar.around(team, facts.agent(), from, LeavePanel.DAYS))
                .map(wishes -> new LeavePanel(wishes, facts.agent()));
    }

    private void added(Outcome<Void> outcome) {
        if (outcome.isDone()) {
            note.done(page.facts().preparation() == Preparation.DONE ? "team.add.told.agreed" : "team.add.told", page.facts().name());
        } else {
            note.refused(outcome);
        }
        refresh();
    }

    private void header() {
        Facts facts = page.facts();
        String when = facts.cameBackOn() != null ? getTranslation("team.return.backSince", TeamWords.day(facts.cameBackOn()))
                : facts.returnOn() == null ? getTranslation("team.return.noDate") : comesBack(facts);
        Paragraph sub = new Paragraph(facts.team() + " · " + facts.branch() + " · " + when);
        sub.addClassName("sub");
        Div actions = new Div();
        actions.addClassName("actions");
        if (facts.outcome() == null) {
            gestures(actions, facts);
        }
        header.removeAll();
        header.add(new Div(new H1(getTranslation("team.return.of", facts.name())), sub), actions);
    }

    private String comesBack(Facts facts) {
        long days = ChronoUnit.DAYS.between(facts.today(), facts.returnOn());
        String day = getTranslation("team.return.comesBack", TeamWords.day(facts.returnOn()));
        return facts.outcome() != null || days < 0 || days > FORESEEABLE_DAYS ? day : getTranslation("team.return.near", day, days);
    }

    private void gestures(Div actions, Facts facts) {
        if (facts.stage() == ReturnStage.EXPECTED || facts.stage() == ReturnStage.BRIEFING || facts.stage() == ReturnStage.AWAY_AGAIN) {
            boolean again = facts.stage() == ReturnStage.AWAY_AGAIN;
            actions.add(new Button(getTranslation(again ? "team.return.newDate" : "team.return.changeDate"),
                    click -> new ChangeDateDialog(desk, facts, () -> told("team.return.dateChanged")).open()));
        }
        MenuBar more = new MenuBar();
        MenuItem dots = more.addItem("…");
        dots.setAriaLabel(getTranslation("team.return.more"));
        if (facts.stage() != ReturnStage.AWAY_AGAIN) {
            dots.getSubMenu().addItem(getTranslation("team.return.awayAgain"), click -> confirm("team.return.awayAgain",
                    () -> desk.awayAgain(facts.id())));
        }
        dots.getSubMenu().addItem(getTranslation("team.return.withdraw"), click -> confirm("team.return.withdraw",
                () -> desk.withdraw(facts.id())));
        actions.add(more);
    }

    private void confirm(String key, Supplier<Outcome<Void>> gesture) {
        Confirmation sure = new Confirmation(getTranslation(key + ".title", page.facts().name()), getTranslation(key + ".text"),
                getTranslation(key), yes -> {
            Outcome<Void> outcome = gesture.get();
            if (outcome.isDone()) {
                told(key + ".told");
            } else {
                note.refused(outcome);
                refresh();
            }
        });
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("staff.back"));
        sure.open();
    }

    private void told(String key) {
        note.done(key);
        refresh();
    }

    private Div privacy() {
        Paragraph main = new Paragraph(getTranslation(page.facts().health() ? "team.privacy.health" : "team.privacy.none"));
        Paragraph sub = new Paragraph(getTranslation("team.privacy.sub", page.facts().name()));
        sub.addClassName("soft");
        Div box = new Div(VaadinIcon.LOCK.create(), new Div(main, sub));
        box.addClassNames("card", "secret");
        return box;
    }

    private Section card(String titleKey, Component inside) {
        Section card = new Section(new H2(getTranslation(titleKey)), inside);
        card.addClassName("card");
        return card;
    }

    /** Names nobody: titles of windows are seen by whoever passes, and kept by browsers. */
    @Override
    public String getPageTitle() {
        return getTranslation("team.return.title") + " · Passerelle";
    }
}
