package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.BiFunction;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.slots.SlotRefusal;
import org.passerelle.slots.service.PickupSlots;
import org.passerelle.slots.ui.SlotChips;

/** Moves an appointment to another slot. */
class ChangeSlotDialog extends Dialog {

    private final SlotChips chips;
    private final Note told = new Note();
    private final BiFunction<Instant, Boolean, Outcome<Void>> change;
    private final Runnable changed;
    private final Checkbox spoken = ReservationGestures.spoken(this);

    /** @param change is told the start chosen, and whether the patron has just heard it by word of mouth */
    ChangeSlotDialog(PickupSlots slots, LiveUpdates live, UUID branch, ZoneId zone, LocalDate today, String whose,
                     BiFunction<Instant, Boolean, Outcome<Void>> change, Runnable changed) {
        this.change = change;
        this.changed = changed;
        this.chips = new SlotChips(slots, live, branch, zone, today);
        chips.whenChosen(told::clear);
        setHeaderTitle(getTranslation("staff.changeSlot.title", whose));
        addClassName("form-dialog");
        setCloseOnOutsideClick(false);
        add(chips, spoken, told);
        Button keep = new Button(getTranslation("staff.close"), click -> close());
        Button confirm = Buttons.once(getTranslation("staff.changeSlot"), this::confirm);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(keep, confirm);
        EnterKey.presses(this, confirm);
    }

    private void confirm() {
        if (chips.chosen() == null) {
            told.due("staff.slots.choose");
            return;
        }
        switch (change.apply(chips.chosen(), spoken.getValue())) {
            case Outcome.Done<Void> done -> {
                close();
                changed.run();
            }
            case Outcome.Refused<Void> refused -> {
                told.refused(refused);
                if (refused.reason() == SlotRefusal.SLOT_FULL) {
                    chips.refused();
                }
            }
        }
    }
}
