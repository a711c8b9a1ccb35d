package org.passerelle.quarantine.room.ui;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.process.StuckSteps;
import org.passerelle.platform.ui.BranchScreen;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.quarantine.room.service.CrateRoom;
import org.passerelle.quarantine.room.service.CrateRoom.CrateInRoom;
import org.passerelle.quarantine.room.service.CrateRoom.Figures;
import org.passerelle.quarantine.room.service.CrateRoom.Part;
import org.passerelle.quarantine.room.service.CrateRoom.Place;
import org.passerelle.quarantine.room.service.CrateRoom.Room;
import org.passerelle.quarantine.room.service.RoomSettings;
import org.passerelle.quarantine.service.CrateNews;

/** A branch's quarantine room: what stands there, what may go back today, and whether there will be space. */
@Route(RoomView.PATH + "/:branch?")
@RolesAllowed("AGENT")
public class RoomView extends Main implements BeforeEnterObserver, BranchScreen, HasDynamicTitle {

    static final String PATH = "quarantine";
    /** Crates of each part of the room at first, and more with each click. */
    private static final int PAGE = 50;

    private final CrateRoom room;
    private final RoomSettings settings;
    private final LiveUpdates live;
    private final WorkingBranch working;
    private final Map<Part, Integer> shown = new EnumMap<>(Part.class);
    private final Note note = new Note();
    private final Div actions = new Div();
    private final ForecastTable forecast = new ForecastTable();
    private Div content = new Div();
    private Place place;

    RoomView(CrateRoom room, RoomSettings settings, LiveUpdates live, WorkingBranch working) {
        this.room = room;
        this.settings = settings;
        this.live = live;
        this.working = working;
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
        Optional<Place> named = asked.isPresent()
                ? places.stream().filter(each -> each.id().toString().equals(asked.get())).findFirst()
                : working.among(places, Place::id).or(() -> places.stream().findFirst());
        place = named.orElse(null);
        if (place != null) {
            open();
        } else if (asked.isPresent()) {
            event.rerouteToError(NotFoundException.class);
        } else {
            content.removeAll();
            content.add(empty("quarantine.room.noBranch"));
        }
    }

    @Override
    public Optional<Shown> shownBranch() {
        return Optional.ofNullable(place).map(here -> new Shown(here.id(), here.name()));
    }

    @Override
    public void workAt(UUID branch) {
        UI.getCurrent().navigate(RoomView.class, new RouteParameters(new RouteParam("branch", branch.toString())));
    }

    private void open() {
        Place here = place;
        actions.removeAll();
        if (settings.mayChange()) {
            actions.add(new Button(getTranslation("quarantine.settings"), click -> new RoomSettingsDialog(settings,
                    here, () -> saved(here)).open()));
        }
        shown.clear();
        Div fresh = new Div();
        replace(content, fresh);
        content = fresh;
        live.follow(content, CrateNews.ROOM_TOPIC.of(here.id()), () -> show(here));
        live.follow(content, StuckSteps.CHANGED, () -> show(here));
        show(here);
    }

    private void saved(Place place) {
        note.done("quarantine.settings.saved");
        show(place);
    }

    private void show(Place place) {
        Room now = room.room(place.id());
        content.removeAll();
        content.add(figures(now.figures()), new Forecast(now, forecast));
        if (now.figures().standing() == 0) {
            content.add(empty("quarantine.room.empty"));
        } else {
            section("quarantine.room.ready", place, Part.READY);
            section("quarantine.room.open", place, Part.OPEN);
            section("quarantine.room.closed", place, Part.CLOSED);
        }
    }

    private Div figures(Figures now) {
        Div figures = new Div(figure(now.ready(), "quarantine.figure.ready"), figure(now.due(), "quarantine.figure.due"),
                figure(now.late(), "quarantine.figure.late"), figure(now.blocked(), "quarantine.figure.blocked"),
                figure(now.standing(), "quarantine.figure.space", now.capacity(), now.standing()));
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

    private void section(String key, Place place, Part part) {
        int most = shown.getOrDefault(part, PAGE);
        List<CrateInRoom> crates = room.crates(place.id(), part, most + 1);
        if (crates.isEmpty()) {
            return;
        }
        Section section = new Section(new H2(getTranslation(key)),
                new CrateList(crates.subList(0, Math.min(most, crates.size())), place.zone()));
        section.addClassName("card");
        if (crates.size() > most) {
            section.add(new Button(getTranslation("quarantine.room.more"), click -> {
                shown.put(part, most + PAGE);
                show(place);
            }));
        }
        content.add(section);
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
