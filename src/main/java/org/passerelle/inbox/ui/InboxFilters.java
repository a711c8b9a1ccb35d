package org.passerelle.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.DomEvent;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter.Due;
import org.passerelle.inbox.domain.InboxPages.Around;
import org.passerelle.inbox.domain.TaskKind;
import org.passerelle.platform.network.Branch;

/**
 * The search, one row of what is chosen most, and the rest behind a button. What is pressed is let go by pressing it again:
 * the list then shows what waits, whatever its date.
 */
class InboxFilters extends Div {

    private static final List<Chip> CHIPS = List.of(Chip.MINE, Chip.GROUP);
    private static final List<Due> DUES = List.of(Due.TODAY, Due.LATE);
    private static final String TYPED = "element.value";

    private final TextField search = new TextField();
    private final Map<Chip, Button> chips = new EnumMap<>(Chip.class);
    private final Map<Due, Button> dues = new EnumMap<>(Due.class);
    private final Button more = new Button(getTranslation("inbox.filters"), click -> expand(!isExpanded()));
    /** Whose tasks the list holds. */
    private final Span place = new Span();
    private final Button everywhere = new Button(getTranslation("inbox.branch.all"), click -> everywhere());
    private final Div rest = new Div();
    private final ComboBox<Branch> branch = new ComboBox<>();
    private final Select<TaskKind> kind = new Select<>();
    private final Consumer<InboxFilter> filtered;

    private InboxFilter filter = InboxFilter.START;
    private UUID home;
    private boolean following;

    /**
     * @param branches to choose from, or none
     * @param filtered told when the person narrows the list otherwise
     * @param entered  told when the person is done typing, and what was typed is searched for
     */
    InboxFilters(List<Branch> branches, Consumer<InboxFilter> filtered, Runnable entered) {
        this.filtered = filtered;
        addClassName("inbox-tools");
        search(entered);
        for (Chip chip : List.of(Chip.MINE, Chip.GROUP, Chip.ALL)) {
            chips.put(chip, new Button("", click -> filtered.accept(filter.with(filter.chip() == chip ? Chip.WAITING : chip))));
        }
        for (Due due : List.of(Due.TODAY, Due.LATE, Due.WEEK)) {
            dues.put(due, new Button("", click -> filtered.accept(filter.with(filter.due() == due ? Due.ANY : due))));
        }
        chips.values().forEach(choice -> choice.addClassName("chip"));
        dues.values().forEach(choice -> choice.addClassName("chip"));
        more.addClassName("chip");
        Div row = group(CHIPS.stream().map(chips::get).toList());
        DUES.forEach(due -> row.add(dues.get(due)));
        Div look = new Div(search, more);
        look.addClassName("inbox-look");
        selects(branches);
        rest.addClassName("inbox-rest");
        rest.add(group(List.of(chips.get(Chip.ALL), dues.get(Due.WEEK))), branch, kind);
        expand(false);
        everywhere.addClassName("chip");
        Div where = new Div(place, everywhere);
        where.addClassName("inbox-where");
        where.setVisible(!branches.isEmpty());
        add(where, look, row, rest);
    }

    private void search(Runnable entered) {
        search.addClassName("inbox-search");
        search.setPlaceholder(getTranslation("inbox.search"));
        search.setAriaLabel(getTranslation("inbox.search"));
        search.setMaxLength(200);
        search.setClearButtonVisible(true);
        search.setSuffixComponent(InboxKeys.key("/"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(typed -> narrow());
        search.getElement().addEventListener("keydown", key -> entered(key, entered))
                .setFilter("event.key === 'Enter' && !event.isComposing").addEventData(TYPED);
    }

    /** A scanner is faster than the search, which waits for a pause of the hand. */
    private void entered(DomEvent key, Runnable entered) {
        search.setValue(key.getEventData().get(TYPED).asString());
        entered.run();
    }

    private Div group(Collection<Button> choices) {
        Div line = new Div();
        line.addClassName("chips");
        line.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("inbox.chips"));
        choices.forEach(line::add);
        return line;
    }

    private void selects(List<Branch> branches) {
        branch.setPlaceholder(getTranslation("inbox.branch.all"));
        branch.setAriaLabel(getTranslation("inbox.branch"));
        branch.setClearButtonVisible(true);
        branch.setItemLabelGenerator(Branch::name);
        branch.setItems(branches);
        branch.setVisible(!branches.isEmpty());
        branch.addValueChangeListener(chosen -> narrow());
        kind.setPlaceholder(getTranslation("inbox.kind.all"));
        kind.setAriaLabel(getTranslation("inbox.kind"));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("inbox.kind.all"));
        kind.setItemLabelGenerator(one -> getTranslation(one == null ? "inbox.kind.all" : one.messageKey()));
        kind.addValueChangeListener(chosen -> narrow());
    }

    boolean isOfOneBranch() {
        return !branch.isVisible();
    }

    /** Pressed again, it lets go: back to where the person works. */
    private void everywhere() {
        filtered.accept(filter.at(filter.branch() == null ? home : null));
    }

    /** One of those to choose from. */
    Optional<Branch> branch(UUID id) {
        return branch.getListDataView().getItems().filter(one -> one.id().equals(id)).findFirst();
    }

    /** @param start where the person works, or null */
    void show(InboxFilter asked, Around around, UUID start) {
        following = true;
        filter = asked;
        home = start;
        if (!search.getValue().equals(asked.words())) {
            search.setValue(asked.words());
        }
        chips.forEach((chip, button) -> tell(button, "inbox.chip." + chip, around.counts().chips().get(chip), chip == asked.chip()));
        dues.forEach((due, button) -> tell(button, "inbox.due." + due, around.counts().dues().get(due), due == asked.due()));
        place.setText(branch(asked.branch()).map(Branch::name).orElse(""));
        everywhere.setVisible(home != null || asked.branch() != null);
        everywhere.getElement().setAttribute("aria-pressed", String.valueOf(asked.branch() == null));
        branch.setValue(branch(asked.branch()).orElse(null));
        if (!kind.getListDataView().getItems().toList().equals(around.kinds())) {
            kind.setItems(around.kinds());
        }
        kind.setValue(around.kinds().stream().filter(one -> one.equals(asked.kind())).findFirst().orElse(null));
        following = false;
        if (asked.chip() == Chip.ALL || asked.due() == Due.WEEK || asked.kind() != null
                || asked.branch() != null && !asked.branch().equals(home)) {
            expand(true);
        }
    }

    private void tell(Button choice, String key, int count, boolean pressed) {
        choice.setText(getTranslation(key, Amount.text(this, count)));
        choice.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
    }

    void focusSearch() {
        search.focus();
    }

    private boolean isExpanded() {
        return rest.isVisible();
    }

    private void expand(boolean open) {
        rest.setVisible(open);
        more.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    private void narrow() {
        if (!following) {
            filtered.accept(new InboxFilter(filter.chip(), filter.due(), isOfOneBranch() ? filter.branch()
                    : branch.getValue() == null ? null : branch.getValue().id(), kind.getValue(), search.getValue()));
        }
    }
}
