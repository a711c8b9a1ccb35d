package org.passerelle.circulation.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.circulation.service.SlotSettingsForm;
import org.passerelle.circulation.service.SlotSettingsForm.Bound;

/** The numbers that rule a branch's slots. */
class SlotNumbers extends Div {

    private final Map<Bound, IntegerField> numbers = new EnumMap<>(Bound.class);

    SlotNumbers(Runnable changed) {
        addClassName("form-grid");
        for (Bound bound : Bound.values()) {
            IntegerField number = new IntegerField(getTranslation("slots.rule." + bound));
            number.setHelperText(getTranslation("slots.rule." + bound + ".help"));
            number.setManualValidation(true);
            number.setValueChangeMode(ValueChangeMode.LAZY);
            number.addValueChangeListener(typed -> changed.run());
            numbers.put(bound, number);
            add(number);
        }
    }

    void fill(SlotSettingsForm form) {
        numbers.get(Bound.slotMinutes).setValue(form.slotMinutes());
        numbers.get(Bound.places).setValue(form.places());
        numbers.get(Bound.leadMinutes).setValue(form.leadMinutes());
        numbers.get(Bound.daysAhead).setValue(form.daysAhead());
        numbers.get(Bound.graceMinutes).setValue(form.graceMinutes());
        numbers.get(Bound.offerHours).setValue(form.offerHours());
    }

    SlotSettingsForm typed(int version, List<SlotSettingsForm.Window> windows, List<LocalDate> closedDays) {
        return new SlotSettingsForm(version, number(Bound.slotMinutes), number(Bound.places), number(Bound.leadMinutes),
                number(Bound.daysAhead), number(Bound.graceMinutes), number(Bound.offerHours), windows, closedDays);
    }

    Map<String, HasValidation> fields() {
        return numbers.entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    private Integer number(Bound bound) {
        return numbers.get(bound).getValue();
    }
}
