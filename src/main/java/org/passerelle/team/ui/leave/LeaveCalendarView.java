package org.passerelle.team.ui.leave;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.passerelle.platform.ui.DateWords;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.team.members.service.LeaveCalendar;
import org.passerelle.team.members.service.LeaveCalendar.Page;
import org.passerelle.team.members.service.LeaveDesk;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.ui.TeamAddress;
import org.passerelle.team.ui.TeamView;
import org.passerelle.team.ui.TeamWords;

/** Two weeks of a team: who wishes to be away, and what would be missing. The whole team sees it before anybody decides. */
@Route("leave-wishes")
@RolesAllowed("AGENT")
public class LeaveCalendarView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private static final int DAYS = 14;
    static final String FROM = "from";

    private final LeaveCalendar calendar;
    private final LeaveDesk desk;
    private final LiveUpdates live;
    private final Note note = new Note();
    private Div content = new Div();
    private Page page;

    LeaveCalendarView(LeaveCalendar calendar, LeaveDesk desk, LiveUpdates live) {
        this.calendar = calendar;
        this.desk = desk;
        this.live = live;
        addClassNames("page", "leave-view");
        add(note, content);
    }

    @Override
    public void setParameter(BeforeEvent event, String typed) {
        LocalDate from = event.getLocation().getQueryParameters().getSingleParameter(FROM).flatMap(LeaveCalendarView::day)
                .orElseGet(calendar::today).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Optional<Page> found = TeamAddress.id(typed).flatMap(team -> calendar.page(team, from, DAYS));
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        note.clear();
        Div fresh = new Div();
        replace(content, fresh);
        content = fresh;
        live.follow(content, Teams.CHANGED.of(found.get().team()), this::refresh);
        show(found.get());
    }

    /** Whatever somebody types there, within what a calendar can show. */
    private static Optional<LocalDate> day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            return day.getYear() < 2000 || day.getYear() > 2100 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeParseException no) {
            return Optional.empty();
        }
    }

    private void refresh() {
        calendar.page(page.team(), page.from(), DAYS).ifPresentOrElse(this::show, this::gone);
    }

    /** Whoever may see it no longer keeps nothing of it on the screen, and is told of no change any more. */
    private void gone() {
        remove(content);
        note.due("team.page.gone");
    }

    private void show(Page now) {
        page = now;
        content.removeAll();
        Section table = new Section(weeks(), new LeaveTable(page, null), new LeaveShortage(page));
        table.addClassName("card");
        content.add(header(), table, wishes());
    }

    private Div header() {
        RouterLink back = new RouterLink(page.name(), TeamView.class, page.team().toString());
        Paragraph sub = new Paragraph(getTranslation(page.approval() ? "team.leave.sub.approval" : "team.leave.sub"));
        sub.addClassName("sub");
        Div actions = new Div();
        actions.addClassName("actions");
        if (page.in()) {
            Button wish = new Button(getTranslation("team.leave.wish"), click -> new WishDialog(desk, () -> {
                note.done(page.approval() ? "team.leave.wished.approval" : "team.leave.wished");
                refresh();
            }).open());
            wish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(wish);
        }
        Div header = new Div(new Div(back, new H1(getTranslation("team.leave.title")), sub), actions);
        header.addClassName("page-header");
        return header;
    }

    private Div weeks() {
        Div line = new Div(step("←", "team.leave.before", -DAYS), new Span(getTranslation("team.leave.weeks",
                TeamWords.shortDay(page.from()), TeamWords.shortDay(page.from().plusDays(DAYS - 1L)))), step("→", "team.leave.after", DAYS),
                otherDay());
        line.addClassName("leave-weeks");
        return line;
    }

    private Button step(String arrow, String key, int days) {
        Button step = new Button(arrow, click -> go(page.from().plusDays(days)));
        step.setAriaLabel(getTranslation(key));
        return step;
    }

    /** The summer is many fortnights away. */
    private DatePicker otherDay() {
        DatePicker day = DateWords.localised(new DatePicker(), getLocale());
        day.setPlaceholder(getTranslation("team.leave.goTo"));
        day.setAriaLabel(getTranslation("team.leave.goTo"));
        day.addValueChangeListener(chosen -> Optional.ofNullable(chosen.getValue()).ifPresent(this::go));
        return day;
    }

    private void go(LocalDate from) {
        UI.getCurrent().navigate("leave-wishes/" + page.team(), QueryParameters.of(FROM, from.toString()));
    }

    private Section wishes() {
        Section card = new Section(new H2(getTranslation("team.leave.wishes")));
        card.addClassName("card");
        if (page.wishes().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("team.leave.none"));
            none.addClassName("soft");
            card.add(none);
            return card;
        }
        card.add(new WishRows(page.wishes(), desk, note, this::refresh));
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("team.leave.title") + " · Passerelle";
    }
}
