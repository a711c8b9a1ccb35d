package org.passerelle.circulation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.passerelle.circulation.service.DaySheets;
import org.passerelle.circulation.service.DaySheets.Place;
import org.passerelle.circulation.service.DriveDesk;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Moments;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.ScanField;

/** What comes back: each scan closes a loan and says where the document goes. */
@Route("returns")
@RolesAllowed("AGENT")
public class ReturnsView extends Main implements HasDynamicTitle {

    private final DriveDesk desk;
    private final AppClock clock;
    private final List<Place> places;
    private final Select<Place> branch = new Select<>();
    private final ScanField scan = new ScanField(getTranslation("staff.scan"), this::scanned);
    private final H2 heading = new H2();
    private final OrderedList list = new OrderedList();
    private final Paragraph empty = new Paragraph(getTranslation("staff.returns.empty"));

    ReturnsView(DriveDesk desk, DaySheets sheets, AppClock clock) {
        this.desk = desk;
        this.clock = clock;
        this.places = sheets.places();
        addClassNames("page", "narrow");
        List<Place> mine = places.stream().filter(Place::mine).toList();
        branch.setAriaLabel(getTranslation("staff.branch"));
        branch.setItems(mine);
        branch.setItemLabelGenerator(Place::name);
        mine.stream().findFirst().ifPresent(branch::setValue);
        branch.addValueChangeListener(change -> scan.focus());
        Div actions = new Div(branch);
        actions.addClassName("actions");
        Paragraph sub = new Paragraph(getTranslation("staff.returns.sub"));
        sub.addClassName("sub");
        Div header = new Div(new Div(new H1(getTranslation("staff.returns.title")), sub), actions);
        header.addClassName("page-header");
        list.addClassNames("rows", "card");
        empty.addClassName("empty");
        scan.setVisible(!mine.isEmpty());
        add(header, scan, heading, list, empty);
        showCount();
    }

    private void scanned(String code) {
        switch (desk.returned(branch.getValue().id(), code)) {
            case Outcome.Done<DriveDesk.Returned> done -> {
                list.addComponentAsFirst(row(done.value()));
                showCount();
                scan.good(done.value().title());
            }
            case Outcome.Refused<DriveDesk.Returned> no -> scan.bad(getTranslation(no.reason().messageKey(), no.args()));
        }
    }

    private ListItem row(DriveDesk.Returned returned) {
        Span title = new Span(returned.title());
        title.addClassName("row-title");
        Tag where = returned.otherBranch()
                ? new Tag("tag-due", getTranslation("staff.returns.travels", nameOf(returned)))
                : new Tag("tag-done", getTranslation("staff.returns.shelf", returned.shelfMark() == null
                        ? getTranslation("staff.noShelfMark") : returned.shelfMark()));
        Span when = new Span(Moments.time(clock.instant(), branch.getValue().zone(), getLocale()));
        when.addClassName("row-sub");
        ListItem row = new ListItem(title, where, when);
        row.addClassName("row");
        return row;
    }

    private String nameOf(DriveDesk.Returned returned) {
        return places.stream().filter(place -> place.id().equals(returned.branch())).map(Place::name).findFirst()
                .orElse("?");
    }

    private void showCount() {
        int scans = list.getComponentCount();
        heading.setText(getTranslation("staff.returns.count", scans));
        heading.setVisible(scans > 0);
        list.setVisible(scans > 0);
        empty.setVisible(scans == 0);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("staff.returns.title") + " · Passerelle";
    }
}
