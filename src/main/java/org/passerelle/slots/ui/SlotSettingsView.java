package org.passerelle.slots.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.ui.BranchScreen;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.UnsavedScreen;
import org.passerelle.slots.SlotRefusal;
import org.passerelle.slots.service.SlotSettings.BranchChoice;
import org.passerelle.slots.service.SlotSettings;
import org.passerelle.slots.service.SlotSettingsForm;

/** A manager sets when a branch hands over; the coming week shows beside what is typed. */
@Route("slots/:branch?")
@RolesAllowed("MANAGER")
public class SlotSettingsView extends Div implements BeforeEnterObserver, UnsavedScreen, BranchScreen,
        HasDynamicTitle {

    private static final String PARAMETER = "branch";

    private final SlotSettings settings;
    private final List<BranchChoice> branches;
    private final WorkingBranch working;
    private final Paragraph sub = new Paragraph();
    private final Note note = new Note();
    private BranchChoice shown;
    private final Button reload = new Button(getTranslation("slots.reload"), click -> show(shown));
    private final SlotPreview preview = new SlotPreview();
    private final SlotNumbers numbers = new SlotNumbers(this::preview);
    private final WeekEditor week = new WeekEditor(this::preview);
    private final ClosedDays closedDays = new ClosedDays(this::preview);
    private final Div editor = new Div();

    private int version;
    private boolean filling;
    /** Or null while nothing is shown. */
    private SlotSettingsForm asRead;

    public SlotSettingsView(SlotSettings settings, WorkingBranch working) {
        this.settings = settings;
        this.working = working;
        this.branches = settings.branches();
        addClassName("page");
        Div header = new Div(new Div(new H1(getTranslation("slots.title")), sub));
        header.addClassName("page-header");
        sub.addClassName("sub");
        editor.addClassName("slots-page");
        editor.add(form(), preview);
        add(header, editor);
    }

    private Div form() {
        Button save = Buttons.once(getTranslation("slots.save"), this::save);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        reload.setVisible(false);
        Div buttons = new Div(reload, save);
        buttons.addClassName("form-actions");
        Div form = new Div(card("slots.week", week), card("slots.rules", numbers), card("slots.closedDays", closedDays),
                note, buttons);
        EnterKey.presses(form, save);
        return form;
    }

    private Div card(String titleKey, Div content) {
        Div card = new Div(new H2(getTranslation(titleKey)), content);
        card.addClassName("card");
        return card;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> asked = event.getRouteParameters().get(PARAMETER);
        Optional<BranchChoice> chosen = asked.isEmpty()
                ? working.among(branches, BranchChoice::id).or(() -> branches.stream().findFirst())
                : branches.stream().filter(known -> known.id().toString().equals(asked.get())).findFirst();
        editor.setVisible(chosen.isPresent());
        if (chosen.isPresent()) {
            show(chosen.get());
        } else {
            Paragraph none = new Paragraph(getTranslation(branches.isEmpty() ? "slots.noBranch" : "refusal.NOT_FOUND"));
            none.addClassName("empty");
            add(none);
        }
    }

    @Override
    public boolean hasUnsavedChanges() {
        return asRead != null && !asRead.equals(typed());
    }

    @Override
    public Optional<Shown> shownBranch() {
        return Optional.ofNullable(shown).map(here -> new Shown(here.id(), here.name()));
    }

    @Override
    public void workAt(UUID branch) {
        UI.getCurrent().navigate(SlotSettingsView.class, new RouteParameters(new RouteParam(PARAMETER, branch.toString())));
    }

    private void show(BranchChoice chosen) {
        SlotSettingsForm form = settings.form(chosen.id());
        filling = true;
        version = form.version();
        numbers.fill(form);
        week.fill(form.windows());
        closedDays.fill(form.closedDays());
        filling = false;
        shown = chosen;
        sub.setText(chosen.name());
        asRead = typed();
        note.clear();
        reload.setVisible(false);
        preview();
    }

    private SlotSettingsForm typed() {
        return numbers.typed(version, week.typed(), closedDays.typed());
    }

    private void preview() {
        if (!filling && shown != null) {
            preview.show(settings.preview(shown.id(), typed()));
        }
    }

    private void save() {
        Outcome<Void> outcome = settings.save(shown.id(), typed());
        if (outcome.isDone()) {
            show(shown);
            note.done("slots.saved");
            return;
        }
        Map<String, HasValidation> fields = new HashMap<>(numbers.fields());
        fields.putAll(week.fields());
        note.refused(outcome, fields);
        reload.setVisible(outcome.refusal() == SlotRefusal.SETTINGS_CHANGED);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("slots.title") + " · Passerelle";
    }
}
