package org.passerelle.platform.ui.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Alphabet;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.people.DutyGap;
import org.passerelle.platform.people.DutyScope;
import org.passerelle.platform.people.DutyWords;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.security.accounts.Staff.Member;
import org.passerelle.platform.security.accounts.Staff.Workplace;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;

/** An administrator gives a colleague a duty, for the network, a branch or a team, and takes one. */
class DutiesDialog extends Dialog {

    private final Duties duties;
    private final Member member;
    private final DutyWords words;
    private final Set<HeldDuty> held;
    private final Runnable changed;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(getTranslation("duty.none"));
    private final Select<Duty> duty = new Select<>();
    private final Select<DutyScope> scope = new Select<>();
    private final Note note = new Note();

    DutiesDialog(Duties duties, Member member, DutyWords words, Runnable changed) {
        this.duties = duties;
        this.member = member;
        this.words = words;
        this.changed = changed;
        this.held = new TreeSet<>(Comparator.comparing(each -> words.of(each, getLocale()), Alphabet.ORDER));
        held.addAll(member.duties());
        addClassName("form-dialog");
        setCloseOnOutsideClick(false);
        setHeaderTitle(getTranslation("duty.of", member.displayName()));
        duty.setLabel(getTranslation("duty.duty"));
        duty.setItems(Duty.values());
        duty.setItemLabelGenerator(each -> getTranslation(each.messageKey()));
        duty.setValue(Duty.values()[0]);
        scope.setLabel(getTranslation("duty.scope"));
        List<DutyScope> scopes = words.scopes();
        scope.setItems(scopes);
        scope.setItemLabelGenerator(each -> words.scope(each, getLocale()));
        scope.setValue(scopes.getFirst());
        Button give = Buttons.once(getTranslation("duty.give"), this::give);
        give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(duty, scope);
        fields.addClassName("form-grid");
        fields.getChildren().forEach(field -> field.getElement().getClassList().add("wide"));
        Div actions = new Div(give);
        actions.addClassName("form-actions");
        list.addClassName("rows");
        add(new Paragraph(getTranslation("duty.text")), none, list, fields, note, actions);
        getFooter().add(new Button(getTranslation("duty.close"), click -> close()));
        show();
    }

    private void show() {
        list.removeAll();
        held.forEach(each -> list.add(row(each)));
        none.setVisible(held.isEmpty());
    }

    private ListItem row(HeldDuty each) {
        Span what = new Span(words.of(each, getLocale()));
        Button take = Buttons.once(getTranslation("duty.take"), () -> askToTake(each));
        take.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        take.setAriaLabel(getTranslation("duty.takeOf", words.of(each, getLocale())));
        return new ListItem(what, new Span(" "), take);
    }

    private void give() {
        HeldDuty given = new HeldDuty(duty.getValue(), scope.getValue());
        if (settle(duties.give(member.account(), given), "duty.given", given)) {
            held.add(given);
            show();
        }
    }

    /** Where nobody else holds it, what processes ask of it reaches nobody: said before it is done. */
    private void askToTake(HeldDuty taken) {
        List<DutyGap> gaps = duties.gapsWithout(member.account(), Set.of(taken));
        if (gaps.isEmpty()) {
            take(taken);
            return;
        }
        Confirmation sure = new Confirmation(getTranslation("duty.takeLast.title", member.displayName()),
                getTranslation("duty.takeLast.text", words.of(gaps, getLocale())), getTranslation("duty.take"), yes -> take(taken));
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("duty.takeLast.no"));
        sure.setConfirmButtonTheme("primary error");
        sure.open();
    }

    private void take(HeldDuty taken) {
        if (settle(duties.take(member.account(), taken), "duty.taken", taken)) {
            held.remove(taken);
            show();
            duty.focus();
        }
    }

    private boolean settle(Outcome<Void> outcome, String doneKey, HeldDuty which) {
        if (outcome.isDone()) {
            note.done(doneKey, member.displayName(), words.of(which, getLocale()));
        } else {
            note.refused(outcome);
        }
        changed.run();
        return outcome.isDone();
    }
}
