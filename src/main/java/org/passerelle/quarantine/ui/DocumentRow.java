package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.quarantine.domain.Fate;
import org.passerelle.quarantine.domain.ReturnedCopy;

/** One document of a crate: where it belongs, what it is, what became of it. */
class DocumentRow extends ListItem {

    /** @param gestures buttons for it, or null */
    DocumentRow(ReturnedCopy document, Component gestures) {
        addClassName("row");
        CopyLink title = new CopyLink(document.titleText(), document.barcode());
        title.addClassName("row-title");
        add(title);
        if (gestures != null) {
            add(gestures);
        } else if (document.fate() != Fate.IN_CRATE) {
            add(new Tag(document.fate() == Fate.SHELVED ? Tone.DONE : Tone.INFO,
                    getTranslation("fate." + document.fate())));
        }
        Span sub = new Span((document.shelfMark() == null ? getTranslation("staff.noShelfMark") : document.shelfMark())
                + " · " + document.barcode() + (document.note() == null ? "" : " · " + document.note()));
        sub.addClassName("row-sub");
        add(sub);
    }
}
