package org.passerelle.team.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;
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
                add(new NeedsList(outcome.value()));
            } else {
                note.refused(outcome);
            }
        });
        add(read, text, note);
    }
}
