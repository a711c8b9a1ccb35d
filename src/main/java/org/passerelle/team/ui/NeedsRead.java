package org.passerelle.team.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Note;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.service.ReturnPages.Facts;

/** What an agent has said they need: closed until somebody opens it, which the agent can see. */
public class NeedsRead extends Div {

    private final Note note = new Note();

    public NeedsRead(Facts facts, Supplier<Outcome<Needs>> open) {
        addClassName("needs-read");
        Button read = new Button(getTranslation("team.needs.read", facts.name()));
        Paragraph text = new Paragraph(getTranslation("team.needs.read.text", facts.name()));
        text.addClassName("soft");
        read.addClickListener(click -> {
            Outcome<Needs> outcome = open.get();
            if (outcome.isDone()) {
                removeAll();
                add(answers(outcome.value()));
            } else {
                note.refused(outcome);
            }
        });
        add(read, text, note);
    }

    private DescriptionList answers(Needs said) {
        DescriptionList list = new DescriptionList();
        list.addClassName("facts");
        answer(list, "hours", said.hours());
        answer(list, "commute", said.commute());
        several(list, "telework", said.telework().stream().sorted().map(TeamWords::weekday).toList());
        answer(list, "post", said.post());
        several(list, "equipment", said.equipment().stream().sorted().map(each -> getTranslation("team.needs.equipment." + each)).toList());
        if (!said.note().isEmpty()) {
            fact(list, "note", said.note());
        }
        return list;
    }

    private void answer(DescriptionList list, String question, Enum<?> answer) {
        if (answer != null) {
            fact(list, question, getTranslation("team.needs." + question + "." + answer.name()));
        }
    }

    private void several(DescriptionList list, String question, Collection<String> answers) {
        if (!answers.isEmpty()) {
            fact(list, question, answers.stream().collect(Collectors.joining(", ")));
        }
    }

    private void fact(DescriptionList list, String question, String answer) {
        list.add(new DescriptionList.Term(getTranslation("team.needs." + question)), new DescriptionList.Description(answer));
    }
}
