package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.circulation.desk.service.DayPapers;
import org.passerelle.circulation.drive.service.DaySheet;
import org.passerelle.circulation.drive.service.DaySheets;
import org.passerelle.circulation.drive.service.DaySheets.Place;
import org.passerelle.circulation.drive.ui.DayBoard;
import org.passerelle.circulation.drive.ui.DayLink;
import org.passerelle.circulation.drive.ui.ReservationGestures;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.BranchScreen;
import org.passerelle.platform.ui.DateWords;

/** A branch's day at the drive: who is expected, there, served, late. */
@Route(DayLink.PAGE)
@RouteAlias(DayLink.PAGE + "/:branch/:day")
@RolesAllowed("AGENT")
public class DayView extends Main implements BeforeEnterObserver, BranchScreen, HasDynamicTitle {

    private final DaySheets sheets;
    private final ReservationGestures.Desk desk;
    private final WorkingBranch working;
    private final AppClock clock;
    private final Paragraph sub = new Paragraph();
    private final DatePicker days = new DatePicker();
    private final DayPapers papers;
    private final Div choosers = choosers();
    private final Div paper = new Div();
    private final Div board = new Div();
    private Place place;
    private LocalDate shown;

    DayView(DaySheets sheets, DayPapers papers, ReservationGestures.Desk desk, WorkingBranch working, AppClock clock) {
        this.papers = papers;
        this.sheets = sheets;
        this.desk = desk;
        this.working = working;
        this.clock = clock;
        addClassNames("page", "day-view");
        sub.addClassName("sub");
        Button reserve = new Button(getTranslation("staff.counter.title"), click -> getUI()
                .ifPresent(ui -> ui.navigate(CounterView.class)));
        Div actions = new Div(choosers);
        actions.add(paper, reserve);
        actions.addClassName("actions");
        Div header = new Div(new Div(new H1(getTranslation("staff.day.title")), sub), actions);
        header.addClassName("page-header");
        add(header, board);
    }

    private Div choosers() {
        days.setAriaLabel(getTranslation("staff.day"));
        DateWords.localised(days, getLocale());
        days.setWidth("10em");
        days.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() == null) {
                // What is shown stays a day: the field says which.
                days.setValue(shown);
            } else if (change.isFromClient()) {
                open(place.id(), change.getValue());
            }
        });
        Button before = new Button("‹", click -> open(place.id(), shown.minusDays(1)));
        before.setAriaLabel(getTranslation("staff.day.before"));
        Button after = new Button("›", click -> open(place.id(), shown.plusDays(1)));
        after.setAriaLabel(getTranslation("staff.day.after"));
        Div all = new Div(before, days, after);
        all.addClassNames("actions");
        return all;
    }

    private void open(UUID branch, LocalDate day) {
        UI.getCurrent().navigate(DayView.class, at(branch, day));
    }

    private static RouteParameters at(UUID branch, LocalDate day) {
        return new RouteParameters(new RouteParam("branch", branch.toString()), new RouteParam("day", day.toString()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Place> places = sheets.places();
        Optional<String> branch = event.getRouteParameters().get("branch");
        Optional<Place> asked = branch.isPresent()
                ? places.stream().filter(each -> each.id().toString().equals(branch.get())).findFirst()
                : working.among(places, Place::id).or(() -> places.stream().findFirst());
        Optional<LocalDate> day = asked.flatMap(where -> event.getRouteParameters().get("day").map(DayView::day)
                .orElseGet(() -> Optional.of(clock.instant().atZone(where.zone()).toLocalDate())));
        if (branch.isPresent() && day.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
        } else if (asked.isEmpty()) {
            place = null;
            choosers.setVisible(false);
            board.removeAll();
            Paragraph none = new Paragraph(getTranslation("staff.day.noBranch"));
            none.addClassName("empty");
            board.add(none);
        } else {
            show(asked.get(), day.get());
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Shown> shownBranch() {
        return Optional.ofNullable(place).map(here -> new Shown(here.id(), here.name()));
    }

    @Override
    public void workAt(UUID branch) {
        open(branch, shown);
    }

    private void show(Place here, LocalDate day) {
        place = here;
        shown = day;
        choosers.setVisible(true);
        days.setValue(day);
        paper.removeAll();
        if (here.mine()) {
            paper.add(new DayPaperLink(papers, here.id(), day));
        }
        board.removeAll();
        board.add(new DayBoard(desk, here.id(), day, this::tellCounts));
    }

    private void tellCounts(DaySheet sheet) {
        String day = DateTimes.day(sheet.day(), getLocale());
        sub.setText(day.substring(0, 1).toUpperCase(getLocale()) + day.substring(1) + " · " + place.name() + " · "
                + getTranslation("staff.day.counts", sheet.appointments().size(), sheet.taken(), sheet.places()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("staff.day.title") + " · Passerelle";
    }
}
