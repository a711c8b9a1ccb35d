package org.passerelle.operations.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.passerelle.platform.policy.PolicyTable.Listing;

/** Whom a changed table would touch: how many, and each of them. The browser is sent the rows that are looked at. */
class ImpactListing extends Div {

    /** A few rows are all shown; many scroll. */
    private static final int ROWS = 8;

    ImpactListing(Listing listing) {
        addClassName("impact-listing");
        String title = getTranslation(listing.titleKey(), listing.total());
        Grid<List<Object>> rows = new Grid<>();
        for (int column = 0; column < listing.columnKeys().size(); column++) {
            int cell = column;
            rows.addColumn(row -> ImpactWords.text(this, row.get(cell))).setHeader(getTranslation(listing.columnKeys().get(cell)))
                    .setAutoWidth(true);
        }
        rows.setItems(listing.rows());
        rows.setAllRowsVisible(listing.rows().size() <= ROWS);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.getElement().setAttribute("aria-label", title);
        add(new H3(title), rows);
        if (listing.rows().size() < listing.total()) {
            add(new Paragraph(getTranslation("policy.listing.first", listing.rows().size(), listing.total())));
        }
    }
}
