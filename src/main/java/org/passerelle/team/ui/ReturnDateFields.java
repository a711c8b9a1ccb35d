package org.passerelle.team.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Map;
import org.passerelle.platform.ui.DateWords;
import org.passerelle.team.returns.service.ReturnStart.ReturnDates;

/** The day of return; and since when somebody is away, where that is worth saying. */
class ReturnDateFields extends Div {

    private final DatePicker returnOn = new DatePicker(getTranslation("team.return.on"));
    private final DatePicker awaySince = new DatePicker(getTranslation("team.return.since"));

    /** @param since whether it asks since when, too */
    ReturnDateFields(LocalDate known, boolean since) {
        addClassName("form-grid");
        DateWords.localised(returnOn, getLocale());
        DateWords.localised(awaySince, getLocale());
        returnOn.setManualValidation(true);
        awaySince.setManualValidation(true);
        returnOn.setValue(known);
        awaySince.setHelperText(getTranslation("team.return.since.help"));
        awaySince.setVisible(since);
        add(returnOn, awaySince);
    }

    ReturnDates typed() {
        return new ReturnDates(returnOn.getValue(), awaySince.getValue());
    }

    Map<String, HasValidation> fields() {
        return Map.of("returnOn", returnOn, "awaySince", awaySince);
    }

    void focus() {
        returnOn.focus();
    }
}
