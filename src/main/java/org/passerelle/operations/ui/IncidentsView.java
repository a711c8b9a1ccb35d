package org.passerelle.operations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.passerelle.operations.service.Incidents;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.StuckSteps;
import org.passerelle.platform.process.StuckSteps.StuckStep;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.live.LiveUpdates;

/** What cannot go on by itself: which case, at which step, since when, and a button to try again. */
@Route("incidents")
@RolesAllowed("MANAGER")
public class IncidentsView extends Div implements HasDynamicTitle {

    private final Incidents incidents;
    private final ZoneId zone;
    private final UnorderedList list = new UnorderedList();
    private final Note note = new Note();

    public IncidentsView(Incidents incidents, LiveUpdates live) {
        this.incidents = incidents;
        this.zone = incidents.zone();
        addClassNames("page", "narrow");
        Div header = new Div(new H1(getTranslation("incidents.title")), sub());
        header.addClassName("page-header");
        list.addClassNames("card", "rows");
        list.getElement().setAttribute("aria-label", getTranslation("incidents.title"));
        add(header, note, list);
        live.follow(this, StuckSteps.CHANGED, this::refresh);
        refresh();
    }

    private Component sub() {
        Paragraph sub = new Paragraph(getTranslation("incidents.sub"));
        sub.addClassName("sub");
        return sub;
    }

    private void refresh() {
        List<StuckStep> stuck = incidents.all();
        Map<CaseRef, String> names = incidents.names(stuck);
        list.removeAll();
        stuck.forEach(step -> list.add(row(step, names.get(step.process()))));
        if (stuck.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("incidents.none"));
            none.addClassName("empty");
            list.add(new ListItem(none));
        }
    }

    /** @param name of its case, or null where it is nobody's to know */
    private ListItem row(StuckStep step, String name) {
        String process = "process." + step.process().processKey();
        Span what = new Span(getTranslation(process + "." + step.step()));
        what.addClassName("row-title");
        Button again = new Button(getTranslation("incidents.tryAgain"), click -> tryAgain(step));
        again.setAriaLabel(getTranslation("incidents.tryAgain.of", what.getText()));
        Span facts = new Span(getTranslation(name == null ? "incidents.facts.private" : "incidents.facts", getTranslation(process),
                DateTimes.dayAndTime(step.since(), zone, getLocale()), step.failure(), name));
        facts.addClassName("row-sub");
        ListItem row = new ListItem(what, again, facts);
        row.addClassName("row");
        return row;
    }

    private void tryAgain(StuckStep step) {
        Outcome<Void> outcome = incidents.tryAgain(step.ref());
        if (outcome.isDone()) {
            note.done("incidents.triedAgain");
        } else {
            note.refused(outcome);
        }
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("incidents.title") + " · Passerelle";
    }
}
