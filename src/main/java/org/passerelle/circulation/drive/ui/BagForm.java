package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.service.PickingDesk;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.service.BagLabels;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.platform.ui.cases.TaskFormContext.TakeBack;
import org.passerelle.platform.ui.live.LiveUpdates;

/** What goes into the bag, its label, and where it will stand. */
class BagForm extends Div {

    private static final Set<LineState> FOUND = EnumSet.of(LineState.PICKED, LineState.BAGGED);

    private final TextField place = new TextField(getTranslation("staff.bag.place"));
    private final PickingDesk desk;
    private final UserTask task;
    private final TaskFormContext context;
    private final LineList list = new LineList(this::buttons);
    private final Paragraph loans = new Paragraph();
    private final Note told = new Note();
    private final ReservationBook book;
    private final ReservationDetails reservation;

    BagForm(ReservationBook book, PickingDesk desk, BagLabels labels, LiveUpdates live, UserTask task,
            TaskFormContext context) {
        this.book = book;
        this.desk = desk;
        this.task = task;
        this.context = context;
        this.reservation = book.details(new ReservationId(task.process().id()));
        addClassName("bag-form");
        show(reservation);
        loans.addClassName("soft");
        place.setHelperText(getTranslation("staff.bag.place.help"));
        place.setRequiredIndicatorVisible(true);
        place.setReadOnly(!context.mayAct());
        context.keep("place", place);
        Button ready = Buttons.once(getTranslation("staff.bag.ready"), this::ready);
        ready.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ready.setEnabled(context.mayAct());
        Div actions = new Div();
        actions.addClassName("form-actions");
        if (context.mayAct()) {
            actions.add(new LabelLink(labels, reservation.id(), reservation.code()));
        }
        actions.add(ready);
        add(new BlockedCard(reservation), list, told, loans, place, actions);
        EnterKey.presses(this, ready);
        live.follow(this, ReservationNews.of(reservation.id()), () -> show(book.details(reservation.id())));
    }

    private void show(ReservationDetails now) {
        List<Line> found = now.lines().stream().filter(line -> FOUND.contains(line.state())).toList();
        list.show(found);
        loans.setText(getTranslation("staff.bag.loans", found.size(), now.patron().cardNumber()));
    }

    private Div buttons(Line line) {
        Div buttons = new Div();
        if (context.mayAct() && line.state() == LineState.PICKED) {
            Button damaged = new Button(getTranslation("staff.pick.damaged"), click -> damaged(line));
            damaged.addThemeVariants(ButtonVariant.LUMO_SMALL);
            damaged.setAriaLabel(getTranslation("staff.actionOn", damaged.getText(), line.titleText()));
            buttons.add(damaged);
        }
        return buttons;
    }

    private void damaged(Line line) {
        new DamagedDialog<>(line.titleText(), note -> desk.damaged(reservation.id(), line.copy(), note), none -> {
            show(book.details(reservation.id()));
            told.due("staff.bag.damaged", line.titleText(), reservation.patron().way().name());
            context.changed();
        }).keptIn(context, line.copy().toString()).open();
    }

    private void ready() {
        switch (desk.bagPrepared(task.ref(), reservation.id(), place.getValue())) {
            case Outcome.Done<Void> done -> context.done(new TakeBack("staff.bag.undo", () -> desk.notBagged(reservation.id())),
                    "staff.bag.done", reservation.code(), place.getValue().strip(),
                    ReservationGestures.told(this, reservation.patron()));
            case Outcome.Refused<Void> no when no.reason() == CirculationRefusal.PLACE_MISSING
                    || no.reason() == CirculationRefusal.TEXT_TOO_LONG -> {
                place.setErrorMessage(getTranslation(no.reason().messageKey(), no.args()));
                place.setInvalid(true);
                place.focus();
            }
            case Outcome.Refused<Void> no -> context.refused(no);
        }
    }
}
