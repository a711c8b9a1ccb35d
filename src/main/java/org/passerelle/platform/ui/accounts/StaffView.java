package org.passerelle.platform.ui.accounts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Alphabet;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.people.Contacts;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.DutyGap;
import org.passerelle.platform.people.DutyWords;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.platform.security.accounts.Staff.Workplace;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.UnsavedScreen;

/** A manager sees who works where, gives and takes branches, and opens accounts; an administrator gives and takes duties. */
@Route("staff")
@RolesAllowed("MANAGER")
public class StaffView extends Div implements UnsavedScreen, HasDynamicTitle {

    private final Staff staff;
    private final Contacts contacts;
    private final Duties duties;
    private final DutyWords words;
    private final boolean mayGiveDuties;
    private final List<Workplace> branches;
    private final Section gaps = new Section();
    private final Grid<Staff.Member> members = new Grid<>();
    private final Note note = new Note();
    private final NewMemberForm newMember;

    public StaffView(Staff staff, Contacts contacts, Duties duties, Messages messages) {
        this.staff = staff;
        this.contacts = contacts;
        this.duties = duties;
        this.mayGiveDuties = duties.mayGive();
        this.branches = staff.branches();
        this.words = new DutyWords(messages, branches, duties.teams());
        addClassName("page");
        Div header = new Div(new H1(getTranslation("members.title")));
        header.addClassName("page-header");
        newMember = new NewMemberForm(staff, branches, this::refresh);
        Div columns = new Div(new Div(note, list()), newMember);
        columns.addClassName("staff-page");
        gaps.addClassName("card");
        add(header, gaps, columns);
        showGaps();
    }

    /** For whom nobody holds a duty, for who gives duties. */
    private void showGaps() {
        List<DutyGap> now = mayGiveDuties ? duties.gaps() : List.of();
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        now.forEach(gap -> rows.add(new ListItem(words.of(gap, getLocale()))));
        Paragraph text = new Paragraph(getTranslation("duty.gaps.text"));
        text.addClassName("soft");
        gaps.removeAll();
        gaps.add(new H2(getTranslation("duty.gaps")), text, rows);
        gaps.setVisible(!now.isEmpty());
    }

    private Grid<Staff.Member> list() {
        members.addColumn(new ComponentRenderer<>(this::name)).setHeader(getTranslation("members.member")).setFlexGrow(1);
        members.addColumn(new ComponentRenderer<>(this::workplaces)).setHeader(getTranslation("members.branches"))
                .setFlexGrow(2);
        members.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        members.setSelectionMode(Grid.SelectionMode.NONE);
        // As high as its rows, up to the height of the window.
        members.setAllRowsVisible(true);
        members.setItems(query -> staff.members(query.getOffset(), query.getLimit()).stream());
        return members;
    }

    private Component name(Staff.Member member) {
        Span name = new Span(member.displayName());
        name.addClassName("row-title");
        Span role = new Span(member.username() + " · " + getTranslation("role." + member.role()));
        role.addClassName("row-sub");
        Div cell = new Div(new Div(name), new Div(role));
        member.duties().stream().map(held -> words.of(held, getLocale())).sorted(Alphabet.ORDER).forEach(held -> {
            Span duty = new Span(held);
            duty.addClassName("tag");
            cell.add(new Div(duty));
        });
        if (mayGiveDuties && !member.closed()) {
            cell.add(gesture("duty.open", member, () -> new DutiesDialog(duties, member, words, this::refresh).open()));
        }
        if (staff.mayLookAfter(member)) {
            cell.add(gesture("reach.open", member, () -> openContact(member)),
                    gesture("members.reset", member, () -> confirmReset(member)),
                    member.closed() ? gesture("members.reopen", member,
                            () -> settle(staff.reopen(member.account()), "members.reopened", member))
                            : gesture("members.close", member, () -> confirmClose(member)));
        }
        if (member.closed()) {
            Span closed = new Span(getTranslation("members.closed"));
            closed.addClassNames("tag", "tag-late");
            cell.add(closed);
        }
        return cell;
    }

    private Button gesture(String key, Staff.Member member, Runnable press) {
        Button button = new Button(getTranslation(key), click -> press.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation(key + "Of", member.displayName()));
        return button;
    }

    private void openContact(Staff.Member member) {
        contacts.of(member.account()).ifPresent(now -> new ContactDialog(contacts, member, now,
                () -> note.done("reach.savedOf", member.displayName())).open());
    }

    private void confirmClose(Staff.Member member) {
        ConfirmDialog sure = confirm("members.close", member, () -> settle(staff.close(member.account()), "members.closedDone", member));
        sure.setConfirmButtonTheme("primary error");
        List<DutyGap> without = mayGiveDuties ? duties.gapsWithout(member.account(), member.duties()) : List.of();
        if (!without.isEmpty()) {
            sure.setText(getTranslation("members.close.text") + " " + getTranslation("duty.takeLast.text", words.of(without, getLocale())));
        }
    }

    private void confirmReset(Staff.Member member) {
        confirm("members.reset", member, () -> reset(member));
    }

    /** Sessions end by it: asked about that member by name first. */
    private ConfirmDialog confirm(String key, Staff.Member member, Runnable gesture) {
        Confirmation dialog = new Confirmation(getTranslation(key + ".title", member.displayName()),
                getTranslation(key + ".text"), getTranslation(key), yes -> gesture.run());
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation(key + ".no"));
        dialog.open();
        return dialog;
    }

    private void settle(Outcome<Void> outcome, String doneKey, Staff.Member member) {
        if (outcome.isDone()) {
            note.done(doneKey, member.displayName());
        } else {
            note.refused(outcome);
        }
        refresh();
    }

    private void reset(Staff.Member member) {
        Outcome<String> password = staff.resetPassword(member.account());
        if (password.isDone()) {
            note.done("members.resetDone", member.displayName(), password.value());
        } else {
            note.refused(password);
            refresh();
        }
    }

    private Component workplaces(Staff.Member member) {
        if (member.role() != Role.AGENT) {
            return new Span(getTranslation("members.everywhere"));
        }
        CheckboxGroup<Workplace> group = new CheckboxGroup<>();
        group.setAriaLabel(getTranslation("members.branchesOf", member.displayName()));
        group.setItems(branches);
        group.setItemLabelGenerator(Workplace::name);
        group.setValue(branches.stream().filter(branch -> member.branches().contains(branch.id()))
                .collect(Collectors.toSet()));
        group.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                change(member, ids(changed.getOldValue()), ids(changed.getValue()));
            }
        });
        return group;
    }

    private void change(Staff.Member member, Set<UUID> before, Set<UUID> after) {
        Set<UUID> given = new HashSet<>(after);
        given.removeAll(before);
        Set<UUID> taken = new HashSet<>(before);
        taken.removeAll(after);
        given.forEach(branch -> told(staff.giveBranch(member.account(), branch), "members.given", member, branch));
        taken.forEach(branch -> told(staff.takeBranch(member.account(), branch), "members.taken", member, branch));
    }

    private void told(Outcome<Void> outcome, String doneKey, Staff.Member member, UUID branch) {
        if (outcome.isDone()) {
            note.done(doneKey, member.displayName(), branches.stream().filter(known -> known.id().equals(branch))
                    .map(Workplace::name).collect(Collectors.joining()));
        } else {
            note.refused(outcome);
            refresh();
        }
    }

    private void refresh() {
        members.getDataProvider().refreshAll();
        showGaps();
    }

    private static Set<UUID> ids(Set<Workplace> chosen) {
        return chosen.stream().map(Workplace::id).collect(Collectors.toSet());
    }

    @Override
    public boolean hasUnsavedChanges() {
        return newMember.hasUnsavedChanges();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("members.title") + " · Passerelle";
    }
}
