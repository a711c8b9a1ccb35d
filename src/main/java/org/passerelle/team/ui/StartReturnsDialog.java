package org.passerelle.team.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.team.members.service.TeamPages.Page;
import org.passerelle.team.members.service.TeamPages.Person;
import org.passerelle.team.returns.service.ReturnList;
import org.passerelle.team.returns.service.ReturnStart;

/** A manager says when one person comes back, or several: only a date. */
class StartReturnsDialog extends Dialog {

    private final ReturnStart start;
    private final ReturnList list;
    private final UUID team;
    private final BiConsumer<String, String> told;
    private final CheckboxGroup<Person> people = new CheckboxGroup<>(getTranslation("team.return.who"));
    private final ReturnDateFields dates = new ReturnDateFields(null, true);
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph progress = new Paragraph();
    private final Note note = new Note();
    private final Button go;

    /** @param told a message key, and a name */
    StartReturnsDialog(ReturnStart start, ReturnList list, LiveUpdates live, Page page, BiConsumer<String, String> told) {
        this.start = start;
        this.list = list;
        this.team = page.team();
        this.told = told;
        setHeaderTitle(getTranslation("team.return.start"));
        setCloseOnOutsideClick(false);
        addClassName("form-dialog");
        people.setItems(page.people());
        people.setItemLabelGenerator(Person::name);
        people.addClassName("people-choice");
        Paragraph text = new Paragraph(getTranslation("team.return.text"));
        text.addClassName("soft");
        bar.setVisible(false);
        progress.setVisible(false);
        progress.getElement().setAttribute("role", "status");
        go = Buttons.once(getTranslation("team.return.start"), this::begin);
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(text, people, dates, bar, progress, note);
        getFooter().add(new Button(getTranslation("staff.back"), click -> close()), go);
        EnterKey.presses(this, go);
        live.follow(this, ReturnList.PROGRESS.of(list.mine()), this::showProgress);
    }

    private void begin() {
        List<UUID> chosen = people.getValue().stream().map(Person::account).toList();
        if (chosen.isEmpty()) {
            note.refused(Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("people", "team.return.error.who")),
                    Map.of("people", people));
            return;
        }
        if (chosen.size() == 1) {
            Outcome<UUID> outcome = start.start(chosen.getFirst(), dates.typed());
            if (outcome.isDone()) {
                close();
                told.accept("team.return.started", people.getValue().iterator().next().name());
            } else {
                note.refused(outcome, dates.fields());
            }
            return;
        }
        Outcome<Void> checked = start.check(chosen.getFirst(), dates.typed());
        if (!checked.isDone()) {
            note.refused(checked, dates.fields());
        } else if (list.startAll(team, chosen, dates.typed())) {
            note.clear();
            showProgress();
        } else {
            note.due("team.return.busy");
        }
    }

    private void showProgress() {
        list.progress().ifPresent(now -> {
            bar.setVisible(!now.isOver());
            bar.setMax(Math.max(1, now.all()));
            bar.setValue(now.done());
            progress.setVisible(true);
            progress.setText(getTranslation(now.isOver() ? "team.return.listDone" : "team.return.listRunning", now.done(), now.all(),
                    now.started(), now.passed(), now.failed()));
            if (now.isOver()) {
                told.accept("team.return.listOver", String.valueOf(now.started()));
            }
        });
    }
}
