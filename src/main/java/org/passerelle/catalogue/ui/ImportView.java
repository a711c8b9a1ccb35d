package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.service.CatalogueImports;
import org.passerelle.catalogue.service.ImportPreparations;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.live.LiveUpdates;

/** Where a manager brings a file of records, says how it is to be read, and sees what earlier files became. */
@Route("catalogue/import")
@RolesAllowed("MANAGER")
public class ImportView extends Main implements HasDynamicTitle {

    private static final int PAGE = 20;

    private final CatalogueImports imports;
    private final ImportPreparations preparations;
    private final LiveUpdates live;
    private final Paragraph told = new Paragraph();
    private final Div step = new Div();
    private final UnorderedList past = new UnorderedList();
    private final Div beneath = new Div();

    ImportView(CatalogueImports imports, ImportPreparations preparations, LiveUpdates live) {
        this.imports = imports;
        this.preparations = preparations;
        this.live = live;
        addClassNames("page", "import");
        told.addClassNames("message", "message-late");
        told.getElement().setAttribute("role", "alert");
        told.setVisible(false);
        past.addClassName("rows");
        beneath.addClassName("beneath");
        Section history = new Section(new H2(getTranslation("catalogue.import.past")), past, beneath);
        history.addClassName("card");
        Paragraph sub = new Paragraph(getTranslation("catalogue.import.sub"));
        sub.addClassName("sub");
        Div header = new Div(new Div(new H1(getTranslation("catalogue.import.title")), sub));
        header.addClassName("page-header");
        add(header, told, step, history);
        showStep();
        showPast();
        live.follow(history, CatalogueTopics.IMPORT.any(), this::showPast);
    }

    private void showStep() {
        step.removeAll();
        imports.waiting().ifPresentOrElse(
                job -> step.add(new ImportPreparation(preparations, live, job, this::start, this::forget)),
                () -> step.add(new UploadCard(imports, this::received)));
    }

    private void received(Outcome<?> outcome) {
        if (answered(outcome)) {
            showStep();
        }
    }

    private void start(ImportPreparation preparation) {
        preparation.mapping().ifPresent(mapping -> {
            if (answered(imports.start(preparation.job(), preparation.format(), mapping))) {
                UI.getCurrent().navigate(ImportReportView.class, preparation.job().toString());
            }
        });
    }

    private void forget(ImportPreparation preparation) {
        answered(imports.giveUp(preparation.job()));
        showStep();
    }

    private boolean answered(Outcome<?> outcome) {
        told.setVisible(!outcome.isDone());
        if (outcome instanceof Outcome.Refused<?> refused) {
            told.setText(getTranslation(refused.reason().messageKey(), refused.args()));
        }
        return outcome.isDone();
    }

    private void showPast() {
        past.removeAll();
        showMore();
    }

    private void showMore() {
        List<ImportJob> jobs = imports.past(past.getComponentCount(), PAGE);
        jobs.forEach(job -> past.add(row(job)));
        beneath.removeAll();
        if (past.getComponentCount() == 0) {
            beneath.add(new Paragraph(getTranslation("catalogue.import.past.none")));
        } else if (jobs.size() == PAGE) {
            beneath.add(new Button(getTranslation("catalogue.more"), click -> showMore()));
        }
    }

    private ListItem row(ImportJob job) {
        RouterLink file = new RouterLink(job.fileName(), ImportReportView.class, job.id().toString());
        file.addClassName("row-title");
        Span what = new Span(getTranslation("catalogue.import.line",
                DateTimes.dayAndTime(job.since(), imports.zone(), getLocale()), job.accountName(), job.counts().created(),
                job.counts().updated(), job.counts().unchanged(), job.counts().refused()));
        what.addClassName("row-sub");
        ListItem row = new ListItem(file, new ImportStatusTag(job.status()), what);
        row.addClassName("row");
        return row;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("catalogue.import.title") + " · Passerelle";
    }
}
