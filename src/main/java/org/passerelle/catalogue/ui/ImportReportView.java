package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.service.CatalogueImports;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.i18n.Moments;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.platform.ui.live.Topic;

/** One import: how far it is while it runs, what became of its records, and what was refused and why. */
@Route("catalogue/import/report")
@RolesAllowed("MANAGER")
public class ImportReportView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final CatalogueImports imports;
    private final LiveUpdates live;
    private final Messages messages;
    private final Paragraph told = new Paragraph();
    private final Section progress = new Section();
    private final Section refusals = new Section();
    private UUID id;
    private String fileName = "";

    ImportReportView(CatalogueImports imports, LiveUpdates live, Messages messages) {
        this.imports = imports;
        this.live = live;
        this.messages = messages;
        addClassNames("page", "import");
        told.addClassNames("message", "message-late");
        told.getElement().setAttribute("role", "alert");
        told.setVisible(false);
        progress.addClassName("card");
        refusals.addClassName("card");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        ImportJob job = Address.id(parameter).flatMap(imports::job).orElseThrow(NotFoundException::new);
        id = job.id();
        fileName = job.fileName();
        Paragraph sub = new Paragraph(getTranslation("catalogue.import.by",
                Moments.dayAndTime(job.since(), imports.zone(), getLocale()), job.accountName(),
                getTranslation("catalogue.import.format." + job.format())));
        sub.addClassName("sub");
        Div header = new Div(new Div(new H1(fileName), sub));
        header.addClassName("page-header");
        add(new RouterLink(getTranslation("catalogue.import.back"), ImportView.class), header, told, progress, refusals);
        show(job);
        live.follow(progress, new Topic("catalogue-import", id), () -> imports.job(id).ifPresent(this::show));
    }

    private void show(ImportJob job) {
        progress.removeAll();
        progress.add(new ImportStatusTag(job.status()));
        if (job.status() == Status.RUNNING) {
            progress.add(bar(job), new Paragraph(getTranslation("catalogue.import.leave")));
        }
        progress.add(counts(job), gestures(job));
        showRefusals(job);
    }

    private ProgressBar bar(ImportJob job) {
        ProgressBar bar = new ProgressBar();
        bar.getElement().setAttribute("aria-label", getTranslation("catalogue.import.progress"));
        if (job.format() == MarcFormat.MARCXML) {
            bar.setIndeterminate(true);
        } else {
            bar.setValue(Math.clamp((double) job.next().offset() / job.fileBytes(), 0, 1));
        }
        return bar;
    }

    private DescriptionList counts(ImportJob job) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "read", job.read());
        fact(facts, "created", job.counts().created());
        fact(facts, "updated", job.counts().updated());
        fact(facts, "unchanged", job.counts().unchanged());
        fact(facts, "refused", job.counts().refused());
        fact(facts, "copiesCreated", job.counts().copiesCreated());
        fact(facts, "copiesUpdated", job.counts().copiesUpdated());
        fact(facts, "copiesRefused", job.counts().copiesRefused());
        fact(facts, "copiesUnnamed", job.counts().copiesUnnamed());
        fact(facts, "unknownMaterial", job.counts().unknownMaterial());
        return facts;
    }

    private void fact(DescriptionList facts, String key, long number) {
        facts.add(new DescriptionList.Term(getTranslation("catalogue.import.count." + key)),
                new DescriptionList.Description(getTranslation("catalogue.import.number", number)));
    }

    private Div gestures(ImportJob job) {
        Div gestures = new Div();
        gestures.addClassName("form-actions");
        if (job.status() == Status.STOPPED) {
            gestures.add(new Button(getTranslation("catalogue.import.takeUpAgain"),
                    click -> answer(imports.takeUpAgain(id))));
        }
        if (job.status() == Status.STOPPED || job.status() == Status.RUNNING) {
            gestures.add(new Button(getTranslation("catalogue.import.giveUp"), click -> answer(imports.giveUp(id))));
        }
        return gestures;
    }

    private void answer(Outcome<Void> outcome) {
        told.setVisible(!outcome.isDone());
        if (outcome instanceof Outcome.Refused<Void> refused) {
            told.setText(getTranslation(refused.reason().messageKey(), refused.args()));
        }
        imports.job(id).ifPresent(this::show);
    }

    private void showRefusals(ImportJob job) {
        refusals.removeAll();
        refusals.setVisible(job.status() != Status.RUNNING);
        if (job.status() == Status.RUNNING) {
            return;
        }
        Div header = new Div(new H2(getTranslation("catalogue.import.refusals")));
        header.addClassName("card-header");
        refusals.add(header);
        if (job.counts().refused() + job.counts().copiesRefused() == 0) {
            refusals.add(new Paragraph(getTranslation("catalogue.import.refusals.none")));
            return;
        }
        Anchor export = new Anchor(new RefusalsFile(imports, messages, job, getLocale()),
                getTranslation("catalogue.import.export"));
        export.setRouterIgnore(true);
        header.add(export);
        imports.reasons(id).forEach((reason, times) -> refusals.add(new Paragraph(getTranslation(
                "catalogue.import.reason.times", getTranslation("catalogue.import.reason." + reason), times))));
        refusals.add(new RefusalList(imports, id));
    }

    @Override
    public String getPageTitle() {
        return fileName + " · Passerelle";
    }
}
