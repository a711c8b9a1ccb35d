package org.passerelle.team.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.team.members.service.Posts;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.members.service.Teams.Listed;

/** The teams somebody is in or looks after; who has one alone comes to it at once. */
@Route("teams")
@RolesAllowed("AGENT")
public class TeamsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Teams teams;
    private final Posts posts;
    private final Note note = new Note();
    private final Div content = new Div();

    TeamsView(Teams teams, Posts posts, LiveUpdates live) {
        this.teams = teams;
        this.posts = posts;
        addClassNames("page", "narrow");
        Div actions = new Div();
        actions.addClassName("actions");
        if (teams.mayNameNetworkManagers()) {
            actions.add(new Button(getTranslation("team.network"), click -> new NetworkManagersDialog(teams,
                    () -> note.done("team.network.saved")).open()));
        }
        if (posts.mayChange()) {
            actions.add(new Button(getTranslation("team.posts"), click -> new PostsDialog(posts).open()));
        }
        if (teams.mayArrange()) {
            Button create = new Button(getTranslation("team.new"), click -> new TeamDialog(teams, null, this::created).open());
            create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(create);
        }
        Div header = new Div(new H1(getTranslation("team.title")), actions);
        header.addClassName("page-header");
        add(header, note, content);
        live.follow(this, Teams.CHANGED.any(), this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Listed> all = teams.visible();
        if (all.size() == 1 && all.getFirst().seen() && !all.getFirst().arranged()) {
            event.forwardTo(TeamView.class, all.getFirst().id().toString());
        } else {
            show();
        }
    }

    private void show() {
        content.removeAll();
        List<Listed> all = teams.visible();
        if (all.isEmpty()) {
            Paragraph empty = new Paragraph(getTranslation(teams.mayArrange() ? "team.none.arrange" : "team.none"));
            empty.addClassName("empty");
            content.add(empty);
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        all.forEach(team -> rows.add(row(team)));
        Section card = new Section(rows);
        card.addClassNames("card", "list-card");
        content.add(card);
    }

    private Row row(Listed team) {
        Row row = new Row(team.seen() ? new RouterLink(team.name(), TeamView.class, team.id().toString()) : new Span(team.name()))
                .about(getTranslation("team.listed", team.people(), team.managers().isEmpty() ? getTranslation("team.listed.nobody")
                        : String.join(", ", team.managers())));
        if (team.arranged()) {
            Button change = new Button(getTranslation("team.change"), click -> new TeamDialog(teams, team.id(), this::saved).open());
            change.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            change.setAriaLabel(getTranslation("team.changeOf", team.name()));
            row.tagged(change);
        }
        return row;
    }

    private void created(String name) {
        note.done("team.created", name);
        show();
    }

    private void saved(String name) {
        note.done("team.saved", name);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("team.title") + " · Passerelle";
    }
}
