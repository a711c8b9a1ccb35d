package org.passerelle.team.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.platform.ui.DateWords;
import org.passerelle.team.members.domain.WorkingDay;
import org.passerelle.team.members.domain.WorkingWeek;
import org.passerelle.team.members.domain.Weeks;

/** When somebody works: a line for each weekday, twice where odd and even weeks differ. */
class WeekFields extends Div {

    private final Checkbox alternating = new Checkbox(getTranslation("team.week.alternating"));
    private final List<Line> lines = new ArrayList<>();
    private final Div days = new Div();

    WeekFields(WorkingWeek week) {
        alternating.setValue(week.alternating());
        alternating.setHelperText(getTranslation("team.week.alternating.help"));
        // The week that was the same becomes both, and the odd one the same again: nothing typed is lost.
        alternating.addValueChangeListener(change -> draw(change.getValue()
                ? List.of(typed(Weeks.EVERY, Weeks.ODD), typed(Weeks.EVERY, Weeks.EVEN)).stream().flatMap(List::stream).toList()
                : typed(Weeks.ODD, Weeks.EVERY)));
        add(new H3(getTranslation("team.week")), alternating, days);
        draw(week.days());
    }

    private void draw(List<WorkingDay> known) {
        days.removeAll();
        lines.clear();
        for (Weeks weeks : alternating.getValue() ? List.of(Weeks.ODD, Weeks.EVEN) : List.of(Weeks.EVERY)) {
            if (weeks != Weeks.EVERY) {
                days.add(new H3(getTranslation("team.weeks." + weeks)));
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                Line line = new Line(weeks, day, known.stream().filter(one -> one.weeks() == weeks && one.weekday() == day).findFirst());
                lines.add(line);
                days.add(line);
            }
        }
    }

    private List<WorkingDay> typed(Weeks of, Weeks as) {
        return lines.stream().filter(line -> line.weeks == of && line.works.getValue())
                .map(line -> new WorkingDay(as, line.day, line.starts.getValue(), line.ends.getValue(), line.telework.getValue())).toList();
    }

    WorkingWeek typed() {
        List<WorkingDay> all = new ArrayList<>();
        for (Weeks weeks : Weeks.values()) {
            all.addAll(typed(weeks, weeks));
        }
        return new WorkingWeek(alternating.getValue(), all);
    }

    Map<String, HasValidation> fields() {
        Map<String, HasValidation> fields = new HashMap<>();
        lines.forEach(line -> {
            WorkingDay day = new WorkingDay(line.weeks, line.day, null, null, false);
            fields.put(WorkingWeek.field(day, "starts"), line.starts);
            fields.put(WorkingWeek.field(day, "ends"), line.ends);
        });
        return fields;
    }

    private final class Line extends Div {

        private final Weeks weeks;
        private final DayOfWeek day;
        private final Checkbox works = new Checkbox();
        private final TimePicker starts = new TimePicker();
        private final TimePicker ends = new TimePicker();
        private final Checkbox telework = new Checkbox(getTranslation("team.week.telework"));

        Line(Weeks weeks, DayOfWeek day, Optional<WorkingDay> known) {
            this.weeks = weeks;
            this.day = day;
            String name = TeamWords.weekday(day);
            works.setLabel(name);
            works.setValue(known.isPresent());
            starts.setAriaLabel(getTranslation("team.week.starts", name));
            ends.setAriaLabel(getTranslation("team.week.ends", name));
            DateWords.localised(starts, getLocale());
            DateWords.localised(ends, getLocale());
            starts.setValue(known.map(WorkingDay::starts).orElse(LocalTime.of(9, 0)));
            ends.setValue(known.map(WorkingDay::ends).orElse(LocalTime.of(17, 0)));
            telework.setValue(known.map(WorkingDay::telework).orElse(false));
            telework.setAriaLabel(getTranslation("team.week.teleworkOn", name));
            works.addValueChangeListener(change -> show());
            addClassName("week-line");
            add(works, starts, ends, telework);
            show();
        }

        private void show() {
            starts.setVisible(works.getValue());
            ends.setVisible(works.getValue());
            telework.setVisible(works.getValue());
        }
    }
}
