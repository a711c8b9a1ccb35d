package org.passerelle.notification.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.notification.domain.OutboxFilter;
import org.passerelle.notification.domain.OutboxFilter.Group;
import org.passerelle.notification.domain.OutboxList.Line;
import org.passerelle.notification.service.Outbox;
import org.passerelle.notification.service.Outbox.Content;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.ui.BranchScreen;
import org.passerelle.platform.ui.live.LiveUpdates;

/** The messages of the branch where the person works, or of whatever branch the address names, newest first, and the one that is chosen. */
@Route("outbox")
@RolesAllowed("AGENT")
public class OutboxView extends Main implements BranchScreen, HasDynamicTitle, HasUrlParameter<String> {

    static final String PATH = "outbox";
    static final String GROUP = "state";
    static final String BRANCH = "branch";
    private static final String EVERYWHERE = "all";

    private final Outbox outbox;
    private final WorkingBranch working;
    private final Map<UUID, Branch> branches;
    private final Grid<Line> list = new Grid<>();
    private final Paragraph howMany = new Paragraph();
    private final TextField words = new TextField();
    private final Select<Branch> branch = new Select<>();
    private final Map<Group, Button> groups = new EnumMap<>(Group.class);
    private final Div detail = new Div();
    private Group group = Group.ALL;
    /** Where the person works, as far as this page knows: whose messages it shows where its address names nothing else. */
    private Branch home;
    private UUID chosen;

    OutboxView(Outbox outbox, WorkingBranch working, LiveUpdates live) {
        this.outbox = outbox;
        this.working = working;
        List<Branch> all = outbox.branches();
        this.branches = all.stream().collect(Collectors.toMap(Branch::id, Function.identity()));
        addClassNames("split", PATH);
        Div header = new Div(new H1(getTranslation("outbox.title")), howMany);
        header.addClassName("page-header");
        howMany.addClassName("sub");
        Div left = new Div(header, filters(all), list());
        left.addClassName("split-list");
        detail.addClassName("split-detail");
        add(left, detail);
        live.follow(this, Outbox.TOPIC.any(), this::refresh);
    }

    private Div filters(List<Branch> all) {
        words.setPlaceholder(getTranslation("outbox.search"));
        words.setAriaLabel(getTranslation("outbox.search"));
        words.setClearButtonVisible(true);
        words.setMaxLength(200);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(typed -> list.getDataProvider().refreshAll());
        branch.setAriaLabel(getTranslation("outbox.branch"));
        branch.setItems(all);
        branch.setItemLabelGenerator(item -> item == null ? getTranslation("outbox.allBranches") : item.name());
        branch.setEmptySelectionAllowed(true);
        branch.setEmptySelectionCaption(getTranslation("outbox.allBranches"));
        branch.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                go();
            }
        });
        Div chips = new Div();
        chips.addClassName("chips");
        chips.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("outbox.filters"));
        for (Group one : Group.values()) {
            Button chip = new Button(getTranslation(one.messageKey()), click -> choose(one));
            chip.addClassName("chip");
            groups.put(one, chip);
            chips.add(chip);
        }
        Div filters = new Div(words, branch, chips);
        filters.addClassName("toolbar");
        return filters;
    }

    private Grid<Line> list() {
        list.addColumn(new ComponentRenderer<>(this::row));
        list.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        list.getElement().setAttribute("aria-label", getTranslation("outbox.list"));
        list.setEmptyStateText(getTranslation("outbox.empty"));
        list.setItems(new CallbackDataProvider<>(
                query -> outbox.page(filter(), query.getOffset(), query.getLimit()).stream(),
                query -> outbox.count(filter()), Line::id));
        list.getLazyDataView().addItemCountChangeListener(
                counted -> howMany.setText(getTranslation("outbox.sub", counted.getItemCount())));
        list.addSelectionListener(selection -> selection.getFirstSelectedItem().ifPresent(line -> open(line.id())));
        return list;
    }

    private Div row(Line line) {
        Span title = new Span(line.name());
        title.addClassName("row-title");
        Branch of = branches.get(line.branch());
        Span sub = new Span(line.subject() + " · " + DateTimes.dayAndTime(line.created(), of.zone(), getLocale()));
        sub.addClassName("row-sub");
        StateTag state = new StateTag(line.state());
        Div row = new Div(title, state, sub);
        row.addClassName("row");
        return row;
    }

    private OutboxFilter filter() {
        return new OutboxFilter(group, branch.getOptionalValue().map(Branch::id).orElse(null), words.getValue());
    }

    /** Another branch is another page: the frame says which. */
    private void go() {
        UI.getCurrent().navigate(OutboxView.class, chosen == null ? null : chosen.toString(), query());
    }

    @Override
    public Optional<Shown> shownBranch() {
        return branch.getOptionalValue().map(shown -> new Shown(shown.id(), shown.name()));
    }

    @Override
    public void workAt(UUID at) {
        home = branches.get(at);
        branch.setValue(home);
        filtered();
    }

    private void choose(Group asked) {
        group = asked;
        filtered();
    }

    private void filtered() {
        groups.forEach((one, chip) -> chip.getElement().setAttribute("aria-pressed", String.valueOf(one == group)));
        list.getDataProvider().refreshAll();
        tellAddress();
    }

    private void open(UUID id) {
        if (!id.equals(chosen)) {
            chosen = id;
            showChosen();
            tellAddress();
        }
    }

    private void refresh() {
        list.getDataProvider().refreshAll();
        showChosen();
    }

    private void showChosen() {
        detail.removeAll();
        setClassName("detail-open", chosen != null);
        Optional.ofNullable(chosen).ifPresentOrElse(
                id -> outbox.message(id).ifPresentOrElse(this::show,
                        () -> detail.add(new Paragraph(getTranslation("outbox.gone")))),
                this::showNothing);
    }

    private void showNothing() {
        Paragraph choose = new Paragraph(getTranslation("outbox.choose"));
        choose.addClassName("empty");
        detail.add(choose);
    }

    private void show(Content content) {
        detail.add(new MessageDetail(outbox, content, this::close));
        list.select(new Line(content.id(), content.name(), content.reference(), content.subject(), content.state(),
                content.created(), content.branch().id()));
    }

    private void close() {
        chosen = null;
        list.deselectAll();
        showChosen();
        tellAddress();
    }

    /** The address can be shared: it says what is chosen and filtered, but not the words typed, which may name a person. */
    private void tellAddress() {
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(chosen == null ? PATH : PATH + "/" + chosen, query()));
    }

    private QueryParameters query() {
        Map<String, String> query = new HashMap<>();
        if (group != Group.ALL) {
            query.put(GROUP, group.name());
        }
        if (branch.getValue() != home) {
            query.put(BRANCH, branch.getOptionalValue().map(Branch::code).orElse(EVERYWHERE));
        }
        return QueryParameters.simple(query);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String id) {
        Map<String, String> query = event.getLocation().getQueryParameters().getParameters().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
        group = groups.keySet().stream().filter(one -> one.name().equals(query.get(GROUP))).findFirst()
                .orElse(Group.ALL);
        home = working.current().map(branches::get).orElse(null);
        // Whoever leads here may know the branch by its id alone.
        branch.setValue(EVERYWHERE.equals(query.get(BRANCH)) ? null : branches.values().stream()
                .filter(one -> one.code().equals(query.get(BRANCH)) || one.id().toString().equals(query.get(BRANCH)))
                .findFirst().orElse(home));
        chosen = parsed(id);
        showChosen();
        filtered();
    }

    private static UUID parsed(String id) {
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("outbox.title") + " · Passerelle";
    }
}
