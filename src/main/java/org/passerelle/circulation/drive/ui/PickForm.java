package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.service.PickingDesk;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.ScanField;
import org.passerelle.platform.ui.cases.TaskFormContext.TakeBack;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.platform.ui.cases.UndoBar;
import org.passerelle.platform.ui.live.LiveUpdates;

/** The picker's list along the shelves: scan what is found, say what is not. */
class PickForm extends Div {

    private final ReservationBook book;
    private final PickingDesk desk;
    private final UserTask task;
    private final TaskFormContext context;
    private final ReservationId id;
    private final ScanField scan = new ScanField(getTranslation("staff.scan"), this::scanned)
            .keepingUnanswered();
    private final LineList list = new LineList(this::buttons);
    private final Note told = new Note();
    private final BlockedCard blocked;
    private ReservationDetails reservation;

    PickForm(ReservationBook book, PickingDesk desk, LiveUpdates live, UserTask task, TaskFormContext context) {
        this.book = book;
        this.desk = desk;
        this.task = task;
        this.context = context;
        this.id = new ReservationId(task.process().id());
        this.reservation = book.details(id);
        addClassName("pick-form");
        blocked = new BlockedCard(reservation);
        scan.setVisible(context.mayAct());
        add(blocked, scan, new ListSheet(reservation, "staff.pick.sheet", list), told, actions());
        list.show(reservation.lines());
        live.follow(this, ReservationNews.of(id), this::refresh);
    }

    private Div actions() {
        Button print = ListSheet.printButton(getTranslation("staff.print.list"));
        Button ready = new Button(getTranslation("staff.pick.allReady"), click -> allReady());
        ready.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ready.setEnabled(context.mayAct());
        Div actions = new Div(print, ready);
        actions.addClassName("form-actions");
        return actions;
    }

    private Div buttons(Line line) {
        Div buttons = new Div();
        if (!context.mayAct() || line.state() != LineState.HELD && line.state() != LineState.PICKED) {
            return buttons;
        }
        if (line.state() == LineState.HELD) {
            Button found = small("staff.pick.found", line, () -> found(line));
            buttons.add(found, small("staff.pick.notFound", line, () -> confirmNotFound(line)));
        }
        buttons.add(small("staff.pick.damaged", line, () -> damaged(line)));
        return buttons;
    }

    private Button small(String key, Line line, Runnable press) {
        Button button = new Button(getTranslation(key), click -> press.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("staff.actionOn", button.getText(), line.titleText()));
        return button;
    }

    private void scanned(String code) {
        switch (desk.picked(id, code)) {
            case Outcome.Done<UUID> done -> {
                changed();
                Line line = reservation.lines().stream().filter(l -> l.id().equals(done.value())).findFirst().orElseThrow();
                told.clear();
                scan.good(getTranslation("staff.pick.took", line.titleText(), left()));
                UndoBar.offer(getTranslation("staff.pick.found.done", line.titleText()), getTranslation("staff.pick.found.undo"),
                        () -> notPicked(line));
            }
            case Outcome.Refused<UUID> no when no.reason() instanceof CirculationRefusal -> scan.bad(
                    getTranslation(no.reason().messageKey(), no.args()));
            case Outcome.Refused<UUID> no -> context.refused(no);
        }
    }

    private void notPicked(Line line) {
        switch (desk.notPicked(id, line.id())) {
            case Outcome.Done<Void> done -> {
                changed();
                scan.good(getTranslation("staff.pick.found.undone", line.titleText()));
            }
            case Outcome.Refused<Void> no -> context.refused(no);
        }
    }

    private void found(Line line) {
        scanned(line.barcode());
    }

    private void confirmNotFound(Line line) {
        Confirmation sure = new Confirmation(getTranslation("staff.pick.notFound.title"),
                getTranslation("staff.pick.notFound.text", line.titleText(), line.barcode()),
                getTranslation("staff.pick.notFound.yes"), yes -> settled(desk.notFound(id, line.copy()), line,
                        "staff.pick.missingAfterEnd"),
                getTranslation("staff.back"), no -> scan.focus());
        sure.open();
    }

    private void damaged(Line line) {
        new DamagedDialog<>(line.titleText(), note -> desk.damaged(id, line.copy(), note),
                other -> settled(Outcome.done(other), line, "staff.pick.damagedAfterEnd"))
                .keptIn(context, line.copy().toString()).open();
    }

    /** @param afterEnd what is said where the reservation has ended meanwhile */
    private void settled(Outcome<Optional<CopyInfo>> outcome, Line line, String afterEnd) {
        UndoBar.gone();
        switch (outcome) {
            case Outcome.Done<Optional<CopyInfo>> done when book.details(id).outcome() != null -> {
                changed();
                told.due(afterEnd, line.titleText());
            }
            case Outcome.Done<Optional<CopyInfo>> done -> {
                changed();
                done.value().ifPresentOrElse(other -> told.due("staff.pick.other", line.titleText(),
                        other.barcode(), other.shelfMark() == null ? getTranslation("staff.noShelfMark") : other.shelfMark()),
                        () -> told.due("staff.pick.noOther", line.titleText(), reservation.patron().way().name()));
                scan.focus();
            }
            case Outcome.Refused<Optional<CopyInfo>> no -> context.refused(no);
        }
    }

    private void changed() {
        refresh();
        context.changed();
    }

    /** Somebody may pick in the same case: what stands in the scan field stays. */
    private void refresh() {
        reservation = book.details(id);
        blocked.show(reservation);
        list.show(reservation.lines());
    }

    private long left() {
        return reservation.lines().stream().filter(line -> line.state() == LineState.HELD).count();
    }

    private void allReady() {
        boolean nothing = reservation.lines().stream().allMatch(line -> line.state() == LineState.MISSING);
        if (nothing) {
            new Confirmation(getTranslation("staff.pick.nothing.title"), getTranslation("staff.pick.nothing.text", told()),
                    getTranslation("staff.pick.nothing.yes"), yes -> done(null, "staff.pick.nothing.done", told()),
                    getTranslation("staff.back"), no -> scan.focus()).open();
        } else {
            done(new TakeBack("staff.pick.undo", () -> desk.pickingNotDone(id)), "staff.pick.done");
        }
    }

    private String told() {
        return ReservationGestures.told(this, reservation.patron());
    }

    /**
     * @param takeBack null where it cannot be taken back
     * @param heard    how the patron hears of it, or nothing where there is nothing to tell yet
     */
    private void done(TakeBack takeBack, String messageKey, Object... heard) {
        UndoBar.gone();
        switch (desk.pickingDone(task.ref(), id)) {
            case Outcome.Done<Void> done -> context.done(takeBack, messageKey,
                    Stream.concat(Stream.of(reservation.code()), Stream.of(heard)).toArray());
            case Outcome.Refused<Void> no when no.reason() == CirculationRefusal.LINES_UNDECIDED -> {
                told.refused(no);
                scan.focus();
            }
            case Outcome.Refused<Void> no -> context.refused(no);
        }
    }
}
