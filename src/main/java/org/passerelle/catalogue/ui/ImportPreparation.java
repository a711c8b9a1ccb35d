package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.service.ImportPreparations;
import org.passerelle.catalogue.service.ImportPreview;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.live.LiveUpdates;

/**
 * How a file that waits is to be read: format, copy fields, branches; and what its beginning then gives. What was
 * chosen is noted at once, and found again by whoever leaves the screen and comes back.
 */
class ImportPreparation extends Section {

    private final ImportPreparations preparations;
    private final ImportJob job;
    private final Select<MarcFormat> format = new Select<>();
    private final Select<ImportMapping> profile = new Select<>();
    private final CopyFieldsForm fields = new CopyFieldsForm(this::readAgain);
    private final BranchCodesForm branches;
    private final Div beginning = new Div();
    private final Paragraph told = new Paragraph();
    private CopyMappingProfile read;

    ImportPreparation(ImportPreparations preparations, LiveUpdates live, ImportJob job,
                      Consumer<ImportPreparation> start, Consumer<ImportPreparation> forget) {
        this.preparations = preparations;
        this.job = job;
        this.branches = new BranchCodesForm(preparations.branches(), this::note);
        addClassName("card");
        told.addClassName("soft");
        told.getElement().setAttribute("role", "status");
        Button go = Buttons.once(getTranslation("catalogue.import.start"), () -> start.accept(this));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(told, new Button(getTranslation("catalogue.import.forget"), click -> forget.accept(this)),
                new Button(getTranslation("catalogue.import.keepProfile"), click -> keepProfile()), go);
        actions.addClassName("form-actions");
        add(new H2(getTranslation("catalogue.import.prepare", job.fileName())), choices(), beginning, fields, branches,
                actions);
        begin();
        live.follow(this, CatalogueTopics.IMPORT.of(job.id()), this::showCodes);
        // The search may have ended while this screen was made.
        addAttachListener(attached -> showCodes());
    }

    private Div choices() {
        format.setLabel(getTranslation("catalogue.import.format"));
        format.setItems(MarcFormat.values());
        format.setItemLabelGenerator(one -> getTranslation("catalogue.import.format." + one));
        profile.setLabel(getTranslation("catalogue.import.profile"));
        profile.setItems(preparations.mappings());
        profile.setItemLabelGenerator(mapping -> getTranslation("catalogue.import.profile.name",
                mapping.profile().name()));
        Div choices = new Div(format, profile);
        choices.addClassName("form-grid");
        return choices;
    }

    /** With what was chosen before, or else with what the file looks like. */
    private void begin() {
        if (job.format() == null) {
            Optional<MarcFormat> guessed = preparations.guess(job.id());
            format.setHelperText(getTranslation(guessed.isPresent() ? "catalogue.import.format.guessed"
                    : "catalogue.import.format.choose"));
            format.setValue(guessed.orElse(MarcFormat.UNIMARC_UTF8));
            boolean marc21 = format.getValue() == MarcFormat.MARC21_MARC8 || format.getValue() == MarcFormat.MARC21_UTF8;
            select((marc21 ? CopyMappingProfile.EVERGREEN_949 : CopyMappingProfile.UNIMARC_995).name());
            chooseProfile(profile.getValue());
        } else {
            format.setValue(job.format());
            select(job.mapping().profile().name());
            chooseProfile(job.mapping());
            branches.otherwise(job.mapping().defaultBranch());
        }
        format.addValueChangeListener(change -> readAgain());
        profile.addValueChangeListener(change -> chooseProfile(change.getValue()));
    }

    private void select(String name) {
        profile.getListDataView().getItems().filter(mapping -> mapping.profile().name().equals(name)).findFirst()
                .ifPresent(profile::setValue);
    }

    private void chooseProfile(ImportMapping mapping) {
        fields.show(mapping.profile());
        branches.know(mapping);
        readAgain();
    }

    private void readAgain() {
        fields.profile().ifPresent(asked -> {
            read = asked;
            ImportPreview preview = preparations.beginning(job.id(), format.getValue(), asked);
            show(preview);
            branches.forgetAsked();
            showCodes();
            note();
        });
    }

    private void show(ImportPreview preview) {
        boolean formatHolds = preview.isReadable() || preview.isOfNoDocument();
        format.setInvalid(!formatHolds);
        format.setErrorMessage(formatHolds ? null : getTranslation("catalogue.import.format.unknown"));
        beginning.removeAll();
        beginning.add(new H3(getTranslation("catalogue.import.beginning")), new Paragraph(getTranslation(
                "catalogue.import.beginning.counts", preview.read(), preview.refused(), preview.copies())));
        if (preview.isOfDeletionsAlone()) {
            beginning.add(new Paragraph(getTranslation("catalogue.import.beginning.deletions", preview.read())));
        } else if (preview.isOfNoDocument()) {
            beginning.add(new Paragraph(getTranslation("catalogue.import.beginning.noDocument")));
        }
        preview.refusals().forEach((reason, times) -> beginning.add(new Paragraph(getTranslation(
                "catalogue.import.reason.times", getTranslation("catalogue.import.reason." + reason), times))));
        UnorderedList titles = new UnorderedList();
        preview.titles().forEach(title -> titles.add(new ListItem(title)));
        beginning.add(titles);
    }

    private void showCodes() {
        if (read != null) {
            branches.show(preparations.branchCodes(job.id(), format.getValue(), read));
        }
    }

    private void note() {
        mapping().ifPresent(mapping -> preparations.note(job.id(), format.getValue(), mapping));
    }

    private void keepProfile() {
        mapping().ifPresent(mapping -> {
            preparations.keep(mapping);
            told.setText(getTranslation("catalogue.import.profile.kept", mapping.profile().name()));
        });
    }

    UUID job() {
        return job.id();
    }

    MarcFormat format() {
        return format.getValue();
    }

    /** Empty when a field is wrong, which is then said at that field. */
    Optional<ImportMapping> mapping() {
        return fields.profile().map(asked -> new ImportMapping(asked, branches.codes(), branches.defaultBranch()));
    }
}
