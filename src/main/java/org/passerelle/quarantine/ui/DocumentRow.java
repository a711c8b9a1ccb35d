package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.passerelle.catalogue.ui.CopyLink;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.ReturnedCopy;

/** One document of a crate: where it belongs, what it is, what became of it. */
class DocumentRow extends ListItem {

    /**
     * @param awaited  whether somebody waits for it here
     * @param gestures buttons for it, or null
     */
    DocumentRow(ReturnedCopy document, boolean awaited, Component gestures) {
        addClassName("row");
        CopyLink title = new CopyLink(document.titleText(), document.barcode());
        title.addClassName("row-title");
        add(title);
        Div side = new Div();
        side.addClassName("actions");
        if (awaited && (document.outcome() == ReturnOutcome.IN_CRATE || document.outcome() == ReturnOutcome.TO_SHELF)) {
            side.add(new Tag(Tone.DUE, getTranslation("quarantine.awaited")));
        }
        if (gestures != null) {
            side.add(gestures);
        } else if (document.outcome() != ReturnOutcome.IN_CRATE) {
            side.add(CrateWords.outcome(this, document.outcome()));
        }
        if (side.getComponentCount() > 0) {
            add(side);
        }
        Span sub = new Span((document.shelfMark() == null ? getTranslation("staff.noShelfMark") : document.shelfMark())
                + " · " + document.barcode() + (document.note() == null ? "" : " · " + document.note()));
        sub.addClassName("row-sub");
        add(sub);
    }
}
