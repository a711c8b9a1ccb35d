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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.platform.process.StuckSteps;
import org.passerelle.platform.ui.ChosenBranch;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.quarantine.service.CrateNews;
import org.passerelle.quarantine.service.CrateRoom;
import org.passerelle.quarantine.service.CrateRoom.CrateInRoom;
import org.passerelle.quarantine.service.CrateRoom.Figures;
import org.passerelle.quarantine.service.CrateRoom.Part;
import org.passerelle.quarantine.service.CrateRoom.Place;
import org.passerelle.quarantine.service.CrateRoom.Room;
import org.passerelle.quarantine.service.RoomSettings;

/** A branch's quarantine room: what stands there, what may go back today, and whether there will be space. */
@Route("quarantine/:branch?")
@RolesAllowed("AGENT")
public class RoomView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Crates of each part of the room at first, and more with each click. */
    private static final int PAGE = 50;

    private final CrateRoom room;
    private final RoomSettings settings;
    private final LiveUpdates live;
    private final ChosenBranch chosenBranch;
    private final Map<Part, Integer> shown = new EnumMap<>(Part.class);
    private final Note note = new Note();
    private final Div actions = new Div();
    private final ForecastTable forecast = new ForecastTable();
    private Div content = new Div();

    RoomView(CrateRoom room, RoomSettings settings, LiveUpdates live, ChosenBranch chosenBranch) {
        this.room = room;
        this.settings = settings;
        this.live = live;
        this.chosenBranch = chosenBranch;
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
        Optional<Place> place = BranchChooser.find(places, asked, chosenBranch);
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
        BranchChooser chooser = new BranchChooser(places, chosenBranch, chosen -> UI.getCurrent().navigate(
                RoomView.class, new RouteParameters(new RouteParam("branch", chosen.id().toString()))));
        chooser.setValue(place);
        actions.add(chooser);
        if (settings.mayChange()) {
            actions.add(new Button(getTranslation("quarantine.settings"), click -> new RoomSettingsDialog(settings,
                    place, () -> saved(place)).open()));
        }
        shown.clear();
        Div fresh = new Div();
        replace(content, fresh);
        content = fresh;
        live.follow(content, CrateNews.ROOM_TOPIC.of(place.id()), () -> show(place));
        live.follow(content, StuckSteps.CHANGED, () -> show(place));
        show(place);
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
