package org.passerelle.quarantine.returns.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.catalogue.ui.CopyLink;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Destination;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.passerelle.quarantine.returns.ui.ScanLog.Entry;
import org.passerelle.quarantine.returns.ui.ScanLog.Refused;
import org.passerelle.quarantine.returns.ui.ScanLog.Taken;
import org.passerelle.quarantine.room.service.CrateRoom.Place;

/**
 * What has been scanned in this visit, the last one first; the last one taken in can be undone. What was refused stays
 * with the others, so that it is found again in a pile, until the same barcode has another answer.
 */
public class ScannedList extends Div {

    private final List<Place> places;
    private final ScanLog log;
    private final Predicate<Taken> undo;
    private final Span takenIn = new Span();
    private final Span refusals = new Span();
    private final H2 heading = new H2(takenIn, refusals);
    private final OrderedList list = new OrderedList();
    private final Paragraph empty = new Paragraph(getTranslation("returns.empty"));
    /** By barcode. */
    private final Map<String, ListItem> refused = new HashMap<>();
    private Button undoable;
    private CrateId undoableIn;
    private Place undoableAt;

    /** @param undo answers whether that scan is undone */
    ScannedList(List<Place> places, ScanLog log, Instant now, Predicate<Taken> undo) {
        this.places = places;
        this.log = log;
        this.undo = undo;
        list.addClassNames("rows", "card");
        empty.addClassName("empty");
        refusals.addClassName("count");
        add(heading, list, empty);
        log.since(now).forEach(this::show);
        showCount();
    }

    void add(Entry entry) {
        log.add(entry);
        show(entry);
    }

    /** What lies in a crate that is sealed stays there. @param open the crates that are being filled at that branch */
    void keepUndoable(Place branch, Set<CrateId> open) {
        if (undoableIn != null && undoableAt.equals(branch) && !open.contains(undoableIn)) {
            nothingToUndo();
        }
    }

    private void nothingToUndo() {
        if (undoable != null) {
            undoable.removeFromParent();
        }
        undoable = null;
        undoableIn = null;
    }

    private void show(Entry entry) {
        refused.entrySet().removeIf(before -> {
            boolean answered = new ScannedCode(before.getKey()).mayMean(entry.barcode());
            if (answered) {
                list.remove(before.getValue());
            }
            return answered;
        });
        list.addComponentAsFirst(switch (entry) {
            case Taken taken -> row(taken);
            case Refused no -> row(no);
        });
        if (list.getComponentCount() > ScanLog.KEPT) {
            Component oldest = list.getComponentAt(ScanLog.KEPT);
            list.remove(oldest);
            refused.values().remove(oldest);
        }
        showCount();
    }

    private ListItem row(Refused no) {
        ListItem row = row(no.toPage() ? new CopyLink(no.barcode(), no.barcode()) : new Span(no.barcode()),
                new Div(new Tag(Tone.LATE, "✕ " + getTranslation("returns.refused"))), time(no) + " · " + no.reason());
        row.addClassName("refused");
        refused.put(no.barcode(), row);
        return row;
    }

    private ListItem row(Taken taken) {
        Scanned scanned = taken.scanned();
        Div side = new Div(new Tag(taken.isShelved() ? Tone.DONE : Tone.INFO, goes(scanned)));
        ListItem row = row(new CopyLink(scanned.copy().titleText(), scanned.copy().barcode()), side, sub(taken));
        nothingToUndo();
        if (taken.isUndoable()) {
            undoable = Buttons.once(getTranslation("returns.undo"), () -> undone(taken, row));
            undoable.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            undoable.setAriaLabel(getTranslation("returns.undo") + ", " + scanned.copy().titleText());
            undoableIn = scanned.crate();
            undoableAt = taken.place();
            side.addComponentAsFirst(undoable);
        }
        return row;
    }

    private static ListItem row(Component title, Div side, String text) {
        title.addClassName("row-title");
        side.addClassName("actions");
        Span sub = new Span(text);
        sub.addClassName("row-sub");
        ListItem row = new ListItem(title, side, sub);
        row.addClassName("row");
        return row;
    }

    private String time(Entry entry) {
        return DateTimes.time(entry.at(), entry.place().zone(), getLocale());
    }

    private String sub(Taken taken) {
        Scanned scanned = taken.scanned();
        String sub = time(taken) + " · " + scanned.copy().barcode();
        if (!scanned.copy().branch().equals(taken.place().id())) {
            sub += " · " + getTranslation("returns.belongsTo", nameOf(scanned.copy().branch()));
        }
        if (taken.droppedOff() != null) {
            sub += " · " + getTranslation("returns.droppedOffAt",
                    DateTimes.dayAndTime(taken.droppedOff(), taken.place().zone(), getLocale()));
        }
        if (scanned.late()) {
            sub += " · " + getTranslation("returns.late");
        } else if (scanned.copy().place() == PlaceKind.REPAIR) {
            sub += " · " + getTranslation("returns.wasInRepair");
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

    private void undone(Taken taken, ListItem row) {
        if (undo.test(taken)) {
            log.undone(taken);
            list.remove(row);
            showCount();
        } else {
            nothingToUndo();
        }
    }

    private void showCount() {
        takenIn.setText(getTranslation("returns.count", log.takenIn()));
        refusals.setText(refused.isEmpty() ? "" : " · " + getTranslation("returns.refusedCount", refused.size()));
        boolean nothing = list.getComponentCount() == 0;
        heading.setVisible(!nothing);
        list.setVisible(!nothing);
        empty.setVisible(nothing);
    }
}
