package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.service.CatalogueImports;
import org.passerelle.catalogue.ui.ImportProgress.Gesture;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.live.LiveUpdates;

/** One import: how far it is while it runs, what became of its records, and what was refused and why. */
@Route("catalogue/import/report")
@RolesAllowed("MANAGER")
public class ImportReportView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final CatalogueImports imports;
    private final LiveUpdates live;
    private final Messages messages;
    private final Paragraph told = new Paragraph();
    private final ImportProgress progress;
    private final Section refusals = new Section();
    private UUID id;
    private Status shown;
    private String fileName = "";

    ImportReportView(CatalogueImports imports, LiveUpdates live, Messages messages) {
        this.imports = imports;
        this.live = live;
        this.messages = messages;
        this.progress = new ImportProgress(List.of(
                new Gesture("catalogue.import.stop", List.of(Status.RUNNING), null, () -> answer(imports.stop(id))),
                new Gesture("catalogue.import.takeUpAgain", List.of(Status.STOPPED), null,
                        () -> answer(imports.takeUpAgain(id))),
                new Gesture("catalogue.import.giveUp", List.of(Status.RUNNING, Status.STOPPED),
                        "catalogue.import.giveUp.sure", () -> answer(imports.giveUp(id)))));
        addClassNames("page", "import");
        told.addClassNames("message", "message-late");
        told.getElement().setAttribute("role", "alert");
        told.setVisible(false);
        refusals.addClassName("card");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        ImportJob job = Address.id(parameter).flatMap(imports::job).orElseThrow(NotFoundException::new);
        id = job.id();
        fileName = job.fileName();
        Paragraph sub = new Paragraph(getTranslation("catalogue.import.by",
                DateTimes.dayAndTime(job.since(), imports.zone(), getLocale()), job.accountName(),
                getTranslation("catalogue.import.format." + job.format())));
        sub.addClassName("sub");
        Div header = new Div(new Div(new H1(fileName), sub));
        header.addClassName("page-header");
        add(new RouterLink(getTranslation("catalogue.import.back"), ImportView.class), header, told, progress, refusals);
        live.follow(progress, CatalogueTopics.IMPORT.of(id), this::show);
        // Once it is followed: a short import may end while this screen is made.
        progress.addAttachListener(attached -> show());
    }

    private void show() {
        imports.job(id).ifPresent(job -> {
            progress.show(job);
            if (job.status() != shown) {
                shown = job.status();
                showRefusals(job);
            }
        });
    }

    private void answer(Outcome<Void> outcome) {
        told.setVisible(!outcome.isDone());
        if (outcome instanceof Outcome.Refused<Void> refused) {
            told.setText(getTranslation(refused.reason().messageKey(), refused.args()));
        }
        show();
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
        if (job.counts().refused() + job.counts().copiesRefused() + job.counts().unknownMaterial() == 0) {
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
