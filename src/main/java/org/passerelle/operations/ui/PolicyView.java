package org.passerelle.operations.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Published;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.operations.service.Policies;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.policy.PolicyCheck.Fault;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.passerelle.platform.policy.PolicyTable.Impact;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.UnsavedDialog;
import org.passerelle.platform.ui.UnsavedScreen;

/** The library's rules: a table that is read as a table, changed there, tried on the real cases, and published. */
@Route("policies/:table?")
@RolesAllowed("MANAGER")
public class PolicyView extends Main implements BeforeEnterObserver, UnsavedScreen, HasDynamicTitle {

    private final Policies policies;
    private final Select<String> chooser = new Select<>();
    private final Note note = new Note();
    private final Div content = new Div();
    private final FaultList faults = new FaultList();
    private final Div consequences = new Div();
    private final H2 title = new H2();
    private Policy policy;
    private PolicyEditor editor;

    PolicyView(Policies policies) {
        this.policies = policies;
        addClassNames("page", "policy-view");
        chooser.setAriaLabel(getTranslation("policy.table"));
        chooser.setItemLabelGenerator(key -> getTranslation("decision." + key));
        chooser.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent().navigate(PolicyView.class, new RouteParameters(new RouteParam("table", change.getValue())));
            }
        });
        Div actions = new Div(chooser);
        actions.addClassName("actions");
        Paragraph sub = new Paragraph(getTranslation("policy.sub"));
        sub.addClassName("sub");
        Div header = new Div(new Div(new H1(getTranslation("policy.title")), sub), actions);
        header.addClassName("page-header");
        add(header, note, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<String> keys = policies.keys();
        String key = event.getRouteParameters().get("table").orElse(keys.getFirst());
        Optional<Policy> found = policies.open(key);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        chooser.setItems(keys);
        chooser.setValue(key);
        note.clear();
        show(found.get());
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (hasUnsavedChanges()) {
            UnsavedDialog.hold(event).addCancelListener(stays -> chooser.setValue(policy.shape().key()));
        }
    }

    @Override
    public boolean hasUnsavedChanges() {
        return editor != null && isChanged();
    }

    private void show(Policy found) {
        policy = found;
        editor = new PolicyEditor(found.shape(), found.rows(), this::edited);
        content.removeAll();
        consequences.removeAll();
        Button reset = new Button(getTranslation("policy.reset"), click -> draft(policy.rows()));
        Button impact = new Button(getTranslation("policy.impact"), click -> showImpact());
        impact.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(reset, impact);
        buttons.addClassName("form-actions");
        Section table = new Section(title, editor, faults, buttons);
        if (found.isPrivate()) {
            Paragraph notHere = new Paragraph(getTranslation("policy.private"));
            notHere.addClassName("soft");
            table.addComponentAtIndex(1, notHere);
        }
        table.addClassName("card");
        content.add(table, consequences, new EditionList(found,
                version -> policies.differences(found.shape().key(), version), this::takeUp));
        faults.show(List.of());
        tellState();
    }

    private void tellState() {
        title.setText(getTranslation(isChanged() ? "policy.version.changed" : "policy.version", policy.version()));
    }

    private boolean isChanged() {
        return !editor.rows().equals(policy.rows());
    }

    private void draft(List<Row> rows) {
        editor.fill(rows);
        edited();
    }

    /** What was said of other rows no longer holds. */
    private void edited() {
        consequences.removeAll();
        note.clear();
        check();
        tellState();
    }

    private void check() {
        List<Fault> found = policies.faults(policy.shape().key(), editor.rows());
        editor.mark(found);
        faults.show(found);
    }

    private void takeUp(int version) {
        draft(policies.rows(policy.shape().key(), version));
        note.done("policy.takenUp", version);
        note.scrollIntoView();
    }

    private void showImpact() {
        check();
        consequences.removeAll();
        switch (policies.impact(policy.shape().key(), editor.rows(), Reach.NEW_ONLY, Set.of())) {
            case Outcome.Done<Impact> done -> {
                ImpactCard card = new ImpactCard(done.value(), policy.isPrivate(), this::recompute, this::publish);
                consequences.add(card);
                card.leadTo();
            }
            case Outcome.Refused<Impact> no -> {
                note.refused(no);
                (faults.isVisible() ? faults : note).scrollIntoView();
            }
        }
    }

    private void recompute(ImpactCard card) {
        switch (policies.impact(policy.shape().key(), editor.rows(), card.reach(), card.chosen())) {
            case Outcome.Done<Impact> done -> card.show(done.value());
            case Outcome.Refused<Impact> no -> card.refused(no);
        }
    }

    private void publish(ImpactCard card) {
        Outcome<Published> outcome = policies.publish(policy.shape().key(), policy.version(), editor.rows(), card.reason(),
                card.reach(), card.chosen());
        switch (outcome) {
            case Outcome.Done<Published> done -> {
                show(policies.open(policy.shape().key()).orElseThrow());
                note.done("policy.published", done.value().version(), done.value().moved());
                note.scrollIntoView();
            }
            case Outcome.Refused<Published> no -> card.refused(no);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("policy.title") + " · Passerelle";
    }
}
