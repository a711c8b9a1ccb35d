package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.ZoneId;
import java.util.UUID;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.service.DaySheets;
import org.passerelle.circulation.drive.service.DriveDesk;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.Reservations;
import org.passerelle.notification.Way;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.UndoBar;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.slots.service.PickupSlots;

/** What staff do with one reservation, from whichever screen; the screen is told where the person acted. */
public class ReservationGestures {

    /** What the gestures call. */
    @SpringComponent
    public record Desk(DaySheets sheets, Reservations reservations, DriveDesk drive, ReservationBook book, PickupSlots slots,
                LiveUpdates live, AppClock clock) {
    }

    /** @param zone of its branch */
    record Subject(ReservationId id, String code, String patron, UUID branch, ZoneId zone) {
    }

    private final Desk desk;
    private final Note told;
    private final Runnable settled;
    private final Runnable refused;

    /**
     * @param settled called after each gesture that is done
     * @param refused after each that is not: what is shown may be no longer true
     */
    ReservationGestures(Desk desk, Note told, Runnable settled, Runnable refused) {
        this.desk = desk;
        this.told = told;
        this.settled = settled;
        this.refused = refused;
    }

    void arrived(Subject subject) {
        Outcome<Void> arrival = desk.reservations().arrived(subject.id());
        settle(arrival, "staff.arrived.done", subject);
        if (arrival.isDone()) {
            told.clear();
            UndoBar.offer(told.getTranslation("staff.arrived.done", subject.code(), subject.patron()),
                    told.getTranslation("staff.arrived.undo"), () -> notThere(subject));
        }
    }

    void notThere(Subject subject) {
        settle(desk.reservations().notThere(subject.id()), "staff.notThere.done", subject);
    }

    void handOver(Subject subject) {
        Dialog dialog = new Dialog();
        dialog.setCloseOnOutsideClick(false);
        dialog.setHeaderTitle(told.getTranslation("staff.handOver.title", subject.code(), subject.patron()));
        Note inDialog = new Note();
        ReservationDetails before = desk.book().details(subject.id());
        HandOverPanel panel = new HandOverPanel(lines -> desk.drive().handOver(subject.id(), lines), before, true, (taken, all) -> {
            dialog.close();
            told.clear();
            settled.run();
            if (!HandOverPanel.canBeTakenBack(before)) {
                UndoBar.gone();
                told.done("staff.handOver.done", taken, all);
                return;
            }
            UndoBar.offer(told.getTranslation("staff.handOver.doneTo", subject.code(), subject.patron(), taken, all),
                    told.getTranslation("staff.handOver.undo"), () -> settle(desk.drive().notHandedOver(subject.id())
                            .map(task -> null), "staff.handOver.undone", subject));
        }, inDialog::refused);
        panel.addWayBack(new Button(told.getTranslation("staff.close"), click -> dialog.close()));
        dialog.add(inDialog, panel);
        panel.pressedByEnterIn(dialog);
        dialog.open();
    }

    void changeSlot(Subject subject) {
        new ChangeSlotDialog(desk.slots(), desk.live(), subject.branch(), subject.zone(),
                desk.clock().instant().atZone(subject.zone()).toLocalDate(),
                subject.code() + " · " + subject.patron(),
                (start, spoken) -> desk.reservations().changeSlot(subject.id(), start, spoken),
                () -> settle(Outcome.done(), "staff.changeSlot.done", subject)).open();
    }

    void cancel(Subject subject) {
        Checkbox spoken = spoken(told);
        ReservationDetails.PatronLine patron = desk.book().details(subject.id()).patron();
        Paragraph text = new Paragraph(told.getTranslation("staff.cancel.text", told(told, patron)));
        if (patron.way() == Way.CALL) {
            // Whoever has just heard it is not called.
            spoken.addValueChangeListener(ticked -> text.setText(told.getTranslation("staff.cancel.text", ticked.getValue()
                    ? told.getTranslation("staff.told.spoken", patron.name()) : told(told, patron))));
        }
        Confirmation sure = new Confirmation(told.getTranslation("staff.cancel.title", subject.code()),
                "", told.getTranslation("staff.cancel.yes"),
                yes -> settle(desk.reservations().cancel(subject.id(), spoken.getValue()), "staff.cancel.done", subject),
                told.getTranslation("staff.cancel.no"), no -> { });
        sure.setText(new Div(text, spoken));
        sure.setConfirmButtonTheme(ButtonVariant.LUMO_ERROR.getVariantName() + " "
                + ButtonVariant.LUMO_PRIMARY.getVariantName());
        sure.open();
    }

    /** To say that whoever prefers a call has just heard it; an e-mail leaves anyway. */
    static Checkbox spoken(Component on) {
        return new Checkbox(on.getTranslation("staff.spoken"));
    }

    /** How the patron hears of what is about to be done, in a sentence. */
    static String told(Component on, ReservationDetails.PatronLine patron) {
        return on.getTranslation("staff.told." + patron.way(), patron.name());
    }

    public static void openCase(ReservationId id) {
        UI.getCurrent().navigate(ReservationView.class,
                new RouteParameters(new RouteParam("id", id.value().toString())));
    }

    private void settle(Outcome<Void> outcome, String doneKey, Subject subject) {
        UndoBar.gone();
        if (!told.isAttached()) {
            // Taken back from another screen, to which the person has gone on.
            Note.overThePage(switch (outcome) {
                case Outcome.Done<Void> done -> told.getTranslation(doneKey, subject.code(), subject.patron());
                case Outcome.Refused<Void> no -> told.getTranslation(no.reason().messageKey(), no.args());
            });
            return;
        }
        switch (outcome) {
            case Outcome.Done<Void> done -> {
                told.done(doneKey, subject.code(), subject.patron());
                settled.run();
            }
            case Outcome.Refused<Void> no -> {
                told.refused(no);
                refused.run();
            }
        }
    }
}
