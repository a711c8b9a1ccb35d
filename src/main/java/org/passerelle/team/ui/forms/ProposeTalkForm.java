package org.passerelle.team.ui.forms;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** A manager proposes times for the talk; the agent chooses one. */
class ProposeTalkForm extends Div {

    private static final int SHOWN = 3;

    private final List<DateTimePicker> times = new ArrayList<>();
    private final Div pickers = new Div();
    private final RadioButtonGroup<TalkWay> way = new RadioButtonGroup<>(getTranslation("team.talk.way"));
    private final Note note = new Note();

    ProposeTalkForm(ReturnDesk desk, ReturnPages pages, UserTask task, TaskFormContext context) {
        Facts facts = pages.facts(task.ref()).orElseThrow();
        way.setItems(TalkWay.values());
        way.setItemLabelGenerator(each -> getTranslation("team.talk.way." + each));
        way.setValue(TalkWay.ON_SITE);
        context.keep("way", way);
        pickers.addClassName("talk-times");
        for (int i = 0; i < SHOWN; i++) {
            more(context);
        }
        Button another = new Button(getTranslation("team.talk.another"), click -> {
            if (times.size() < ReturnDesk.MOST_TIMES) {
                more(context);
            }
        });
        Button done = FormParts.main(getTranslation("team.talk.propose"), context, () -> FormParts.settle(desk.proposeTalk(task.ref(),
                task.process().id(), typed(facts.zone()), way.getValue()), context, note, Map.of("times", times.getFirst()),
                "team.talk.proposed", facts.name()));
        add(FormParts.soft(facts.returnOn() == null ? getTranslation("team.talk.text", facts.name())
                : getTranslation("team.talk.textBefore", facts.name(), TeamWords.day(facts.returnOn()))), pickers, new Div(another), way, note,
                FormParts.actions(done));
        EnterKey.presses(this, done);
    }

    private void more(TaskFormContext context) {
        DateTimePicker picker = new DateTimePicker();
        picker.setLabel(getTranslation("team.talk.time", times.size() + 1));
        picker.setDateAriaLabel(getTranslation("team.talk.day"));
        picker.setTimeAriaLabel(getTranslation("team.talk.hour"));
        picker.setStep(Duration.ofMinutes(30));
        picker.setLocale(Messages.supported(getLocale()));
        picker.setManualValidation(true);
        context.keep("time" + times.size(), picker);
        times.add(picker);
        pickers.add(picker);
    }

    private List<Instant> typed(ZoneId zone) {
        return times.stream().map(DateTimePicker::getValue).filter(Objects::nonNull)
                .map((LocalDateTime time) -> time.atZone(zone).toInstant()).toList();
    }
}
