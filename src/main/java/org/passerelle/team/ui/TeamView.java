package org.passerelle.team.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.team.members.domain.Presence;
import org.passerelle.team.members.service.Posts;
import org.passerelle.team.members.service.TeamMembers;
import org.passerelle.team.members.service.TeamPages.Day;
import org.passerelle.team.members.service.TeamPages.Page;
import org.passerelle.team.members.service.TeamPages.Person;
import org.passerelle.team.members.service.TeamPages;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.service.ReturnList;
import org.passerelle.team.returns.service.ReturnNews;
import org.passerelle.team.returns.service.ReturnPages.Facts;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.returns.service.ReturnStart;
import org.passerelle.team.ui.leave.LeaveCalendarView;

/** A team: who is where today, and how many there will be; for its managers, who is under way back. */
@Route("team")
@RolesAllowed("AGENT")
public class TeamView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final TeamPages pages;
    private final Teams teams;
    private final TeamMembers members;
    private final Posts posts;
    private final Staff staff;
    private final ReturnPages returns;
    private final ReturnStart start;
    private final ReturnList list;
    private final LiveUpdates live;
    private final Note note = new Note();
    private Div content = new Div();
    private Page page;

    TeamView(TeamPages pages, Teams teams, TeamMembers members, Posts posts, Staff staff, ReturnPages returns, ReturnStart start,
             ReturnList list, LiveUpdates live) {
        this.pages = pages;
        this.teams = teams;
        this.members = members;
        this.posts = posts;
        this.staff = staff;
        this.returns = returns;
        this.start = start;
        this.list = list;
        this.live = live;
        addClassNames("page", "team-view");
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
        live.follow(content, Teams.CHANGED.of(found.get().team()), this::refresh);
        // Managers of the network are told of no single team.
        live.follow(content, Teams.CHANGED.any(), this::refresh);
        if (found.get().managed()) {
            live.follow(content, ReturnNews.OWN.of(returns.me()), this::refresh);
        }
        show(found.get());
    }

    private void refresh() {
        pages.page(page.team()).ifPresentOrElse(this::show, this::gone);
    }

    /** Whoever may see it no longer keeps nothing of it on the screen, and is told of no change any more. */
    private void gone() {
        remove(content);
        note.due("team.page.gone");
    }

    private void show(Page now) {
        page = now;
        content.removeAll();
        Div beside = new Div(days());
        if (page.managed()) {
            beside.addComponentAsFirst(comingBack());
        }
        Div columns = new Div(people(), beside);
        columns.addClassName("case-columns");
        content.add(header(), columns);
    }

    private Div header() {
        Paragraph sub = new Paragraph(getTranslation("team.today", page.today(Presence.ON_SITE), page.today(Presence.TELEWORK),
                page.today(Presence.AWAY)));
        sub.addClassName("sub");
        Div actions = new Div(new RouterLink(getTranslation("team.leave.title"), LeaveCalendarView.class, page.team().toString()));
        actions.addClassName("actions");
        if (page.managed()) {
            actions.add(new Button(getTranslation("team.agent.new"), click -> new AgentDialog(services(), page.team(), null,
                    this::told).open()));
            if (!page.people().isEmpty()) {
                Button begin = new Button(getTranslation("team.return.start"), click -> new StartReturnsDialog(start, list, live,
                        page, this::told).open());
                begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                actions.add(begin);
            }
            MenuBar more = new MenuBar();
            MenuItem dots = more.addItem("…");
            dots.setAriaLabel(getTranslation("team.more"));
            dots.getSubMenu().addItem(getTranslation("team.settings"), click -> new TeamDialog(teams, page.team(),
                    name -> told("team.saved", name)).open());
            dots.getSubMenu().addItem(getTranslation("team.posts"), click -> new PostsDialog(posts).open());
            dots.getSubMenu().addItem(getTranslation("team.import"), click -> getUI().ifPresent(ui ->
                    ui.navigate(TeamImportView.class, page.team().toString())));
            actions.add(more);
        }
        Div header = new Div(new Div(new H1(page.name()), sub), actions);
        header.addClassName("page-header");
        return header;
    }

    private AgentDialog.Services services() {
        return new AgentDialog.Services(members, posts, staff);
    }

    private void told(String doneKey, String name) {
        note.done(doneKey, name);
        refresh();
    }

    private Section people() {
        Section card = new Section(new H2(getTranslation("team.people")));
        card.addClassName("card");
        if (page.people().isEmpty()) {
            Paragraph empty = new Paragraph(getTranslation(page.managed() ? "team.people.none.managed" : "team.people.none"));
            empty.addClassName("empty");
            card.add(empty);
            return card;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        page.people().forEach(person -> rows.add(row(person)));
        card.add(rows);
        return card;
    }

    private Row row(Person person) {
        Component name = page.managed() ? opening(person) : new Span(person.name());
        Row row = new Row(name).tagged(TeamWords.presence(this, person));
        StringBuilder about = new StringBuilder(person.post() == null ? person.branch() : person.post() + " · " + person.branch());
        if (person.share() < 100) {
            about.append(" · ").append(getTranslation("team.share", person.share()));
        }
        if (person.hours() != null && (person.presence() == Presence.ON_SITE || person.presence() == Presence.TELEWORK)) {
            about.append(" · ").append(TeamWords.hours(person.hours()));
        }
        row.about(about.toString());
        if (person.easing()) {
            row.about(new Span(new Tag(Tone.INFO, getTranslation("team.easing"))));
        }
        return row;
    }

    private Button opening(Person person) {
        Button open = new Button(person.name(), click -> members.details(person.account()).ifPresent(known ->
                new AgentDialog(services(), page.team(), known, this::told).open()));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        open.addClassName("name-button");
        return open;
    }

    private Section comingBack() {
        Section card = new Section(new H2(getTranslation("team.returns")));
        card.addClassName("card");
        List<Facts> underWay = returns.ofTeam(page.team());
        if (underWay.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("team.returns.none"));
            none.addClassName("soft");
            card.add(none);
            return card;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        underWay.forEach(each -> rows.add(new Row(new RouterLink(each.name(), ReturnView.class, each.id().toString()))
                .about(standing(each))));
        card.add(rows);
        return card;
    }

    private String standing(Facts each) {
        if (each.outcome() != null) {
            return getTranslation("team.returns.closed", each.measures().stream()
                    .filter(measure -> measure.state() == WorkMeasure.State.AGREED).count());
        }
        return each.cameBackOn() != null ? getTranslation("team.returns.since", TeamWords.day(each.cameBackOn()))
                : each.returnOn() == null ? getTranslation("team.returns.noDate")
                : getTranslation("team.returns.on", TeamWords.day(each.returnOn()));
    }

    private Section days() {
        Section card = new Section(new H2(getTranslation("team.days")));
        card.addClassName("card");
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        page.days().forEach(day -> rows.add(row(day)));
        card.add(rows);
        return card;
    }

    private ListItem row(Day day) {
        Row row = new Row(new Span(TeamWords.shortDay(day.date())));
        if (day.missing() > 0) {
            row.tagged(new Tag(Tone.DUE, getTranslation("team.day.missing", day.missing())));
        }
        return row.about(getTranslation("team.day", day.onSite(), day.telework()));
    }


    @Override
    public String getPageTitle() {
        return (page == null ? getTranslation("team.title") : page.name()) + " · Passerelle";
    }
}
