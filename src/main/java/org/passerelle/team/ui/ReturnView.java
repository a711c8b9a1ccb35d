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
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.function.Supplier;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.CaseSteps;
import org.passerelle.platform.ui.cases.StoryList;
import org.passerelle.platform.ui.cases.ToDo;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.returns.domain.FollowUp;
import org.passerelle.team.returns.domain.ReturnStage;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnNews;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.returns.service.ReturnPages.Facts;
import org.passerelle.team.returns.service.ReturnPages.Page;

/** A manager's page of one return: where it stands, what is to be done, which measures hold. */
@Route("return-to-work")
@RolesAllowed("AGENT")
public class ReturnView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final ReturnPages pages;
    private final ReturnDesk desk;
    private final LiveUpdates live;
    private final Messages messages;
    private final Note note = new Note();
    private Div content = new Div();
    private Page page;

    ReturnView(ReturnPages pages, ReturnDesk desk, LiveUpdates live, Messages messages) {
        this.pages = pages;
        this.desk = desk;
        this.live = live;
        this.messages = messages;
        addClassNames("page", "return-view");
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
        show(found.get());
    }

    private void refresh() {
        pages.page(page.facts().id()).ifPresentOrElse(this::show, this::gone);
    }

    /** Whoever may see it no longer keeps nothing of it on the screen, and is told of no change any more. */
    private void gone() {
        remove(content);
        note.due("team.page.gone");
    }

    private void show(Page now) {
        page = now;
        Facts facts = page.facts();
        content.removeAll();
        Div left = new Div(new ToDo(page.toDo()), card("team.measures", new MeasureTable(facts.measures(), pages::note)), privacy());
        Div right = new Div();
        if (!facts.followUps().isEmpty()) {
            right.add(card("team.talks", talks(facts)));
        }
        right.add(card("staff.case.story", new StoryList(page.story(), facts.zone(), messages)));
        Div columns = new Div(left, right);
        columns.addClassName("case-columns");
        content.add(header(), new CaseSteps(page.standing(), facts.zone()), columns);
    }

    private Div header() {
        Facts facts = page.facts();
        String when = facts.cameBackOn() != null ? getTranslation("team.return.backSince", TeamWords.day(facts.cameBackOn()))
                : facts.returnOn() == null ? getTranslation("team.return.noDate")
                : getTranslation("team.return.comesBack", TeamWords.day(facts.returnOn()));
        Paragraph sub = new Paragraph(facts.team() + " · " + facts.branch() + " · " + when);
        sub.addClassName("sub");
        Div actions = new Div();
        actions.addClassName("actions");
        if (facts.outcome() == null) {
            gestures(actions, facts);
        }
        Div header = new Div(new Div(new H1(getTranslation("team.return.of", facts.name())), sub), actions);
        header.addClassName("page-header");
        return header;
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

    private UnorderedList talks(Facts facts) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        facts.followUps().forEach(talk -> rows.add(talk(this, facts, talk)));
        return rows;
    }

    static Row talk(Component on, Facts facts, FollowUp talk) {
        return new Row(new Span(on.getTranslation("team.talks.after", talk.afterDays())))
                .tagged(new Span(on.getTranslation("team.talks.state." + talk.state())))
                .about(TeamWords.day(facts.cameBackOn().plusDays(talk.afterDays())));
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
