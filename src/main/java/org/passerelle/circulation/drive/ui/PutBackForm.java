package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.EnumSet;
import java.util.Set;
import org.passerelle.circulation.LoanReturns.PutBack;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.service.PutBackDesk;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.ScanField;
import org.passerelle.platform.ui.cases.TaskFormContext.TakeBack;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.platform.ui.cases.UndoBar;
import org.passerelle.platform.ui.live.LiveUpdates;

/** What was not collected, along the shelves: scanned back one by one, until nothing is left. */
class PutBackForm extends Div {

    private static final Set<LineState> SHOWN = EnumSet.of(LineState.TO_PUT_BACK, LineState.PUT_BACK);

    private final ReservationBook book;
    private final PutBackDesk desk;
    private final TaskFormContext context;
    private final ReservationId id;
    private final ScanField scan = new ScanField(getTranslation("staff.scan"), this::scanned)
            .keepingUnanswered();
    private final LineList list = new LineList(this::buttons);

    PutBackForm(ReservationBook book, PutBackDesk desk, LiveUpdates live, UserTask task, TaskFormContext context) {
        this.book = book;
        this.desk = desk;
        this.context = context;
        this.id = new ReservationId(task.process().id());
        addClassName("pick-form");
        scan.setVisible(context.mayAct());
        ReservationDetails reservation = book.details(id);
        Div actions = new Div(ListSheet.printButton(getTranslation("staff.print.list")));
        actions.addClassName("form-actions");
        add(scan, new ListSheet(reservation, "staff.putBack.sheet", list), actions);
        show(reservation);
        live.follow(this, ReservationNews.of(id), () -> show(book.details(id)));
    }

    private void show(ReservationDetails reservation) {
        list.show(reservation.lines().stream().filter(line -> SHOWN.contains(line.state())).toList());
    }

    private Div buttons(Line line) {
        Div buttons = new Div();
        if (context.mayAct() && line.state() == LineState.TO_PUT_BACK) {
            buttons.add(small("staff.pick.notFound", line, () -> confirmNotFound(line)),
                    small("staff.pick.damaged", line, () -> damaged(line)));
        }
        return buttons;
    }

    private Button small(String key, Line line, Runnable press) {
        Button button = new Button(getTranslation(key), click -> press.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("staff.actionOn", button.getText(), line.titleText()));
        return button;
    }

    private void confirmNotFound(Line line) {
        new Confirmation(getTranslation("staff.putBack.notFound.title"),
                getTranslation("shelf-return.notFound.text", line.titleText(), line.barcode()),
                getTranslation("staff.pick.notFound.yes"), yes -> notFound(line),
                getTranslation("staff.back"), no -> scan.focus()).open();
    }

    private void notFound(Line line) {
        switch (desk.notFound(id, line.copy())) {
            case Outcome.Done<Void> done -> settled("staff.putBack.missing", line);
            case Outcome.Refused<Void> no -> scan.bad(getTranslation(no.reason().messageKey(), no.args()));
        }
    }

    private void damaged(Line line) {
        new DamagedDialog<>(line.titleText(), note -> desk.damaged(id, line.copy(), note),
                done -> settled("staff.putBack.damaged", line)).keptIn(context, line.copy().toString()).open();
    }

    private void settled(String messageKey, Line line) {
        ReservationDetails now = book.details(id);
        if (now.lines().stream().noneMatch(other -> other.state() == LineState.TO_PUT_BACK)) {
            context.done(messageKey, line.titleText());
            return;
        }
        scan.good(getTranslation(messageKey, line.titleText()));
        show(now);
        context.changed();
    }

    private void notPutBack(PutBack back, String code) {
        switch (desk.notPutBack(id, code)) {
            case Outcome.Done<TaskRef> done -> {
                scan.good(getTranslation("staff.putBack.undone", back.title()));
                show(book.details(id));
                context.changed();
            }
            case Outcome.Refused<TaskRef> no -> scan.bad(getTranslation(no.reason().messageKey(), no.args()));
        }
    }

    private void scanned(String code) {
        UndoBar.gone();
        switch (desk.putBack(id, code)) {
            case Outcome.Done<PutBack> done when done.value().left() == 0 && done.value().isSetAside() ->
                    context.done("staff.putBack.lastSetAside", done.value().title());
            case Outcome.Done<PutBack> done when done.value().left() == 0 ->
                    context.done(new TakeBack("staff.putBack.undo", () -> desk.notPutBack(id, code)), "staff.putBack.done",
                            done.value().title());
            case Outcome.Done<PutBack> done -> {
                scan.good(getTranslation(done.value().isSetAside() ? "staff.putBack.setAside" : "staff.putBack.took",
                        done.value().title(), done.value().left()));
                show(book.details(id));
                context.changed();
                if (!done.value().isSetAside()) {
                    UndoBar.offer(getTranslation("staff.putBack.shelved", done.value().title()),
                            getTranslation("staff.putBack.undo"), () -> notPutBack(done.value(), code));
                }
            }
            case Outcome.Refused<PutBack> no -> scan.bad(getTranslation(no.reason().messageKey(), no.args()));
        }
    }
}
