package org.passerelle.team.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnPages.Facts;

/** Another day of return, or the one that is known now. */
class ChangeDateDialog extends Dialog {

    ChangeDateDialog(ReturnDesk desk, Facts facts, Runnable changed) {
        setHeaderTitle(getTranslation("team.return.changeDate"));
        addClassName("form-dialog");
        setCloseOnOutsideClick(false);
        ReturnDateFields dates = new ReturnDateFields(facts.returnOn(), false);
        Note note = new Note();
        Button save = Buttons.once(getTranslation("team.return.saveDate"), () -> {
            Outcome<Void> outcome = desk.changeDate(facts.id(), dates.typed());
            if (outcome.isDone()) {
                close();
                changed.run();
            } else {
                note.refused(outcome, dates.fields());
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(dates, note);
        getFooter().add(new Button(getTranslation("staff.back"), click -> close()), save);
        EnterKey.presses(this, save);
    }
}
