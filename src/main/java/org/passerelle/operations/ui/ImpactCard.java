package org.passerelle.operations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.operations.OperationsRefusal;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Moments;
import org.passerelle.platform.process.PolicyTable.Change;
import org.passerelle.platform.process.PolicyTable.Impact;
import org.passerelle.platform.process.PolicyTable.Remark;
import org.passerelle.platform.ui.Note;

/** What a changed table would mean, and how far it shall reach; then it is published. */
class ImpactCard extends Section {

    private final RadioButtonGroup<Reach> reach = new RadioButtonGroup<>(getTranslation("policy.reach"));
    private final CheckboxGroup<Change> chosen = new CheckboxGroup<>(getTranslation("policy.chosen"));
    private final TextArea reason = new TextArea(getTranslation("policy.reason"));
    private final Note note = new Note();

    ImpactCard(Impact impact, Consumer<ImpactCard> publish) {
        addClassNames("card", "impact");
        UnorderedList remarks = new UnorderedList();
        impact.remarks().forEach(remark -> remarks.add(new ListItem(sentence(remark))));
        add(new H2(getTranslation("policy.impact.title")), remarks);
        chosen.setItems(impact.changes());
        chosen.setItemLabelGenerator(change -> getTranslation("policy.change", change.name(), change.place(),
                Moments.dayAndTime(change.before(), change.zone(), getLocale()),
                Moments.dayAndTime(change.after(), change.zone(), getLocale())));
        chosen.setValue(Set.copyOf(impact.changes()));
        reach.setItems(Reach.values());
        reach.setItemLabelGenerator(each -> getTranslation("policy.reach." + each, impact.changes().size()));
        reach.setValue(Reach.NEW_ONLY);
        reach.addValueChangeListener(change -> chosen.setReadOnly(change.getValue() != Reach.CHOSEN));
        chosen.setReadOnly(true);
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
        add(chosen, reach, reason, note, actions);
    }

    private String sentence(Remark remark) {
        return getTranslation(remark.messageKey(), Stream.of(remark.args())
                .map(arg -> arg instanceof LocalDate day ? Moments.day(day, getLocale()) : arg).toArray());
    }

    String reason() {
        return reason.getValue();
    }

    Reach reach() {
        return reach.getValue();
    }

    Set<UUID> chosen() {
        return chosen.getValue().stream().map(Change::id).collect(Collectors.toSet());
    }

    void refused(Outcome.Refused<?> no) {
        reason.setInvalid(false);
        note.clear();
        if (no.reason() == OperationsRefusal.REASON_MISSING || no.reason() == OperationsRefusal.REASON_TOO_LONG) {
            reason.setErrorMessage(getTranslation(no.reason().messageKey(), no.args()));
            reason.setInvalid(true);
            reason.focus();
        } else {
            note.refused(no, Map.of());
        }
    }
}
