package org.passerelle.team.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.platform.security.accounts.Staff.Workplace;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.team.members.domain.WorkingWeek;
import org.passerelle.team.members.service.AgentForm;
import org.passerelle.team.members.service.Posts;
import org.passerelle.team.members.service.Posts.Post;
import org.passerelle.team.members.service.TeamMembers;
import org.passerelle.team.members.service.TeamMembers.Details;
import org.passerelle.team.members.service.TeamMembers.Other;
import org.passerelle.team.members.service.Teams.Someone;

/** How somebody of a team works: where, as what, when. Somebody new is chosen among the staff without a team. */
class AgentDialog extends Dialog {

    /** What a dialog about an agent asks. */
    record Services(TeamMembers members, Posts posts, Staff staff) {
    }

    private final Services services;
    private final UUID team;
    private final Details known;
    private final BiConsumer<String, String> told;
    private final ComboBox<Someone> person = new ComboBox<>(getTranslation("team.agent.person"));
    private final Select<Workplace> branch = new Select<>();
    private final Select<Post> post = new Select<>();
    private final IntegerField share = new IntegerField(getTranslation("team.agent.share"));
    private final WeekFields week;
    private final Note note = new Note();

    /**
     * @param known null for somebody new
     * @param told  a message key, and the person's name
     */
    AgentDialog(Services services, UUID team, Details known, BiConsumer<String, String> told) {
        this.services = services;
        this.team = team;
        this.known = known;
        this.told = told;
        AgentForm form = known == null ? new AgentForm(null, null, 100, WorkingWeek.usual()) : known.form();
        week = new WeekFields(form.week());
        setHeaderTitle(known == null ? getTranslation("team.agent.new") : known.name());
        setCloseOnOutsideClick(false);
        addClassName("form-dialog");
        person.setItems(query -> services.members().withoutTeam(team, query.getFilter().orElse("")).stream()
                .skip(query.getOffset()).limit(query.getLimit()));
        person.setItemLabelGenerator(Someone::name);
        person.setHelperText(getTranslation("team.agent.person.help"));
        person.setVisible(known == null);
        person.addClassName("wide");
        List<Workplace> branches = services.staff().branches();
        branch.setLabel(getTranslation("team.agent.branch"));
        branch.setItems(branches);
        branch.setItemLabelGenerator(Workplace::name);
        branches.stream().filter(one -> one.id().equals(form.branch())).findFirst().ifPresent(branch::setValue);
        List<Post> all = services.posts().all().stream().filter(one -> !one.retired() || one.id().equals(form.post())).toList();
        post.setLabel(getTranslation("team.agent.post"));
        post.setEmptySelectionAllowed(true);
        post.setEmptySelectionCaption(getTranslation("team.agent.post.none"));
        post.setItems(all);
        post.setItemLabelGenerator(one -> one == null ? getTranslation("team.agent.post.none") : one.name());
        all.stream().filter(one -> one.id().equals(form.post())).findFirst().ifPresent(post::setValue);
        share.setValue(form.share());
        share.setMin(AgentForm.LEAST_SHARE);
        share.setMax(100);
        share.setManualValidation(true);
        Div fields = new Div(person, branch, post, share);
        fields.addClassName("form-grid");
        add(fields, week, note);
        if (known != null) {
            add(leaving());
        }
        Button save = Buttons.once(getTranslation(known == null ? "team.agent.place" : "team.save"), this::save);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("staff.back"), click -> close()), save);
        EnterKey.presses(this, save);
    }

    private Div leaving() {
        Select<Other> other = new Select<>();
        other.setLabel(getTranslation("team.agent.moveTo"));
        other.setItems(services.members().otherTeams(team));
        other.setItemLabelGenerator(Other::name);
        Button move = new Button(getTranslation("team.agent.move"), click -> {
            if (other.getValue() != null) {
                confirm("team.agent.move", other.getValue().name(), () -> services.members().moveTo(known.account(), other.getValue().team()),
                        "team.agent.moved");
            }
        });
        Button remove = new Button(getTranslation("team.agent.remove"), click -> confirm("team.agent.remove", "",
                () -> services.members().remove(known.account()), "team.agent.removed"));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        Div leaving = new Div(other, move, remove);
        leaving.addClassName("field-line");
        return leaving;
    }

    private void confirm(String key, String where, Supplier<Outcome<Void>> gesture, String doneKey) {
        Confirmation sure = new Confirmation(getTranslation(key + ".title", known.name(), where), getTranslation(key + ".text"),
                getTranslation(key), yes -> settle(gesture.get(), doneKey));
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("staff.back"));
        sure.open();
    }

    private void save() {
        if (known == null && person.getValue() == null) {
            note.refused(Outcome.refused(CommonRefusal.FIELDS_WRONG,
                    new FieldError("person", "team.agent.error.person")), Map.of("person", person));
            return;
        }
        AgentForm form = new AgentForm(branch.getValue() == null ? null : branch.getValue().id(),
                post.getValue() == null ? null : post.getValue().id(), share.getValue(), week.typed());
        settle(known == null ? services.members().place(person.getValue().account(), team, form)
                : services.members().change(known.account(), known.version(), form), known == null ? "team.agent.placed" : "team.agent.saved");
    }

    private void settle(Outcome<Void> outcome, String doneKey) {
        if (outcome.isDone()) {
            close();
            told.accept(doneKey, known == null ? person.getValue().name() : known.name());
        } else {
            Map<String, HasValidation> fields = new HashMap<>(week.fields());
            fields.putAll(Map.of("branch", branch, "share", share, "person", person));
            note.refused(outcome, fields);
        }
    }
}
