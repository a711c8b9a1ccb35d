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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.service.CatalogueImports;
import org.passerelle.catalogue.service.ImportPreview;

/** How a file that waits is to be read: format, copy fields, branches; and what its beginning then gives. */
class ImportPreparation extends Section {

    private final CatalogueImports imports;
    private final ImportJob job;
    private final Select<MarcFormat> format = new Select<>();
    private final Select<ImportMapping> profile = new Select<>();
    private final CopyFieldsForm fields = new CopyFieldsForm(this::preview);
    private final BranchCodesForm branches;
    private final Div beginning = new Div();
    private final Paragraph told = new Paragraph();

    ImportPreparation(CatalogueImports imports, ImportJob job, Consumer<ImportPreparation> start,
                      Consumer<ImportPreparation> forget) {
        this.imports = imports;
        this.job = job;
        this.branches = new BranchCodesForm(imports.branches());
        addClassName("card");
        told.addClassNames("soft");
        told.getElement().setAttribute("role", "status");
        Button go = new Button(getTranslation("catalogue.import.start"), click -> start.accept(this));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(told, new Button(getTranslation("catalogue.import.forget"), click -> forget.accept(this)),
                new Button(getTranslation("catalogue.import.keepProfile"), click -> keepProfile()), go);
        actions.addClassName("form-actions");
        add(new H2(getTranslation("catalogue.import.prepare", job.fileName())), choices(), beginning, fields, branches,
                actions);
        chooseFormat(imports.guess(job.id()).orElse(null));
    }

    private Div choices() {
        format.setLabel(getTranslation("catalogue.import.format"));
        format.setItems(MarcFormat.values());
        format.setItemLabelGenerator(one -> getTranslation("catalogue.import.format." + one));
        format.addValueChangeListener(change -> preview());
        profile.setLabel(getTranslation("catalogue.import.profile"));
        profile.setItems(imports.mappings());
        profile.setItemLabelGenerator(mapping -> getTranslation("catalogue.import.profile.name",
                mapping.profile().name()));
        profile.addValueChangeListener(change -> chooseProfile(change.getValue()));
        Div choices = new Div(format, profile);
        choices.addClassName("form-grid");
        return choices;
    }

    private void chooseFormat(MarcFormat guessed) {
        boolean marc21 = guessed == MarcFormat.MARC21_MARC8 || guessed == MarcFormat.MARC21_UTF8;
        String name = (marc21 ? CopyMappingProfile.EVERGREEN_949 : CopyMappingProfile.UNIMARC_995).name();
        profile.setValue(imports.mappings().stream().filter(mapping -> mapping.profile().name().equals(name))
                .findFirst().orElseThrow());
        format.setHelperText(getTranslation(guessed == null ? "catalogue.import.format.unknown"
                : "catalogue.import.format.guessed"));
        format.setValue(guessed == null ? MarcFormat.UNIMARC_UTF8 : guessed);
    }

    private void chooseProfile(ImportMapping mapping) {
        if (mapping != null) {
            fields.show(mapping.profile());
            branches.know(mapping);
            preview();
        }
    }

    private void preview() {
        if (format.getValue() != null) {
            fields.profile().ifPresent(this::preview);
        }
    }

    private void preview(CopyMappingProfile asked) {
        ImportPreview preview = imports.preview(job.id(), format.getValue(), asked);
        beginning.removeAll();
        beginning.add(new H3(getTranslation("catalogue.import.beginning")), new Paragraph(getTranslation(
                "catalogue.import.beginning.counts", preview.read(), preview.refused(), preview.copies())));
        UnorderedList titles = new UnorderedList();
        preview.titles().forEach(title -> titles.add(new ListItem(title)));
        beginning.add(titles);
        branches.ask(preview.branchCodes());
    }

    private void keepProfile() {
        mapping().ifPresent(mapping -> {
            imports.keep(mapping);
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
        Map<String, UUID> codes = branches.codes();
        return fields.profile().map(asked -> new ImportMapping(asked, codes, branches.defaultBranch()));
    }
}
