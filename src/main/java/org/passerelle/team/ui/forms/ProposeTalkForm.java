package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.team.returns.domain.TalkWay;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.returns.service.ReturnPages.Facts;
import org.passerelle.team.ui.TeamWords;

/** A manager proposes times for the talk, those that are ticked and others; the agent chooses one. */
class ProposeTalkForm extends Div {

    private final CheckboxGroup<Instant> likely = new CheckboxGroup<>(getTranslation("team.talk.times"));
    private final List<DateTimePicker> others = new ArrayList<>();
    private final Div pickers = new Div();
    private final RadioButtonGroup<TalkWay> way = new RadioButtonGroup<>(getTranslation("team.talk.way"));
    private final Note note = new Note();

    ProposeTalkForm(ReturnDesk desk, ReturnPages pages, UserTask task, TaskFormContext context) {
        Facts facts = pages.facts(task.ref()).orElseThrow();
        List<Instant> times = pages.talksToPropose(facts);
        likely.setItems(times);
        likely.setItemLabelGenerator(at -> DateTimes.dayAndTime(at, facts.zone(), getLocale()));
        likely.setValue(new LinkedHashSet<>(times));
        likely.setManualValidation(true);
        likely.addClassName("time-chips");
        context.keep("likely", likely);
        // What was ticked on another day may be over.
        Set<Instant> ticked = new LinkedHashSet<>(likely.getValue());
        ticked.retainAll(times);
        likely.setValue(ticked);
        way.setItems(TalkWay.values());
        way.setItemLabelGenerator(each -> getTranslation("team.talk.way." + each));
        way.setValue(TalkWay.ON_SITE);
        context.keep("way", way);
        pickers.addClassName("talk-times");
        for (int i = times.size(); i < ReturnDesk.MOST_TIMES; i++) {
            other(context);
        }
        Button another = new Button(getTranslation("team.talk.another"));
        another.addClickListener(click -> others.stream().filter(picker -> !picker.isVisible()).findFirst().ifPresent(picker -> {
            picker.setVisible(true);
            picker.focus();
            another.setVisible(others.stream().anyMatch(each -> !each.isVisible()));
        }));
        another.setVisible(others.stream().anyMatch(each -> !each.isVisible()));
        Button done = FormParts.main(getTranslation("team.talk.propose"), context, () -> FormParts.settle(desk.proposeTalk(task.ref(),
                task.process().id(), typed(facts.zone()), way.getValue()), context, note, Map.of("times", likely),
                "team.talk.proposed", facts.name()));
        Div chosen = new Div(likely, another);
        chosen.addClassName("talk-likely");
        add(FormParts.soft(facts.returnOn() == null ? getTranslation("team.talk.text", facts.name())
                : getTranslation("team.talk.textBefore", facts.name(), TeamWords.day(facts.returnOn()))), chosen, pickers, way, note,
                FormParts.actions(done));
        EnterKey.presses(this, done);
    }

    /** It is there once it is asked for, or holds what was typed before. */
    private void other(TaskFormContext context) {
        DateTimePicker picker = new DateTimePicker();
        picker.setLabel(getTranslation("team.talk.time", others.size() + 1));
        picker.setDateAriaLabel(getTranslation("team.talk.day"));
        picker.setTimeAriaLabel(getTranslation("team.talk.hour"));
        picker.setStep(Duration.ofMinutes(30));
        picker.setLocale(Messages.supported(getLocale()));
        picker.setManualValidation(true);
        context.keep("time" + others.size(), picker);
        picker.setVisible(!picker.isEmpty());
        others.add(picker);
        pickers.add(picker);
    }

    private List<Instant> typed(ZoneId zone) {
        return Stream.concat(likely.getValue().stream(), others.stream().map(DateTimePicker::getValue).filter(Objects::nonNull)
                .map((LocalDateTime time) -> time.atZone(zone).toInstant())).toList();
    }
}
