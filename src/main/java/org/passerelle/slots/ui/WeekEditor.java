package org.passerelle.slots.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.DateWords;
import org.passerelle.slots.service.SlotSettingsForm;
import org.passerelle.slots.service.SlotSettingsForm.Window;

/** The opening windows of each weekday: lines can be added and taken away. */
class WeekEditor extends Div {

    private final Runnable changed;
    private final Map<DayOfWeek, Div> days = new EnumMap<>(DayOfWeek.class);

    WeekEditor(Runnable changed) {
        this.changed = changed;
        for (DayOfWeek weekday : DayOfWeek.values()) {
            Div lines = new Div();
            days.put(weekday, lines);
            Button more = new Button(getTranslation("slots.window.add"), click -> addLine(weekday, null));
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            more.setAriaLabel(getTranslation("slots.window.addTo", name(weekday)));
            Div day = new Div(new H3(name(weekday)), new Div(lines, more));
            day.addClassName("weekday");
            add(day);
        }
    }

    void fill(List<Window> windows) {
        days.values().forEach(Div::removeAll);
        windows.forEach(window -> addLine(window.weekday(), window));
    }

    List<Window> typed() {
        return lines().map(line -> new Window(line.weekday, line.starts.getValue(), line.ends.getValue())).toList();
    }

    Map<String, HasValidation> fields() {
        Map<String, HasValidation> fields = new HashMap<>();
        List<Line> lines = lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            fields.put(SlotSettingsForm.windowField(i, "starts"), lines.get(i).starts);
            fields.put(SlotSettingsForm.windowField(i, "ends"), lines.get(i).ends);
        }
        return fields;
    }

    private void addLine(DayOfWeek weekday, Window window) {
        Line line = new Line(weekday);
        if (window != null) {
            line.starts.setValue(window.starts());
            line.ends.setValue(window.ends());
        }
        days.get(weekday).add(line);
        changed.run();
    }

    private Stream<Line> lines() {
        return days.values().stream().flatMap(Div::getChildren).map(Line.class::cast);
    }

    private String name(DayOfWeek weekday) {
        return weekday.getDisplayName(TextStyle.FULL_STANDALONE, Messages.supported(getLocale()));
    }

    private final class Line extends Div {

        private final DayOfWeek weekday;
        private final TimePicker starts;
        private final TimePicker ends;

        Line(DayOfWeek weekday) {
            this.weekday = weekday;
            starts = time("slots.window.starts");
            ends = time("slots.window.ends");
            Button remove = new Button(getTranslation("slots.window.remove"), click -> remove());
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            add(starts, new Span(getTranslation("slots.window.to")), ends, remove);
            addClassName("window");
        }

        private TimePicker time(String key) {
            TimePicker time = DateWords.localised(new TimePicker(), WeekEditor.this.getLocale());
            time.setAriaLabel(getTranslation(key, name(weekday)));
            time.setStep(Duration.ofMinutes(15));
            time.setAutoOpen(false);
            time.setManualValidation(true);
            time.addValueChangeListener(typed -> changed.run());
            return time;
        }

        private void remove() {
            removeFromParent();
            changed.run();
        }
    }
}
