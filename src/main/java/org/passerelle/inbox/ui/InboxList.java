package org.passerelle.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter.Due;
import org.passerelle.inbox.domain.InboxPages;
import org.passerelle.inbox.domain.InboxPages.Around;
import org.passerelle.inbox.domain.InboxPages.Counts;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.domain.InboxWords;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.platform.network.Branch;

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
    private final InboxFilters filters;
    private final VirtualList<InboxTask> rows = new VirtualList<>();
    private final Paragraph beyond = new Paragraph(getTranslation("inbox.beyond"));
    private final Div empty = new Div();
    private final CallbackDataProvider<InboxTask, Void> tasks;
    /** What stands before the row of that number, as far as the list was read: from there it is read on. */
    private final TreeMap<Integer, InboxTask> before = new TreeMap<>();

    private InboxFilter filter = InboxFilter.START;
    private InboxWords words = InboxWords.NONE;
    private UUID home;
    private InboxTask selected;
    private int size;

    /**
     * @param filtered told when the person narrows the list otherwise
     * @param opened   told which task the person opens by the keyboard
     */
    InboxList(Inbox inbox, Clock clock, Consumer<InboxFilter> filtered, Consumer<InboxTask> opened) {
        this.inbox = inbox;
        this.clock = clock;
        this.filtered = filtered;
        this.filters = new InboxFilters(inbox.branches(), filtered, () -> single().ifPresent(opened));
        this.tasks = new CallbackDataProvider<>(query -> read(query.getOffset(), query.getLimit()).stream(),
                query -> {
                    query.getOffset();
                    query.getLimit();
                    return size;
                }, InboxTask::ref);
        addClassName("split-list");
        empty.addClassName("empty");
        beyond.addClassName("inbox-beyond");
        add(header(), filters, rows(), beyond, empty, InboxKeys.footer(this));
    }

    private Div header() {
        Button order = new Button(getTranslation("inbox.order"));
        order.addClassName("inbox-order");
        order.getElement().setAttribute("aria-description", getTranslation("inbox.order.how"));
        Popover how = new Popover(new Paragraph(getTranslation("inbox.order.how")));
        how.setTarget(order);
        how.setRole("tooltip");
        how.setOpenOnHover(true);
        how.setOpenOnFocus(true);
        how.setWidth("20rem");
        Div under = new Div(sub, order, how);
        under.addClassName("sub");
        Div header = new Div(new H1(getTranslation("inbox.title")), under);
        header.addClassName("page-header");
        return header;
    }

    private VirtualList<InboxTask> rows() {
        rows.addClassName("rows");
        rows.getElement().setAttribute("aria-label", getTranslation("inbox.title"));
        rows.addAttachListener(attached -> rows.getElement().executeJs(KEEP_FOCUS));
        rows.setRenderer(new ComponentRenderer<>(task -> new TaskRow(task, InboxAddress.of(filter, home),
                selected != null && selected.ref().equals(task.ref()), namesBranch(task), clock.instant())));
        return rows;
    }

    private boolean namesBranch(InboxTask task) {
        return (filter.chip() == Chip.ALL || !filters.isOfOneBranch()) && !Objects.equals(task.site().branch(), filter.branch());
    }

    /** One of those to choose from. */
    Optional<Branch> branch(UUID id) {
        return filters.branch(id);
    }

    private List<InboxTask> read(int offset, int limit) {
        Map.Entry<Integer, InboxTask> known = before.floorEntry(offset);
        List<InboxTask> page = inbox.page(filter, words, known == null ? null : known.getValue(),
                known == null ? offset : offset - known.getKey(), limit);
        if (!page.isEmpty()) {
            before.put(offset + page.size(), page.getLast());
        }
        return page;
    }

    /**
     * Shows the list so narrowed, as it is now.
     *
     * @param start where the person works, or null
     */
    void show(InboxFilter asked, UUID start) {
        filter = asked;
        home = start;
        words = inbox.read(asked);
        before.clear();
        Around around = inbox.overview(asked, words);
        Counts counts = around.counts();
        int found = counts.chips().get(asked.chip());
        size = Math.min(found, InboxPages.MOST);
        filters.show(asked, around, home);
        int all = counts.dues().get(Due.ANY);
        int late = counts.dues().get(Due.LATE);
        sub.setText(getTranslation("inbox.sub", all, late, Amount.text(this, all), Amount.text(this, late)));
        if (rows.getDataProvider() != tasks) {
            rows.setDataProvider(tasks);
        } else {
            tasks.refreshAll();
        }
        rows.setVisible(size > 0);
        beyond.setVisible(found > InboxPages.MOST);
        empty.setVisible(size == 0);
        if (size == 0) {
            explainEmptiness();
        }
    }

    private void explainEmptiness() {
        InboxFilter plain = InboxFilter.START.at(home).with(filter.chip());
        boolean narrowed = !filter.equals(plain) && !filter.equals(plain.at(null));
        boolean byDateOnly = filter.equals(plain.with(filter.due())) || filter.equals(plain.at(null).with(filter.due()));
        String key = "inbox.empty." + (!narrowed ? filter.chip() : byDateOnly ? filter.due() : "narrowed");
        empty.removeAll();
        empty.add(new H2(getTranslation(key)), new Paragraph(getTranslation(key + ".how")));
        if (narrowed) {
            empty.add(new Button(getTranslation("inbox.empty.clear"), click -> filtered.accept(InboxFilter.START.at(home))));
        }
    }

    void select(InboxTask task) {
        InboxTask until = selected;
        selected = task;
        if (until != null) {
            tasks.refreshItem(until);
        }
        if (task != null) {
            tasks.refreshItem(task);
        }
    }

    /** What stands first in the list. */
    Optional<InboxTask> first() {
        return size == 0 ? Optional.empty() : inbox.page(filter, words, null, 0, 1).stream().findFirst();
    }

    private Optional<InboxTask> single() {
        return size == 1 ? first() : Optional.empty();
    }

    void focusSearch() {
        filters.focusSearch();
    }
}
