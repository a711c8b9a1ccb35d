package org.passerelle.operations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.passerelle.operations.OperationsRefusal;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Moments;
import org.passerelle.platform.process.PolicyTable.Change;
import org.passerelle.platform.process.PolicyTable.Impact;
import org.passerelle.platform.ui.Note;

/** What a changed table would mean, and how far it shall reach; then it is published. */
class ImpactCard extends Section {

    /** A few rows are all shown; many scroll. */
    private static final int ROWS = 8;

    private final RadioButtonGroup<Reach> reach = new RadioButtonGroup<>(getTranslation("policy.reach"));
    private final Grid<Change> chosen = new Grid<>();
    private final TextArea reason = new TextArea(getTranslation("policy.reason"));
    private final Note note = new Note();
    private final H2 title = new H2();

    ImpactCard(Impact impact, Consumer<ImpactCard> publish) {
        addClassNames("card", "impact");
        UnorderedList remarks = new UnorderedList();
        impact.remarks().forEach(remark -> remarks.add(new ListItem(ImpactWords.sentence(this, remark))));
        title.setText(getTranslation(impact.changes().isEmpty() ? "policy.impact.title" : "policy.impact.title.running"));
        title.getElement().setAttribute("tabindex", "-1");
        add(title, remarks);
        chosen.addColumn(Change::name).setHeader(getTranslation("policy.change.name"));
        chosen.addColumn(Change::place).setHeader(getTranslation("policy.change.place"));
        chosen.addColumn(change -> Moments.dayAndTime(change.before(), change.zone(), getLocale()))
                .setHeader(getTranslation("policy.change.before"));
        chosen.addColumn(change -> Moments.dayAndTime(change.after(), change.zone(), getLocale()))
                .setHeader(getTranslation("policy.change.after"));
        chosen.setItems(impact.changes());
        chosen.setAllRowsVisible(impact.changes().size() <= ROWS);
        chosen.setSelectionMode(Grid.SelectionMode.NONE);
        chosen.getElement().setAttribute("aria-label", getTranslation("policy.changes"));
        reach.setItems(Reach.values());
        reach.setItemLabelGenerator(each -> getTranslation("policy.reach." + each, impact.changes().size()));
        reach.setValue(Reach.NEW_ONLY);
        reach.setHelperText(getTranslation("policy.reach.NEW_ONLY.help"));
        reach.addValueChangeListener(change -> choose(change.getValue(), impact));
        reach.setVisible(!impact.changes().isEmpty());
        chosen.setVisible(!impact.changes().isEmpty());
        reason.setMaxLength(Policies.LONGEST_REASON);
        reason.setHelperText(getTranslation("policy.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setWidthFull();
        Button go = new Button(getTranslation("policy.publish"), click -> publish.accept(this));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(go);
        actions.addClassName("form-actions");
        impact.listings().forEach(listing -> add(new ImpactListing(listing)));
        add(chosen, reach, reason, note, actions);
    }

    /** Whoever asked for it is led to it, with eyes or ears. */
    void show() {
        scrollIntoView();
        title.getElement().callJsFunction("focus");
    }

    private void choose(Reach wanted, Impact impact) {
        reach.setHelperText(getTranslation("policy.reach." + wanted + ".help"));
        if (wanted == Reach.CHOSEN) {
            chosen.setSelectionMode(Grid.SelectionMode.MULTI);
            chosen.asMultiSelect().setValue(Set.copyOf(impact.changes()));
        } else {
            chosen.setSelectionMode(Grid.SelectionMode.NONE);
        }
    }

    String reason() {
        return reason.getValue();
    }

    Reach reach() {
        return reach.getValue();
    }

    Set<UUID> chosen() {
        return chosen.getSelectedItems().stream().map(Change::id).collect(Collectors.toSet());
    }

    void refused(Outcome.Refused<?> no) {
        reason.setInvalid(false);
        note.clear();
        if (no.reason() == OperationsRefusal.REASON_MISSING || no.reason() == OperationsRefusal.REASON_TOO_LONG) {
            reason.setErrorMessage(getTranslation(no.reason().messageKey(), no.args()));
            reason.setInvalid(true);
            reason.focus();
        } else {
            note.refused(no);
        }
    }
}
