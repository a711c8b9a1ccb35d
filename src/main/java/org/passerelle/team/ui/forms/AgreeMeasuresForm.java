package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.DateWords;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.MeasureSource;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnDesk.Recorded;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.returns.service.ReturnPages.Facts;
import org.passerelle.team.returns.service.ReturnPages.Measure;
import org.passerelle.team.ui.NeedsRead;
import org.passerelle.team.ui.TeamWords;

/** What manager and agent have agreed on in their talk: the proposals, less some, and others. */
class AgreeMeasuresForm extends Div {

    private static final int REVIEW_AFTER_DAYS = 30;

    private final Facts facts;
    private final Map<MeasureKind, Line> lines = new EnumMap<>(MeasureKind.class);
    private final Div list = new Div();
    /** Which lines there are, as a field: it is kept with what stands in them, and shown nowhere. */
    private final CheckboxGroup<MeasureKind> kinds = new CheckboxGroup<>();
    private final TaskFormContext context;
    private final Select<MeasureKind> more = new Select<>();
    private final IntegerField easingDays = new IntegerField(getTranslation("team.agree.easingDays"));
    private final Note note = new Note();

    AgreeMeasuresForm(ReturnDesk desk, ReturnPages pages, UserTask task, TaskFormContext context) {
        this.facts = pages.facts(task.ref()).orElseThrow();
        this.context = context;
        add(FormParts.soft(getTranslation("team.agree.text", facts.name())));
        if (facts.saidNeeds() && facts.managed()) {
            add(new NeedsRead(facts, () -> desk.needs(facts.id())));
        }
        if (facts.sentBack()) {
            add(FormParts.secret(getTranslation("team.agree.sentBack")));
        }
        if (facts.remarked() && facts.managed()) {
            Span remark = new Span();
            Button read = new Button(getTranslation("team.agree.readRemark"), click ->
                    pages.remark(facts.id()).ifPresent(words -> remark.setText(getTranslation("team.agree.remark", words))));
            read.addThemeVariants(ButtonVariant.LUMO_SMALL);
            Div box = new Div(read, remark);
            box.addClassName("remark");
            add(box);
        }
        list.addClassName("measure-lines");
        List<Measure> proposed = facts.measures().stream().filter(measure -> measure.state() == WorkMeasure.State.PROPOSED
                && measure.kind() != MeasureKind.EASING_IN).toList();
        kinds.setItems(MeasureKind.values());
        kinds.setValue(proposed.stream().map(Measure::kind).collect(Collectors.toSet()));
        context.keep("kinds", kinds);
        proposed.stream().filter(measure -> kinds.getValue().contains(measure.kind())).forEach(this::line);
        kinds.getValue().stream().sorted().forEach(this::added);
        more.setLabel(getTranslation("team.agree.more"));
        more.setItems(MeasureKind.OF_MANAGERS);
        more.setItemLabelGenerator(kind -> getTranslation(kind.messageKey()));
        more.addValueChangeListener(chosen -> {
            if (chosen.getValue() != null && chosen.isFromClient()) {
                added(chosen.getValue());
                kinds.setValue(Set.copyOf(lines.keySet()));
                more.clear();
            }
        });
        easingDays.setMin(0);
        easingDays.setMax(30);
        easingDays.setManualValidation(true);
        easingDays.setValue(facts.easingDays());
        easingDays.setHelperText(getTranslation("team.agree.easingDays.help"));
        context.keep("easingDays", easingDays);
        Button done = FormParts.main(getTranslation("team.agree.done"), context, () -> FormParts.settle(record(desk, task), context, note,
                fields(), "team.agree.told", facts.name()));
        Div below = new Div(more, easingDays);
        below.addClassName("form-grid");
        add(new H3(getTranslation("team.measures")), list, below, note, FormParts.actions(done));
        EnterKey.presses(this, done);
    }

    private LocalDate base() {
        return facts.returnOn() == null || facts.returnOn().isBefore(facts.today()) ? facts.today() : facts.returnOn();
    }

    private void added(MeasureKind kind) {
        line(new Measure(null, kind, Set.of(), MeasureSource.MANAGER, base().plusDays(REVIEW_AFTER_DAYS), WorkMeasure.State.PROPOSED,
                false));
    }

    private void line(Measure measure) {
        if (!lines.containsKey(measure.kind())) {
            Line line = new Line(measure);
            lines.put(measure.kind(), line);
            list.add(line);
        }
    }

    private Outcome<Void> record(ReturnDesk desk, UserTask task) {
        List<Recorded> all = new ArrayList<>(lines.values().stream().map(Line::typed).toList());
        int easing = easingDays.getValue() == null ? -1 : easingDays.getValue();
        if (easing > 0) {
            all.add(new Recorded(MeasureKind.EASING_IN, MeasureSource.RULE, Set.of(), null));
        }
        return desk.recordMeasures(task.ref(), task.process().id(), all, easing);
    }

    private Map<String, HasValidation> fields() {
        Map<String, HasValidation> fields = new HashMap<>(Map.of("easingDays", easingDays));
        lines.forEach((kind, line) -> fields.put(ReturnDesk.reviewField(kind), line.reviewOn));
        return fields;
    }

    /** One measure: on which days, when it is looked at again, and away with it. */
    private final class Line extends Div {

        private final Measure measure;
        private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>();
        private final DatePicker reviewOn = new DatePicker(getTranslation("team.agree.reviewOn"));

        Line(Measure measure) {
            this.measure = measure;
            addClassName("measure-line");
            String name = getTranslation(measure.kind().messageKey());
            Span what = new Span(name);
            what.addClassName("row-title");
            Span from = new Span(getTranslation(measure.source().messageKey()));
            from.addClassName("soft");
            days.setAriaLabel(getTranslation("team.agree.days", name));
            days.setItems(DayOfWeek.values());
            days.setItemLabelGenerator(TeamWords::weekday);
            days.setValue(measure.days());
            days.setVisible(measure.kind() == MeasureKind.TELEWORK);
            DateWords.localised(reviewOn, getLocale());
            reviewOn.setManualValidation(true);
            reviewOn.setValue(measure.reviewOn());
            reviewOn.setVisible(!measure.kind().isOnce());
            context.keep("days." + measure.kind(), days);
            context.keep("reviewOn." + measure.kind(), reviewOn);
            Button drop = new Button(getTranslation("team.agree.drop"), click -> {
                lines.remove(measure.kind());
                kinds.setValue(Set.copyOf(lines.keySet()));
                list.remove(this);
            });
            drop.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            drop.setAriaLabel(getTranslation("team.agree.dropOf", name));
            add(new Div(what, new Span(" "), from), days, reviewOn, drop);
        }

        Recorded typed() {
            return new Recorded(measure.kind(), measure.source(), days.getValue(), reviewOn.getValue());
        }
    }
}
