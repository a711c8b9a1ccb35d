package org.passerelle.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter.Due;
import org.passerelle.inbox.domain.InboxRows.Around;
import org.passerelle.inbox.domain.InboxRows.Counts;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.domain.TaskKind;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.process.TaskRef;

/** The left half of the inbox: what waits, and the ways to narrow it. */
class InboxList extends Div {

    /**
     * A list that is refreshed draws its rows anew: the focus follows the task it was on. Where the person has left the
     * row, it is still there a moment later.
     */
    private static final String KEEP_FOCUS = """
            let held;
            this.addEventListener('focusin', event => held = event.target.dataset.task);
            this.addEventListener('focusout', event => queueMicrotask(() => {
                if (event.target.isConnected) held = undefined;
            }));
            new MutationObserver(() => {
                if (held && document.activeElement === document.body) {
                    this.querySelector(`a.row[data-task="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
                }
            }).observe(this, { childList: true, subtree: true });""";

    private final Inbox inbox;
    private final Clock clock;
    private final Consumer<InboxFilter> filtered;

    private final Span sub = new Span();
    private final TextField search = new TextField();
    private final Map<Chip, Button> chips = new EnumMap<>(Chip.class);
    private final Map<Due, Button> dues = new EnumMap<>(Due.class);
    private final Select<Branch> branch = new Select<>();
    private final Select<TaskKind> kind = new Select<>();
    private final VirtualList<InboxTask> rows = new VirtualList<>();
    private final Div empty = new Div();
    private final CallbackDataProvider<InboxTask, Void> tasks;

    private InboxFilter filter = InboxFilter.START;
    private InboxTask selected;
    private int size;
    private boolean following;

    /** @param filtered told when the person narrows the list otherwise */
    InboxList(Inbox inbox, Clock clock, Consumer<InboxFilter> filtered) {
        this.inbox = inbox;
        this.clock = clock;
        this.filtered = filtered;
        this.tasks = new CallbackDataProvider<>(
                query -> inbox.page(filter, query.getOffset(), query.getLimit()).stream(),
                query -> {
                    query.getOffset();
                    query.getLimit();
                    return size;
                }, InboxTask::ref);
        addClassName("split-list");
        add(header(), tools(), rows(), empty, keys());
        empty.addClassName("empty");
    }

    private Div header() {
        sub.addClassName("sub");
        Div header = new Div(new H1(getTranslation("inbox.title")), sub);
        header.addClassName("page-header");
        return header;
    }

    private Div tools() {
        search.addClassName("inbox-search");
        search.setPlaceholder(getTranslation("inbox.search"));
        search.setAriaLabel(getTranslation("inbox.search"));
        search.setMaxLength(200);
        search.setClearButtonVisible(true);
        search.setSuffixComponent(key("/"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(typed -> narrow());

        for (Chip chip : Chip.values()) {
            chips.put(chip, new Button("", click -> filtered.accept(filter.with(chip))));
        }
        for (Due due : Due.values()) {
            dues.put(due, new Button("", click -> filtered.accept(filter.with(due))));
        }

        branch.setPlaceholder(getTranslation("inbox.branch.all"));
        branch.setAriaLabel(getTranslation("inbox.branch"));
        branch.setEmptySelectionAllowed(true);
        branch.setEmptySelectionCaption(getTranslation("inbox.branch.all"));
        branch.setItemLabelGenerator(one -> one == null ? getTranslation("inbox.branch.all") : one.name());
        branch.setItems(inbox.branches());
        branch.addValueChangeListener(chosen -> narrow());
        kind.setPlaceholder(getTranslation("inbox.kind.all"));
        kind.setAriaLabel(getTranslation("inbox.kind"));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("inbox.kind.all"));
        kind.setItemLabelGenerator(one -> getTranslation(one == null ? "inbox.kind.all" : one.messageKey()));
        kind.addValueChangeListener(chosen -> narrow());
        Div selects = new Div(branch, kind);
        selects.addClassName("inbox-selects");

        Div tools = new Div(search, chips("inbox.chips", chips.values()), chips("inbox.dues", dues.values()),
                selects);
        tools.addClassName("inbox-tools");
        return tools;
    }

    private Div chips(String label, Collection<Button> choices) {
        Div line = new Div();
        line.addClassName("chips");
        line.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation(label));
        choices.forEach(choice -> choice.addClassName("chip"));
        choices.forEach(line::add);
        return line;
    }

    private VirtualList<InboxTask> rows() {
        rows.addClassName("rows");
        rows.getElement().setAttribute("aria-label", getTranslation("inbox.title"));
        rows.addAttachListener(attached -> rows.getElement().executeJs(KEEP_FOCUS));
        rows.setRenderer(new ComponentRenderer<>(task -> new TaskRow(task, filter,
                selected != null && selected.ref().equals(task.ref()), clock.instant())));
        return rows;
    }

    private Div keys() {
        Div keys = new Div();
        keys.addClassNames("keys", "inbox-keys");
        for (String one : List.of("j", "k", "c", "e", "?")) {
            keys.add(new Span(key(one), new Span(" " + getTranslation("inbox.key." + (one.equals("?") ? "help" : one)))));
        }
        return keys;
    }

    static Span key(String name) {
        Span key = new Span(name);
        key.addClassName("kbd");
        key.getElement().setAttribute("aria-hidden", "true");
        return key;
    }

    /** Shows the list so narrowed, as it is now. */
    void show(InboxFilter asked) {
        following = true;
        filter = asked;
        if (!search.getValue().equals(asked.words())) {
            search.setValue(asked.words());
        }
        Around overview = inbox.overview(asked);
        Counts counts = overview.counts();
        size = counts.chips().get(asked.chip());
        chips.forEach((chip, button) -> {
            button.setText(getTranslation("inbox.chip." + chip, counts.chips().get(chip)));
            button.getElement().setAttribute("aria-pressed", String.valueOf(chip == asked.chip()));
        });
        dues.forEach((due, button) -> {
            button.setText(getTranslation("inbox.due." + due, counts.dues().get(due)));
            button.getElement().setAttribute("aria-pressed", String.valueOf(due == asked.due()));
        });
        sub.setText(getTranslation("inbox.sub", counts.dues().get(Due.ANY), counts.dues().get(Due.LATE)));
        branch.setValue(branch.getListDataView().getItems()
                .filter(one -> one.id().equals(asked.branch())).findFirst().orElse(null));
        if (!kind.getListDataView().getItems().toList().equals(overview.kinds())) {
            kind.setItems(overview.kinds());
        }
        kind.setValue(overview.kinds().stream().filter(one -> one.equals(asked.kind())).findFirst().orElse(null));
        following = false;

        if (rows.getDataProvider() != tasks) {
            rows.setDataProvider(tasks);
        } else {
            tasks.refreshAll();
        }
        rows.setVisible(size > 0);
        empty.setVisible(size == 0);
        if (size == 0) {
            explainEmptiness();
        }
    }

    private void explainEmptiness() {
        boolean narrowed = !filter.equals(InboxFilter.START.with(filter.chip()));
        boolean byDateOnly = filter.equals(InboxFilter.START.with(filter.chip()).with(filter.due()));
        String key = "inbox.empty." + (!narrowed ? filter.chip() : byDateOnly ? filter.due() : "narrowed");
        empty.removeAll();
        empty.add(new H2(getTranslation(key)), new Paragraph(getTranslation(key + ".how")));
        if (narrowed) {
            empty.add(new Button(getTranslation("inbox.empty.clear"), click -> filtered.accept(InboxFilter.START)));
        }
    }

    void select(InboxTask task) {
        InboxTask before = selected;
        selected = task;
        if (before != null) {
            tasks.refreshItem(before);
        }
        if (task != null) {
            tasks.refreshItem(task);
        }
    }

    void focusSearch() {
        search.focus();
    }

    private void narrow() {
        if (!following) {
            filtered.accept(new InboxFilter(filter.chip(), filter.due(),
                    branch.getValue() == null ? null : branch.getValue().id(), kind.getValue(), search.getValue()));
        }
    }
}
