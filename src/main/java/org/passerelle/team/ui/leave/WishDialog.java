package org.passerelle.team.ui.leave;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.Map;
import java.util.UUID;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.DateWords;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.team.members.domain.LeaveKind;
import org.passerelle.team.members.service.LeaveDesk;
import org.passerelle.team.members.service.LeaveDesk.Wish;

/** Some days that somebody wishes for. */
class WishDialog extends Dialog {

    WishDialog(LeaveDesk desk, Runnable wished) {
        setHeaderTitle(getTranslation("team.leave.wish"));
        addClassName("form-dialog");
        setCloseOnOutsideClick(false);
        DatePicker starts = new DatePicker(getTranslation("team.leave.starts"));
        DatePicker ends = new DatePicker(getTranslation("team.leave.ends"));
        DateWords.localised(starts, getLocale());
        DateWords.localised(ends, getLocale());
        starts.setManualValidation(true);
        ends.setManualValidation(true);
        starts.addValueChangeListener(chosen -> {
            if (ends.isEmpty()) {
                ends.setValue(chosen.getValue());
            }
        });
        Select<LeaveKind> kind = new Select<>();
        kind.setLabel(getTranslation("team.leave.kind"));
        kind.setItems(LeaveKind.values());
        kind.setItemLabelGenerator(each -> getTranslation("team.leave.kind." + each));
        kind.setValue(LeaveKind.LEAVE);
        Note note = new Note();
        Button save = Buttons.once(getTranslation("team.leave.wish"), () -> {
            Outcome<UUID> outcome = desk.wish(new Wish(starts.getValue(), ends.getValue(), kind.getValue()));
            if (outcome.isDone()) {
                close();
                wished.run();
            } else {
                note.refused(outcome, Map.of("starts", starts, "ends", ends));
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(starts, ends, kind);
        fields.addClassName("form-grid");
        Paragraph text = new Paragraph(getTranslation("team.leave.text"));
        text.addClassName("soft");
        add(text, fields, note);
        getFooter().add(new Button(getTranslation("staff.back"), click -> close()), save);
        EnterKey.presses(this, save);
    }
}
