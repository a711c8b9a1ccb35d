package org.passerelle.slots.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.slots.service.SlotSettingsForm;
import org.passerelle.slots.service.SlotSettingsForm.Bound;

/** The numbers that rule a branch's slots. */
class SlotNumbers extends Div {

    private final Map<Bound, IntegerField> numbers = new EnumMap<>(Bound.class);
    private final TextField lead = new TextField(getTranslation("slots.rule.leadMinutes"));

    SlotNumbers(Runnable changed) {
        addClassName("form-grid");
        for (Bound bound : Bound.values()) {
            if (bound == Bound.leadMinutes) {
                add(lead(changed));
                continue;
            }
            IntegerField number = new IntegerField(getTranslation("slots.rule." + bound));
            number.setHelperText(getTranslation("slots.rule." + bound + ".help"));
            number.setManualValidation(true);
            number.setValueChangeMode(ValueChangeMode.LAZY);
            number.addValueChangeListener(typed -> changed.run());
            numbers.put(bound, number);
            add(number);
        }
    }

    /** From half an hour to weeks: nobody counts those in minutes. */
    private TextField lead(Runnable changed) {
        lead.setHelperText(getTranslation("slots.rule.leadMinutes.help"));
        lead.setManualValidation(true);
        lead.setValueChangeMode(ValueChangeMode.LAZY);
        lead.addValueChangeListener(typed -> changed.run());
        lead.addBlurListener(left -> sayLead(LengthOfTime.minutes(lead.getValue())));
        return lead;
    }

    /** As it was understood; what was not understood stays as it was typed. */
    private void sayLead(Integer minutes) {
        if (minutes != null) {
            lead.setValue(LengthOfTime.words(this, minutes));
        }
    }

    void fill(SlotSettingsForm form) {
        numbers.get(Bound.slotMinutes).setValue(form.slotMinutes());
        numbers.get(Bound.places).setValue(form.places());
        sayLead(form.leadMinutes());
        numbers.get(Bound.daysAhead).setValue(form.daysAhead());
        numbers.get(Bound.graceMinutes).setValue(form.graceMinutes());
        numbers.get(Bound.offerHours).setValue(form.offerHours());
    }

    SlotSettingsForm typed(int version, List<SlotSettingsForm.Window> windows, List<LocalDate> closedDays) {
        return new SlotSettingsForm(version, number(Bound.slotMinutes), number(Bound.places),
                LengthOfTime.minutes(lead.getValue()), number(Bound.daysAhead), number(Bound.graceMinutes), number(Bound.offerHours), windows, closedDays);
    }

    Map<String, HasValidation> fields() {
        Map<String, HasValidation> fields = new HashMap<>(Map.of(Bound.leadMinutes.name(), lead));
        numbers.forEach((bound, number) -> fields.put(bound.name(), number));
        return fields;
    }

    private Integer number(Bound bound) {
        return numbers.get(bound).getValue();
    }
}
