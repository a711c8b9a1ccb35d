package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.cases.TaskFormContext;

/** What is in the bag, all of it ticked; what the patron leaves is unticked and goes back. */
class HandOverPanel extends Div {

    private static final Set<LineState> IN_BAG = EnumSet.of(LineState.BAGGED, LineState.TO_PUT_BACK);

    private final CheckboxGroup<Line> documents = new CheckboxGroup<>();
    private final Function<Set<UUID>, Outcome<Void>> gesture;
    private final BiConsumer<Integer, Integer> handedOver;
    private final Consumer<Outcome.Refused<?>> refused;
    private final boolean whole;
    private final Div actions = new Div();
    private final Button hand = Buttons.once(getTranslation("staff.handOver"), this::handOver);

    /**
     * @param gesture    hands over these lines
     * @param handedOver told how many documents of how many
     */
    HandOverPanel(Function<Set<UUID>, Outcome<Void>> gesture, ReservationDetails reservation, boolean mayAct,
                  BiConsumer<Integer, Integer> handedOver, Consumer<Outcome.Refused<?>> refused) {
        this.gesture = gesture;
        this.handedOver = handedOver;
        this.refused = refused;
        this.whole = canBeTakenBack(reservation);
        List<Line> bag = reservation.lines().stream().filter(line -> IN_BAG.contains(line.state())).toList();
        add(new BlockedCard(reservation));
        if (reservation.bagPlace() != null) {
            Paragraph where = new Paragraph(getTranslation("staff.bag.standsAt", reservation.bagPlace()));
            where.addClassName("bag-place");
            add(where);
        }
        documents.setLabel(getTranslation("staff.handOver.documents"));
        documents.setItems(bag);
        documents.setItemLabelGenerator(line -> Lines.name(line) + " (" + line.barcode() + ")");
        documents.select(bag);
        documents.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        documents.setReadOnly(!mayAct);
        documents.addValueChangeListener(change -> documents.setInvalid(false));
        hand.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        hand.setEnabled(mayAct);
        actions.add(hand);
        actions.addClassName("form-actions");
        add(documents, actions);
        EnterKey.presses(this, hand);
    }

    /** Not where a document of the bag is on its shelf already, as when somebody comes after all: the bag would not be whole. */
    static boolean canBeTakenBack(ReservationDetails before) {
        return before.lines().stream().noneMatch(line -> line.state() == LineState.PUT_BACK);
    }

    /** Enter hands over wherever the focus is in that dialog. */
    void pressedByEnterIn(Dialog dialog) {
        EnterKey.presses(dialog, hand);
    }

    /** What is ticked stays ticked when the person looks elsewhere, as far as it is still in the bag as it was. */
    HandOverPanel keptIn(TaskFormContext context) {
        Set<Line> bag = documents.getValue();
        context.keep("documents", documents);
        documents.setValue(documents.getValue().stream().filter(bag::contains).collect(Collectors.toSet()));
        return this;
    }

    /** Another way out, beside the first. */
    void addWayBack(Button back) {
        actions.addComponentAsFirst(back);
    }

    private void handOver() {
        if (whole) {
            handOverNow();
        } else {
            new Confirmation(getTranslation("staff.handOver.part.title"), getTranslation("staff.handOver.part.text"),
                    getTranslation("staff.handOver"), yes -> handOverNow(), getTranslation("staff.back"), no -> { }).open();
        }
    }

    private void handOverNow() {
        int all = documents.getListDataView().getItemCount();
        Set<Line> taken = documents.getSelectedItems();
        switch (gesture.apply(taken.stream().map(Line::id).collect(Collectors.toSet()))) {
            case Outcome.Done<Void> done -> handedOver.accept(taken.size(), all);
            case Outcome.Refused<Void> no when no.reason() == CirculationRefusal.NOTHING_HANDED_OVER -> {
                documents.setErrorMessage(getTranslation(no.reason().messageKey()));
                documents.setInvalid(true);
            }
            case Outcome.Refused<Void> no -> refused.accept(no);
        }
    }
}
