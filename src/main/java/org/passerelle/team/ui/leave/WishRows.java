package org.passerelle.team.ui.leave;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.team.members.domain.LeaveWish;
import org.passerelle.team.members.service.LeaveCalendar.Wished;
import org.passerelle.team.members.service.LeaveDesk;
import org.passerelle.team.ui.TeamWords;

/** Leave wishes in a list: whose, which days, how it stands; one's own can be taken back. */
public class WishRows extends UnorderedList {

    private final LeaveDesk desk;
    private final Note note;
    private final Runnable changed;

    /** @param changed what is done after one was taken back, or could not be */
    public WishRows(List<Wished> wishes, LeaveDesk desk, Note note, Runnable changed) {
        this.desk = desk;
        this.note = note;
        this.changed = changed;
        addClassName("rows");
        wishes.forEach(wish -> add(row(wish)));
    }

    private Row row(Wished wish) {
        Row row = new Row(new Span(wish.name())).tagged(new Tag(wish.state() == LeaveWish.State.AGREED ? Tone.DONE : Tone.PLAIN,
                getTranslation("team.leave.state." + wish.state())))
                .about(getTranslation("team.leave.days", getTranslation("team.leave.kind." + wish.kind()),
                        TeamWords.shortDay(wish.starts()), TeamWords.shortDay(wish.ends())));
        if (wish.mine()) {
            String what = getTranslation("team.leave.takeBackOf", TeamWords.shortDay(wish.starts()));
            Button back = new Button(getTranslation("team.leave.takeBack"), click -> new Confirmation(getTranslation("team.sure", what),
                    getTranslation("team.sure.text"), getTranslation("team.leave.takeBack"), yes -> takeBack(wish.id()),
                    getTranslation("staff.back"), no -> { }).open());
            back.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            back.setAriaLabel(what);
            row.about(new Span(back));
        }
        return row;
    }

    private void takeBack(UUID id) {
        Outcome<Void> outcome = desk.takeBack(id);
        if (outcome.isDone()) {
            note.done("team.leave.takenBack");
        } else {
            note.refused(outcome);
        }
        changed.run();
    }
}
