package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.service.CatalogueImports;

/** What an import refused, in the order of the file, some at a time. */
class RefusalList extends Div {

    private static final int PAGE = 50;

    private final CatalogueImports imports;
    private final UUID job;
    private final UnorderedList rows = new UnorderedList();
    private final Button more = new Button(getTranslation("catalogue.more"), click -> showMore());
    private ImportRefusal last;

    RefusalList(CatalogueImports imports, UUID job) {
        this.imports = imports;
        this.job = job;
        rows.addClassName("rows");
        add(rows, more);
        showMore();
    }

    private void showMore() {
        List<ImportRefusal> next = imports.refusals(job, last, PAGE);
        next.forEach(refusal -> rows.add(row(refusal)));
        if (!next.isEmpty()) {
            last = next.getLast();
        }
        more.setVisible(next.size() == PAGE);
    }

    private ListItem row(ImportRefusal refusal) {
        Span reason = new Span(getTranslation("catalogue.import.reason." + refusal.reason()));
        reason.addClassName("row-title");
        Span where = new Span(getTranslation("catalogue.import.record", refusal.position().number()));
        where.addClassName("row-side");
        Span what = new Span(Stream.of(refusal.identifier(), refusal.barcode(), refusal.detail())
                .filter(Objects::nonNull).collect(Collectors.joining(" · ")));
        what.addClassName("row-sub");
        ListItem row = new ListItem(reason, where, what);
        row.addClassName("row");
        return row;
    }
}
