package org.passerelle.slots.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.DateWords;

/** The days on which a branch hands nothing over. */
class ClosedDays extends Div {

    private final Runnable changed;
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final DatePicker picker;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(getTranslation("slots.closedDays.none"));

    ClosedDays(Runnable changed) {
        this.changed = changed;
        picker = DateWords.localised(new DatePicker(getTranslation("slots.closedDays.day")), getLocale());
        list.addClassName("closed-days");
        none.addClassName("soft");
        picker.addValueChangeListener(chosen -> {
            if (chosen.isFromClient() && chosen.getValue() != null) {
                add(chosen.getValue());
            }
        });
        add(picker, list, none);
    }

    void fill(List<LocalDate> closed) {
        days.clear();
        days.addAll(closed);
        show();
    }

    List<LocalDate> typed() {
        return List.copyOf(days);
    }

    private void add(LocalDate day) {
        picker.clear();
        days.add(day);
        show();
        changed.run();
    }

    private void remove(LocalDate day) {
        days.remove(day);
        show();
        changed.run();
    }

    private void show() {
        list.removeAll();
        days.forEach(day -> {
            String words = DateTimes.dayAndYear(day, getLocale());
            Button button = new Button(words + " ×", click -> remove(day));
            button.addClassName("chip");
            button.setAriaLabel(getTranslation("slots.closedDays.open", words));
            list.add(new ListItem(button));
        });
        none.setVisible(days.isEmpty());
    }
}
