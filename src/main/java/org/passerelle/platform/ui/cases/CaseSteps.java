package org.passerelle.platform.ui.cases;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.time.ZoneId;
import java.util.Locale;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.steps.CaseSentence.Said;
import org.passerelle.platform.process.steps.CaseStanding;
import org.passerelle.platform.process.steps.Step;

/** Where a case stands: its sentence, its steps, and the way to its diagram. Nothing is drawn of a case nothing is known of. */
public class CaseSteps extends Section {

    private final HtmlContainer sentence;
    private final RouterLink process = new RouterLink();
    private final OrderedList steps = new OrderedList();
    private final ZoneId zone;
    private CaseStanding shown;

    /** @param zone whose clock its times are told by */
    public CaseSteps(CaseStanding standing, ZoneId zone) {
        this(standing, zone, new H2());
    }

    /** The same inside a panel, one level deeper. */
    public static CaseSteps within(CaseStanding standing, ZoneId zone) {
        CaseSteps inside = new CaseSteps(standing, zone, new H3());
        inside.addClassName("compact");
        return inside;
    }

    private CaseSteps(CaseStanding standing, ZoneId zone, HtmlContainer sentence) {
        this.zone = zone;
        this.sentence = sentence;
        addClassNames("card", "case-steps");
        steps.addClassName("steps");
        Div header = new Div(sentence, process);
        header.addClassName("case-said");
        process.setText(getTranslation("cases.process.see"));
        add(header, steps);
        show(standing);
    }

    /** What has not changed stays as it is. */
    public void show(CaseStanding standing) {
        if (standing.equals(shown)) {
            return;
        }
        shown = standing;
        process.getElement().setAttribute("href", pageOf(standing.process()));
        process.setVisible(!standing.steps().isEmpty());
        sentence.setText(standing.sentence().map(said -> CaseWords.sentence(this, said))
                .orElseGet(() -> getTranslation("process." + standing.process().processKey())));
        steps.removeAll();
        standing.steps().forEach(step -> steps.add(item(step)));
        setVisible(!standing.steps().isEmpty() || standing.sentence().isPresent());
    }

    /** The address of its diagram. */
    static String pageOf(CaseRef process) {
        return CaseProcessView.PATH + "/" + process.processKey() + "/" + process.id();
    }

    private ListItem item(Step step) {
        Span mark = new Span();
        mark.addClassName("step-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(getTranslation(step.messageKey()));
        name.addClassName("step-name");
        Span state = new Span(CaseWords.state(this, step, zoneOf()));
        state.addClassName("step-state");
        ListItem item = new ListItem(mark, name, state);
        item.addClassNames("step", "step-" + step.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (step.state() == Step.State.CURRENT) {
            item.getElement().setAttribute("aria-current", "step");
        }
        return item;
    }

    private ZoneId zoneOf() {
        return shown.sentence().map(Said::zone).orElse(zone);
    }
}
