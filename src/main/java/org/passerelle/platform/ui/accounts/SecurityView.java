package org.passerelle.platform.ui.accounts;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.SecurityRecord.Entry;

/** What was done about accounts, the latest first, for administrators to read. */
@Route("security")
@RolesAllowed("ADMIN")
public class SecurityView extends Div implements HasDynamicTitle {

    private final ZoneId zone;

    public SecurityView(SecurityRecord record, NetworkZone network) {
        this.zone = network.zone();
        addClassNames("page", "narrow");
        Paragraph sub = new Paragraph(getTranslation("security.sub"));
        sub.addClassName("sub");
        Div header = new Div(new H1(getTranslation("security.title")), sub);
        header.addClassName("page-header");
        add(header, list(record));
    }

    private Grid<Entry> list(SecurityRecord record) {
        Grid<Entry> list = new Grid<>();
        list.addClassName("record-list");
        list.addColumn(new ComponentRenderer<>(this::row));
        list.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        list.setSelectionMode(Grid.SelectionMode.NONE);
        list.getElement().setAttribute("aria-label", getTranslation("security.title"));
        list.setEmptyStateText(getTranslation("security.none"));
        list.setItems(query -> record.page(query.getOffset(), query.getLimit()).stream());
        return list;
    }

    private Div row(Entry entry) {
        Span what = new Span(joined(getTranslation(entry.kind().messageKey()), entry.about(),
                entry.duty() == null ? null : getTranslation(entry.duty().messageKey()), where(entry)));
        what.addClassName("row-title");
        Span when = new Span(joined(DateTimes.dayAndTime(entry.at(), zone, getLocale()), who(entry.actor())));
        when.addClassName("row-sub");
        Div row = new Div(what, when);
        row.addClassName("row");
        return row;
    }

    /** A duty without a branch or a team is held for the network. */
    private String where(Entry entry) {
        if (entry.team() != null) {
            return getTranslation("duty.team", entry.team());
        }
        return entry.branch() == null && entry.duty() != null ? getTranslation("members.everywhere") : entry.branch();
    }

    private String who(String actor) {
        if (actor == null) {
            return getTranslation("security.nobody");
        }
        return actor.isEmpty() ? getTranslation("security.byErased") : getTranslation("security.by", actor);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.title") + " · Passerelle";
    }
}
