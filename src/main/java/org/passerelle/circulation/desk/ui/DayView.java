package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
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
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.ChosenBranch;
import org.passerelle.platform.ui.DateWords;

/** A branch's day at the drive: who is expected, there, served, late. */
@Route(DayLink.PAGE)
@RouteAlias(DayLink.PAGE + "/:branch/:day")
@RolesAllowed("AGENT")
public class DayView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final DaySheets sheets;
    private final ReservationGestures.Desk desk;
    private final ChosenBranch chosen;
    private final AppClock clock;
    private final Paragraph sub = new Paragraph();
    private final Select<Place> branches = new Select<>();
    private final DatePicker days = new DatePicker();
    private final DayPapers papers;
    private final Div choosers = choosers();
    private final Div paper = new Div();
    private final Div board = new Div();
    private List<Place> places = List.of();
    private LocalDate shown;

    DayView(DaySheets sheets, DayPapers papers, ReservationGestures.Desk desk, ChosenBranch chosen, AppClock clock) {
        this.papers = papers;
        this.sheets = sheets;
        this.desk = desk;
        this.chosen = chosen;
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
        branches.setAriaLabel(getTranslation("staff.branch"));
        branches.setItemLabelGenerator(Place::name);
        branches.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.choose(change.getValue().id());
                open(change.getValue().id(), shown);
            }
        });
        days.setAriaLabel(getTranslation("staff.day"));
        DateWords.localised(days, getLocale());
        days.setWidth("10em");
        days.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() == null) {
                // What is shown stays a day: the field says which.
                days.setValue(shown);
            } else if (change.isFromClient()) {
                open(branches.getValue().id(), change.getValue());
            }
        });
        Button before = new Button("‹", click -> open(branches.getValue().id(), shown.minusDays(1)));
        before.setAriaLabel(getTranslation("staff.day.before"));
        Button after = new Button("›", click -> open(branches.getValue().id(), shown.plusDays(1)));
        after.setAriaLabel(getTranslation("staff.day.after"));
        Div all = new Div(branches, before, days, after);
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
        places = sheets.places();
        Optional<String> branch = event.getRouteParameters().get("branch");
        Optional<Place> place = branch.isPresent()
                ? places.stream().filter(each -> each.id().toString().equals(branch.get())).findFirst()
                : chosen.among(places, Place::id).or(() -> places.stream().filter(Place::mine).findFirst())
                        .or(() -> places.stream().findFirst());
        Optional<LocalDate> day = place.flatMap(where -> event.getRouteParameters().get("day").map(DayView::day)
                .orElseGet(() -> Optional.of(clock.instant().atZone(where.zone()).toLocalDate())));
        if (branch.isPresent() && day.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
        } else if (place.isEmpty()) {
            choosers.setVisible(false);
            board.removeAll();
            Paragraph none = new Paragraph(getTranslation("staff.day.noBranch"));
            none.addClassName("empty");
            board.add(none);
        } else {
            show(place.get(), day.get());
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void show(Place place, LocalDate day) {
        shown = day;
        choosers.setVisible(true);
        branches.setItems(places);
        branches.setValue(place);
        days.setValue(day);
        paper.removeAll();
        if (place.mine()) {
            paper.add(new DayPaperLink(papers, place.id(), day));
        }
        board.removeAll();
        board.add(new DayBoard(desk, place.id(), day, sheet -> tellCounts(place, sheet)));
    }

    private void tellCounts(Place place, DaySheet sheet) {
        String day = DateTimes.day(sheet.day(), getLocale());
        sub.setText(day.substring(0, 1).toUpperCase(getLocale()) + day.substring(1) + " · " + place.name() + " · "
                + getTranslation("staff.day.counts", sheet.appointments().size(), sheet.taken(), sheet.places()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("staff.day.title") + " · Passerelle";
    }
}
