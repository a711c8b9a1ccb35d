package org.passerelle.platform.ui.branches;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.network.Branches;
import org.passerelle.platform.network.Branches.Listed;
import org.passerelle.platform.ui.UnsavedScreen;

/** A manager opens branches and says where they are and how one gets in; the address holds which one. */
@Route("branches/:branch?")
@RolesAllowed("MANAGER")
public class BranchesView extends Div implements BeforeEnterObserver, UnsavedScreen, HasDynamicTitle {

    private static final String PARAMETER = "branch";

    private final Branches branches;
    private final UnorderedList list = new UnorderedList();
    private final RouterLink another = new RouterLink(getTranslation("branches.new"), BranchesView.class);
    private final BranchEditor editor;

    public BranchesView(Branches branches) {
        this.branches = branches;
        this.editor = new BranchEditor(branches, this::refresh);
        addClassName("page");
        Div actions = new Div(another);
        actions.addClassName("actions");
        Div header = new Div(new H1(getTranslation("branches.title")), actions);
        header.addClassName("page-header");
        list.addClassNames("plain", "card", "rows");
        list.getElement().setAttribute("aria-label", getTranslation("branches.title"));
        Div columns = new Div(new Div(list), editor);
        columns.addClassName("staff-page");
        add(header, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Listed> all = branches.all();
        Optional<String> asked = event.getRouteParameters().get(PARAMETER);
        Optional<Listed> chosen = asked.flatMap(id -> all.stream().filter(one -> one.id().toString().equals(id))
                .findFirst());
        if (asked.isPresent() && chosen.isEmpty()) {
            event.forwardTo(BranchesView.class);
            return;
        }
        another.setVisible(chosen.isPresent());
        editor.show(chosen);
        show(all, chosen);
    }

    @Override
    public boolean hasUnsavedChanges() {
        return editor.hasUnsavedChanges();
    }

    private void refresh(Optional<Listed> chosen) {
        show(branches.all(), chosen);
    }

    private void show(List<Listed> all, Optional<Listed> chosen) {
        list.removeAll();
        all.forEach(branch -> list.add(row(branch, chosen.filter(one -> one.id().equals(branch.id())).isPresent())));
        if (all.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("branches.none"));
            none.addClassName("empty");
            list.add(new ListItem(none));
        }
    }

    private Component row(Listed branch, boolean isChosen) {
        RouterLink link = new RouterLink(BranchesView.class,
                new RouteParameters(new RouteParam(PARAMETER, branch.id().toString())));
        link.addClassName("row");
        Span name = new Span(branch.form().name());
        name.addClassName("row-title");
        Span facts = new Span(Stream.of(branch.form().code(), branch.form().address(), branch.form().phone())
                .filter(fact -> !fact.isEmpty()).collect(Collectors.joining(" · ")));
        facts.addClassName("row-sub");
        link.add(name, facts);
        if (isChosen) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return new ListItem(link);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("branches.title") + " · Passerelle";
    }
}
