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
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.Note;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.service.CrateRoom.CrateInRoom;
import org.passerelle.quarantine.service.CrateRoom.Part;
import org.passerelle.quarantine.service.CrateRoom.Place;
import org.passerelle.quarantine.ui.CrateGestures;
import org.passerelle.quarantine.ui.CrateLabelLink;
import org.passerelle.quarantine.ui.CrateView;
import org.passerelle.quarantine.ui.CrateWords;

/** The crates that are being filled at a branch, each with what is in it and the button that seals it. */
class OpenCrates extends Section {

    private final CrateGestures.Desk desk;
    private final CrateGestures gestures;
    private final Place place;
    private final Consumer<Set<CrateId>> shown;
    private final Note note = new Note();
    private final Div content = new Div();
    private List<CrateInRoom> drawn;

    /**
     * @param afterwards what follows a sealing: at a returns desk the focus belongs to the scan field
     * @param shown      told which crates are being filled
     */
    OpenCrates(CrateGestures.Desk desk, Place place, Runnable afterwards, Consumer<Set<CrateId>> shown) {
        this.desk = desk;
        this.place = place;
        this.shown = shown;
        this.gestures = new CrateGestures(desk, note, () -> {
            show();
            afterwards.run();
        });
        addClassName("card");
        add(new H2(getTranslation("returns.openCrates")), note, content);
        show();
    }

    void show() {
        List<CrateInRoom> open = desk.room().crates(place.id(), Part.OPEN, Integer.MAX_VALUE);
        shown.accept(open.stream().map(CrateInRoom::id).collect(Collectors.toSet()));
        if (open.equals(drawn)) {
            // A button that is drawn anew under a finger is not pressed.
            return;
        }
        drawn = open;
        content.removeAll();
        if (open.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("returns.noOpenCrate"));
            none.addClassName("soft");
            content.add(none);
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("rows");
        open.forEach(crate -> list.add(row(crate)));
        content.add(list);
    }

    private ListItem row(CrateInRoom crate) {
        RouterLink code = new RouterLink(crate.code(), CrateView.class, crate.id().value().toString());
        code.addClassNames("row-title", "code");
        Button seal = new Button(getTranslation("quarantine.seal"),
                click -> gestures.seal(this, crate.id(), crate.code(), crate.documents(), place.zone()));
        seal.addThemeVariants(ButtonVariant.LUMO_SMALL);
        seal.setAriaLabel(getTranslation("quarantine.seal") + ", " + crate.code());
        Span sub = new Span(CrateWords.kind(this, crate) + " · " + getTranslation("quarantine.documents", crate.documents())
                + " · " + getTranslation("returns.releaseIfSealed",
                DateTimes.dayAndTime(crate.releaseAt(), place.zone(), getLocale())));
        sub.addClassName("row-sub");
        Div buttons = new Div(new CrateLabelLink(desk.labels(), crate.id(), crate.code()), seal);
        buttons.addClassName("actions");
        ListItem row = new ListItem(code, buttons, sub);
        row.addClassName("row");
        return row;
    }
}
