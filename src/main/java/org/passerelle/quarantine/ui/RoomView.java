package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.service.CrateNews;
import org.passerelle.quarantine.service.CrateRoom;
import org.passerelle.quarantine.service.CrateRoom.Place;
import org.passerelle.quarantine.service.CrateRoom.Room;
import org.passerelle.quarantine.service.CrateRoom.Standing;
import org.passerelle.quarantine.service.RoomSettings;

/** A branch's quarantine room: what stands there, what may go back today, and whether there will be space. */
@Route("quarantine/:branch?")
@RolesAllowed("AGENT")
public class RoomView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Set<CrateState> READY =
            EnumSet.of(CrateState.TREATMENT, CrateState.INSPECTION, CrateState.PUT_AWAY);

    private final CrateRoom room;
    private final RoomSettings settings;
    private final LiveUpdates live;
    private final AppClock clock;
    private final Note note = new Note();
    private final Div actions = new Div();
    private Div content = new Div();

    RoomView(CrateRoom room, RoomSettings settings, LiveUpdates live, AppClock clock) {
        this.room = room;
        this.settings = settings;
        this.live = live;
        this.clock = clock;
        addClassNames("page", "room-view");
        actions.addClassName("actions");
        Paragraph sub = new Paragraph(getTranslation("quarantine.room.sub"));
        sub.addClassName("sub");
        Div header = new Div(new Div(new H1(getTranslation("quarantine.room.title")), sub), actions);
        header.addClassName("page-header");
        add(header, note, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Place> places = room.places();
        Optional<String> asked = event.getRouteParameters().get("branch");
        Optional<Place> place = BranchChooser.find(places, asked);
        if (place.isPresent()) {
            open(places, place.get());
        } else if (asked.isPresent()) {
            event.rerouteToError(NotFoundException.class);
        } else {
            content.removeAll();
            content.add(empty("quarantine.room.noBranch"));
        }
    }

    private void open(List<Place> places, Place place) {
        actions.removeAll();
        BranchChooser chooser = new BranchChooser(places, chosen -> UI.getCurrent().navigate(RoomView.class,
                new RouteParameters(new RouteParam("branch", chosen.id().toString()))));
        chooser.setValue(place);
        actions.add(chooser);
        if (settings.mayChange()) {
            actions.add(new Button(getTranslation("quarantine.settings"), click -> new RoomSettingsDialog(settings,
                    place, () -> saved(place)).open()));
        }
        Div fresh = new Div();
        replace(content, fresh);
        content = fresh;
        live.follow(content, new Topic(CrateNews.ROOM_TOPIC, place.id()), () -> show(place));
        show(place);
    }

    private void saved(Place place) {
        note.done("quarantine.settings.saved");
        show(place);
    }

    private void show(Place place) {
        Room now = room.room(place.id());
        content.removeAll();
        content.add(figures(now), new Forecast(now));
        if (now.crates().isEmpty()) {
            content.add(empty("quarantine.room.empty"));
        } else {
            section("quarantine.room.ready", now, now.crates().stream().filter(c -> READY.contains(c.state())).toList());
            section("quarantine.room.open", now, now.crates().stream().filter(c -> c.state() == CrateState.OPEN).toList());
            section("quarantine.room.closed", now, now.crates().stream()
                    .filter(c -> c.state() == CrateState.QUARANTINE).toList());
        }
    }

    private Div figures(Room now) {
        LocalDate today = clock.instant().atZone(now.zone()).toLocalDate();
        long due = now.crates().stream().filter(c -> c.state() == CrateState.QUARANTINE
                && c.releaseAt().atZone(now.zone()).toLocalDate().equals(today)).count();
        Div figures = new Div(figure(now.crates().stream().filter(c -> READY.contains(c.state())).count(),
                "quarantine.figure.ready"), figure(due, "quarantine.figure.due"),
                figure(now.crates().stream().filter(Standing::late).count(), "quarantine.figure.late"),
                figure(now.crates().stream().filter(Standing::blocked).count(), "quarantine.figure.blocked"),
                figure(now.crates().size(), "quarantine.figure.space", now.capacity()));
        figures.addClassName("cards");
        return figures;
    }

    private Div figure(long number, String key, Object... args) {
        Span big = new Span(String.valueOf(number));
        big.addClassName("big-number");
        Span what = new Span(getTranslation(key, args));
        what.addClassName("soft");
        Div figure = new Div(big, new Div(what));
        figure.addClassName("card");
        return figure;
    }

    private void section(String key, Room now, List<Standing> crates) {
        if (!crates.isEmpty()) {
            Section section = new Section(new H2(getTranslation(key)), new CrateList(crates, now.zone()));
            section.addClassName("card");
            content.add(section);
        }
    }

    private Paragraph empty(String key) {
        Paragraph empty = new Paragraph(getTranslation(key));
        empty.addClassName("empty");
        return empty;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("quarantine.room.title") + " · Passerelle";
    }
}
