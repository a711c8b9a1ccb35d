package org.passerelle.platform.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.steps.CaseProcesses;
import org.passerelle.platform.process.steps.CaseProcesses.Page;
import org.passerelle.platform.process.steps.CaseProcesses.Passed;
import org.passerelle.platform.ui.live.LiveUpdates;

/** The diagram of one case, and the same in words: where it has been, where it is, what may come. */
@Route(CaseProcessView.PATH + "/:process/:case")
@RolesAllowed("AGENT")
public class CaseProcessView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "process";

    private final CaseProcesses processes;
    private final LiveUpdates live;
    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final Div diagramPlace = new Div();
    private final Section words = new Section();
    private CaseRef process;
    private ProcessDiagram diagram;

    CaseProcessView(CaseProcesses processes, LiveUpdates live) {
        this.processes = processes;
        this.live = live;
        addClassNames("page", "process-view");
        sentence.addClassName("sub");
        Div header = new Div(new Div(title, sentence));
        header.addClassName("page-header");
        diagramPlace.addClassName("card");
        words.addClassNames("card", "diagram-words");
        add(header, diagramPlace, words);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Page> page = caseOf(event.getRouteParameters()).flatMap(processes::find);
        if (page.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        process = page.get().process();
        diagram = new ProcessDiagram(page.get().diagram().xml(), getTranslation("cases.process"));
        diagramPlace.removeAll();
        diagramPlace.add(diagram);
        page.get().said().filter(said -> said.news() != null).ifPresent(said -> live.follow(diagram, said.news(), this::refresh));
        show(page.get());
    }

    private static Optional<CaseRef> caseOf(RouteParameters address) {
        try {
            return Optional.of(new CaseRef(address.get("process").orElseThrow(), UUID.fromString(address.get("case").orElseThrow())));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private void refresh() {
        processes.find(process).ifPresent(this::show);
    }

    private void show(Page page) {
        String name = getTranslation("process." + process.processKey());
        title.setText(page.name() == null ? name : getTranslation("cases.process.title", name, page.name()));
        sentence.setText(page.said().map(said -> CaseWords.sentence(this, said)).orElse(""));
        diagram.showCase(page.diagram());
        words.removeAll();
        words.add(new H2(getTranslation("cases.process.words")));
        part("cases.process.now", new UnorderedList(), page.now().stream().map(this::item).toList(), "cases.process.over");
        part("cases.process.next", new UnorderedList(), page.next().stream().map(this::item).toList(), "cases.process.nothingNext");
        part("cases.process.before", new OrderedList(), page.before().stream().map(passed -> item(page, passed)).toList(),
                "cases.process.nothingBefore");
    }

    private void part(String titleKey, HtmlContainer list, List<ListItem> items, String noneKey) {
        items.forEach(list::add);
        Component told = items.isEmpty() ? new Paragraph(getTranslation(noneKey)) : list;
        words.add(new Div(new H3(getTranslation(titleKey)), told));
    }

    private ListItem item(String messageKey) {
        return new ListItem(getTranslation(messageKey));
    }

    private ListItem item(Page page, Passed passed) {
        Span when = new Span(DateTimes.near(passed.at(), page.zone(), getLocale()));
        when.addClassName("soft");
        return new ListItem(new Span(getTranslation(passed.messageKey())), new Span(" · "), when);
    }

    @Override
    public String getPageTitle() {
        return title.getText() + " · Passerelle";
    }
}
