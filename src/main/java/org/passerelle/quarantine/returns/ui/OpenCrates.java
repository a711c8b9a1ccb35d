package org.passerelle.quarantine.returns.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.Note;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.room.service.CrateRoom;
import org.passerelle.quarantine.room.service.CrateRoom.CrateInRoom;
import org.passerelle.quarantine.room.service.CrateRoom.Part;
import org.passerelle.quarantine.room.service.CrateRoom.Place;
import org.passerelle.quarantine.ui.CrateGestures;
import org.passerelle.quarantine.ui.CrateLabelLink;
import org.passerelle.quarantine.ui.CrateView;
import org.passerelle.quarantine.ui.CrateWords;

/** The crates that are being filled at a branch, each with what is in it and the button that seals it. */
class OpenCrates extends Section {

    private final CrateRoom room;
    private final CrateGestures.Desk desk;
    private final CrateGestures gestures;
    private final Place place;
    private final Consumer<Set<CrateId>> shown;
    private final Note note = new Note();
    private final Paragraph none = new Paragraph(getTranslation("returns.noOpenCrate"));
    private final OrderedList list = new OrderedList();
    private final Map<CrateId, Line> lines = new HashMap<>();
    private List<CrateInRoom> drawn;

    /**
     * @param afterwards what follows a sealing: at a returns desk the focus belongs to the scan field
     * @param shown      told which crates are being filled
     */
    OpenCrates(CrateRoom room, CrateGestures.Desk desk, Place place, Runnable afterwards, Consumer<Set<CrateId>> shown) {
        this.room = room;
        this.desk = desk;
        this.place = place;
        this.shown = shown;
        this.gestures = new CrateGestures(desk, note, () -> {
            show();
            afterwards.run();
        });
        addClassName("card");
        none.addClassName("soft");
        list.addClassName("rows");
        add(new H2(getTranslation("returns.openCrates")), note, none, list);
        show();
    }

    void show() {
        List<CrateInRoom> open = room.crates(place.id(), Part.OPEN, Integer.MAX_VALUE);
        shown.accept(open.stream().map(CrateInRoom::id).collect(Collectors.toSet()));
        if (open.equals(drawn)) {
            return;
        }
        drawn = open;
        none.setVisible(open.isEmpty());
        list.setVisible(!open.isEmpty());
        lines.entrySet().removeIf(line -> {
            boolean gone = open.stream().noneMatch(crate -> crate.id().equals(line.getKey()));
            if (gone) {
                list.remove(line.getValue());
            }
            return gone;
        });
        for (int place = 0; place < open.size(); place++) {
            CrateInRoom crate = open.get(place);
            Line line = lines.computeIfAbsent(crate.id(), id -> new Line());
            line.say(crate);
            if (place >= list.getComponentCount() || list.getComponentAt(place) != line) {
                list.addComponentAtIndex(place, line);
            }
        }
    }

    /** What is said of a crate changes with each scan; its button stays where it is. */
    private final class Line extends ListItem {

        private CrateInRoom crate;
        private final RouterLink code = new RouterLink();
        private final Button seal = new Button(getTranslation("quarantine.seal"), click -> gestures.seal(OpenCrates.this, crate.id(),
                crate.code(), crate.documents(), place.zone()));
        private final Span sub = new Span();

        private void say(CrateInRoom now) {
            if (crate == null) {
                code.setRoute(CrateView.class, now.id().value().toString());
                code.setText(now.code());
                code.addClassNames("row-title", "code");
                seal.addThemeVariants(ButtonVariant.LUMO_SMALL);
                seal.setAriaLabel(getTranslation("quarantine.seal") + ", " + now.code());
                sub.addClassName("row-sub");
                Div buttons = new Div(new CrateLabelLink(desk.labels(), now.id(), now.code()), seal);
                buttons.addClassName("actions");
                add(code, buttons, sub);
                addClassName("row");
            }
            crate = now;
            sub.setText(CrateWords.kind(this, crate.material(), crate.stacked())
                    + " · " + getTranslation("quarantine.documents", crate.documents()) + " · "
                    + getTranslation("returns.releaseIfSealed", DateTimes.dayAndTime(crate.releaseAt(), place.zone(), getLocale())));
        }
    }
}
