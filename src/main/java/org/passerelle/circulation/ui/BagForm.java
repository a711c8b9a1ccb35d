package org.passerelle.circulation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.domain.LineState;
import org.passerelle.circulation.service.BagLabels;
import org.passerelle.circulation.service.PickingDesk;
import org.passerelle.circulation.service.ReservationBook;
import org.passerelle.circulation.service.ReservationDetails;
import org.passerelle.circulation.service.ReservationDetails.Line;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.TaskFormContext;

/** What goes into the bag, its label, and where it will stand. */
class BagForm extends Div {

    private static final Set<LineState> FOUND = EnumSet.of(LineState.PICKED, LineState.BAGGED);

    private final TextField place = new TextField(getTranslation("staff.bag.place"));
    private final PickingDesk desk;
    private final UserTask task;
    private final TaskFormContext context;
    private final ReservationDetails reservation;

    BagForm(ReservationBook book, PickingDesk desk, BagLabels labels, UserTask task, TaskFormContext context) {
        this.desk = desk;
        this.task = task;
        this.context = context;
        this.reservation = book.details(new ReservationId(task.process().id()));
        addClassName("bag-form");
        List<Line> found = reservation.lines().stream().filter(line -> FOUND.contains(line.state())).toList();
        OrderedList list = new OrderedList();
        list.addClassNames("rows", "card");
        found.forEach(line -> list.add(new LineRow(line, null)));
        Paragraph loans = new Paragraph(getTranslation("staff.bag.loans", found.size(),
                reservation.patron().cardNumber()));
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
        add(new BlockedCard(reservation), list, loans, place, actions);
        EnterKey.presses(this, ready);
    }

    private void ready() {
        switch (desk.bagPrepared(task.ref(), reservation.id(), place.getValue())) {
            case Outcome.Done<Void> done -> context.done("staff.bag.done", reservation.code(),
                    place.getValue().strip(), CaseGestures.told(this, reservation.patron()));
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
