package org.passerelle.team.ui;

import com.vaadin.flow.component.html.DescriptionList;
import java.util.Collection;
import org.passerelle.team.returns.domain.Needs;

/** What somebody has said they need: question and answer, those alone that were answered. */
class NeedsList extends DescriptionList {

    NeedsList(Needs said) {
        addClassName("facts");
        answer("hours", said.hours());
        answer("commute", said.commute());
        several("telework", said.telework().stream().sorted().map(TeamWords::weekday).toList());
        answer("post", said.post());
        several("equipment", said.equipment().stream().sorted().map(each -> getTranslation("team.needs.equipment." + each)).toList());
        if (said.health()) {
            fact("health", getTranslation("team.needs.health.yes"));
        }
        if (!said.note().isEmpty()) {
            fact("note", said.note());
        }
        if (getComponentCount() == 0) {
            fact("title", getTranslation("team.needs.none"));
        }
    }

    private void answer(String question, Enum<?> answer) {
        if (answer != null) {
            fact(question, getTranslation("team.needs." + question + "." + answer.name()));
        }
    }

    private void several(String question, Collection<String> answers) {
        if (!answers.isEmpty()) {
            fact(question, String.join(", ", answers));
        }
    }

    private void fact(String question, String answer) {
        add(new DescriptionList.Term(getTranslation("team.needs." + question)), new DescriptionList.Description(answer));
    }
}
