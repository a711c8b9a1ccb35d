package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.passerelle.platform.i18n.Moments;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.quarantine.service.CrateRoom.Place;
import org.passerelle.quarantine.service.ReturnsDesk.Destination;
import org.passerelle.quarantine.service.ReturnsDesk.Scanned;

/** What has been scanned at this screen, the last one first; the last one can be undone. */
class ScannedList extends Div {

    /** A morning's returns are counted, not kept on the screen. */
    private static final int SHOWN = 50;

    private final List<Place> places;
    private final AppClock clock;
    private final Predicate<UUID> undo;
    private final H2 heading = new H2();
    private final OrderedList list = new OrderedList();
    private final Paragraph empty = new Paragraph(getTranslation("returns.empty"));
    private Button undoable;
    private int count;

    /** @param undo answers whether the scan of that id is undone */
    ScannedList(List<Place> places, AppClock clock, Predicate<UUID> undo) {
        this.places = places;
        this.clock = clock;
        this.undo = undo;
        list.addClassNames("rows", "card");
        empty.addClassName("empty");
        add(heading, list, empty);
        showCount();
    }

    void add(Scanned scanned, Place at) {
        if (undoable != null) {
            undoable.removeFromParent();
            undoable = null;
        }
        count++;
        list.addComponentAsFirst(row(scanned, at));
        if (list.getComponentCount() > SHOWN) {
            list.remove(list.getComponentAt(SHOWN));
        }
        showCount();
    }

    private ListItem row(Scanned scanned, Place at) {
        CopyLink title = new CopyLink(scanned.copy().titleText(), scanned.copy().barcode());
        title.addClassName("row-title");
        boolean shelved = scanned.to() == Destination.SHELF && !scanned.isSetAside();
        Div side = new Div(new Tag(shelved ? Tone.DONE : Tone.INFO, goes(scanned)));
        side.addClassName("actions");
        ListItem row = new ListItem(title, side);
        row.addClassName("row");
        Span sub = new Span(sub(scanned, at));
        sub.addClassName("row-sub");
        row.add(sub);
        if (scanned.id() != null && !scanned.isSetAside()) {
            Button back = Buttons.once(getTranslation("returns.undo"), () -> undone(scanned.id(), row));
            back.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            back.setAriaLabel(getTranslation("returns.undo") + ", " + scanned.copy().titleText());
            side.addComponentAsFirst(back);
            undoable = back;
        }
        return row;
    }

    private String sub(Scanned scanned, Place at) {
        String sub = Moments.time(clock.instant(), at.zone(), getLocale()) + " · " + scanned.copy().barcode();
        if (!scanned.copy().branch().equals(at.id())) {
            sub += " · " + getTranslation("returns.belongsTo", nameOf(scanned.copy().branch()));
        }
        if (scanned.late()) {
            sub += " · " + getTranslation("returns.late");
        } else if (!scanned.wasOnLoan() && scanned.to() == Destination.CRATE) {
            sub += " · " + getTranslation("returns.wasNotOnLoan");
        }
        if (scanned.waiting() > 0) {
            sub += " · " + getTranslation("returns.waiting", scanned.waiting(), scanned.firstInLine());
        }
        return sub;
    }

    String sentence(Scanned scanned) {
        return scanned.copy().titleText() + " → " + goes(scanned);
    }

    private String goes(Scanned scanned) {
        return switch (scanned.to()) {
            case CRATE -> getTranslation("returns.toCrate", scanned.crateCode());
            case SHELF -> scanned.isSetAside() ? getTranslation("returns.setAside")
                    : getTranslation("returns.toShelf", scanned.copy().shelfMark() == null
                    ? getTranslation("staff.noShelfMark") : scanned.copy().shelfMark());
            case OTHER_BRANCH -> getTranslation("returns.travels", nameOf(scanned.copy().branch()));
        };
    }

    private String nameOf(UUID branch) {
        return places.stream().filter(place -> place.id().equals(branch)).map(Place::name).findFirst().orElse("?");
    }

    private void undone(UUID id, ListItem row) {
        if (undo.test(id)) {
            list.remove(row);
            count--;
            showCount();
        }
    }

    private void showCount() {
        heading.setText(getTranslation("returns.count", count));
        heading.setVisible(count > 0);
        list.setVisible(count > 0);
        empty.setVisible(count == 0);
    }
}
