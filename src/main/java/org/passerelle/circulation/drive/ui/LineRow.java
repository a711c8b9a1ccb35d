package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.passerelle.catalogue.ui.CopyLink;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.platform.ui.Tag;

/** One document as somebody walks the shelves: where, what, which copy, and how it stands. */
class LineRow extends ListItem {

    /** @param buttons what can be done about it, or null */
    LineRow(Line line, Div buttons) {
        addClassNames("row", "line-row");
        String mark = line.shelfMark() == null ? getTranslation("staff.noShelfMark") : line.shelfMark();
        Span shelfMark = new Span(line.setAside() ? getTranslation("staff.setAside", mark) : mark);
        shelfMark.addClassName("row-title");
        Span state = new Tag(Lines.tone(line.state()), getTranslation("staff.line." + line.state()));
        Span name = new Span(Lines.name(line));
        name.addClassName("line-name");
        CopyLink barcode = new CopyLink(line.barcode(), line.barcode());
        barcode.addClassNames("row-side", "code");
        add(shelfMark, state, name, barcode);
        if (buttons != null && buttons.getComponentCount() > 0) {
            buttons.addClassNames("actions", "no-print");
            add(buttons);
        }
    }
}
