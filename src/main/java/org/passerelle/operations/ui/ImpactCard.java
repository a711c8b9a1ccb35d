package org.passerelle.operations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.shared.Registration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.passerelle.operations.OperationsRefusal;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.policy.PolicyTable.Change;
import org.passerelle.platform.policy.PolicyTable.Impact;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;

/** How far a changed table shall reach, and what would happen if it were published so; then it is. */
class ImpactCard extends Section {

    /** A few rows are all shown; many scroll. */
    private static final int ROWS = 8;

    private final RadioButtonGroup<Reach> reach = new RadioButtonGroup<>(getTranslation("policy.reach"));
    private final Grid<Change> chosen = new Grid<>();
    private final TextArea reason = new TextArea(getTranslation("policy.reason"));
    private final Note note = new Note();
    private final H2 title = new H2(getTranslation("policy.impact.title"));
    private final UnorderedList remarks = new UnorderedList();
    private final Paragraph meaning = new Paragraph();
    private final Div listings = new Div();
    private final Consumer<ImpactCard> recompute;
    private final String words;
    /** Kept while another reach is looked at. */
    private Set<Change> ticked;
    private Registration ticking = () -> { };

    /**
     * @param impact    of new cases only
     * @param isPrivate whether nothing about a person belongs in the reason
     * @param recompute what becomes of the choices of the card, which {@link #show} then tells
     */
    ImpactCard(Impact impact, boolean isPrivate, Consumer<ImpactCard> recompute, Consumer<ImpactCard> publish) {
        this.recompute = recompute;
        this.words = impact.words();
        addClassNames("card", "impact");
        title.getElement().setAttribute("tabindex", "-1");
        reason.setHelperText(getTranslation("policy.reason.help") + (isPrivate ? " " + getTranslation("policy.private") : ""));
        Div figures = new Div(remarks);
        figures.getElement().setAttribute("role", "status");
        Button go = new Button(getTranslation("policy.publish"), click -> publish.accept(this));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(go);
        actions.addClassName("form-actions");
        add(title, reach, figures, running(impact.changes()), listings, whyField(go), note, actions);
        show(impact);
    }

    private Div running(List<Change> changes) {
        ticked = Set.copyOf(changes);
        reach.setItems(Reach.values());
        reach.setItemLabelGenerator(each -> getTranslation("policy.reach." + each, changes.size()));
        reach.setValue(Reach.NEW_ONLY);
        reach.addValueChangeListener(change -> choose(change.getValue()));
        meaning.setText(getTranslation(words + "." + Reach.NEW_ONLY));
        column("policy.change.name", Change::name);
        column("policy.change.place", Change::place);
        column(words + ".before", change -> decided(change.before(), change));
        column("policy.change.after", change -> decided(change.after(), change));
        chosen.setItems(changes);
        chosen.setAllRowsVisible(changes.size() <= ROWS);
        chosen.setSelectionMode(Grid.SelectionMode.NONE);
        chosen.getElement().setAttribute("aria-label", getTranslation(words));
        Div running = new Div(new H3(getTranslation(words)), meaning, chosen);
        running.addClassName("impact-listing");
        reach.setVisible(!changes.isEmpty());
        running.setVisible(!changes.isEmpty());
        return running;
    }

    private String decided(Object what, Change change) {
        return what instanceof Instant at ? DateTimes.dayAndTime(at, change.zone(), getLocale()) : ImpactWords.text(this, what);
    }

    private void column(String headerKey, ValueProvider<Change, String> text) {
        chosen.addColumn(text).setHeader(getTranslation(headerKey)).setAutoWidth(true);
    }

    /** Enter publishes from here alone: among the choices above it would come as a surprise. */
    private Div whyField(Button go) {
        reason.setMaxLength(Policies.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setWidthFull();
        Div field = new Div(reason);
        EnterKey.presses(field, go);
        return field;
    }

    /** What would happen, told anew; what is chosen and typed stays. */
    void show(Impact impact) {
        remarks.removeAll();
        impact.remarks().forEach(remark -> remarks.add(new ListItem(ImpactWords.sentence(this, remark))));
        listings.removeAll();
        impact.listings().forEach(listing -> listings.add(new ImpactListing(listing)));
        note.clear();
    }

    /** Whoever asked for it is led to it, with eyes or ears. */
    void leadTo() {
        scrollIntoView();
        title.getElement().callJsFunction("focus");
    }

    private void choose(Reach wanted) {
        meaning.setText(getTranslation(words + "." + wanted));
        // Another mode forgets what is ticked: that is nobody's choice.
        ticking.remove();
        if (wanted == Reach.CHOSEN) {
            chosen.setSelectionMode(Grid.SelectionMode.MULTI);
            chosen.asMultiSelect().setValue(ticked);
            ticking = chosen.addSelectionListener(change -> tick(change.getAllSelectedItems()));
        } else {
            chosen.setSelectionMode(Grid.SelectionMode.NONE);
        }
        recompute.accept(this);
    }

    private void tick(Set<Change> those) {
        ticked = Set.copyOf(those);
        recompute.accept(this);
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
