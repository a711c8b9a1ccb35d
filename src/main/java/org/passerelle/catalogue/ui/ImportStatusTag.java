package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.html.Span;
import org.passerelle.catalogue.domain.ImportJob.Status;

/** How an import stands, as a word. */
class ImportStatusTag extends Span {

    ImportStatusTag(Status status) {
        setText(getTranslation("catalogue.import.status." + status));
        addClassNames("tag", switch (status) {
            case DONE -> "tag-done";
            case RUNNING, WAITING -> "tag-info";
            case STOPPED -> "tag-due";
            case GIVEN_UP -> "tag-neutral";
        });
    }
}
