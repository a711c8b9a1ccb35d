package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/**
 * What has been scanned at this screen, the last one first; the last one taken in can be undone. What was refused stays
 * with the others, so that it is found again in a pile, until the same barcode has another answer.
 */
class ScannedList extends Div {

    /** A morning's returns are counted, not kept on the screen. */
    private static final int SHOWN = 50;

    private final List<Place> places;
    private final AppClock clock;
    private final Predicate<UUID> undo;
    private final Span takenIn = new Span();
    private final Span refusals = new Span();
    private final H2 heading = new H2(takenIn, refusals);
    private final OrderedList list = new OrderedList();
    private final Paragraph empty = new Paragraph(getTranslation("returns.empty"));
    /** By barcode. */
    private final Map<String, ListItem> refused = new HashMap<>();
    private Button undoable;
    private int count;

    /** @param undo answers whether the scan of that id is undone */
    ScannedList(List<Place> places, AppClock clock, Predicate<UUID> undo) {
        this.places = places;
        this.clock = clock;
        this.undo = undo;
        list.addClassNames("rows", "card");
        empty.addClassName("empty");
        refusals.addClassName("count");
        add(heading, list, empty);
        showCount();
    }

    void add(Scanned scanned, Place at) {
        if (undoable != null) {
            undoable.removeFromParent();
            undoable = null;
        }
        count++;
        show(scanned.copy().barcode(), row(scanned, at));
    }

    /**
     * @param barcode as it was typed
     * @param toPage  whether the copy's page is where to go on
     */
    void refused(String barcode, String reason, boolean toPage, Place at) {
        Component title = toPage ? new CopyLink(barcode, barcode) : new Span(barcode);
        title.addClassName("row-title");
        Span sub = new Span(Moments.time(clock.instant(), at.zone(), getLocale()) + " · " + reason);
        sub.addClassName("row-sub");
        Div side = new Div(new Tag(Tone.LATE, "✕ " + getTranslation("returns.refused")));
        side.addClassName("actions");
        ListItem row = new ListItem(title, side, sub);
        row.addClassNames("row", "refused");
        show(barcode, row);
        refused.put(barcode, row);
        showCount();
    }

    private void show(String barcode, ListItem row) {
        ListItem before = refused.remove(barcode);
        if (before != null) {
            list.remove(before);
        }
        list.addComponentAsFirst(row);
        if (list.getComponentCount() > SHOWN) {
            Component oldest = list.getComponentAt(SHOWN);
            list.remove(oldest);
            refused.values().remove(oldest);
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
        takenIn.setText(getTranslation("returns.count", count));
        refusals.setText(refused.isEmpty() ? "" : " · " + getTranslation("returns.refusedCount", refused.size()));
        boolean nothing = list.getComponentCount() == 0;
        heading.setVisible(!nothing);
        list.setVisible(!nothing);
        empty.setVisible(nothing);
    }
}
