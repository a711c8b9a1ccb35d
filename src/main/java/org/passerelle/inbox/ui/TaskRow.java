package org.passerelle.inbox.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.inbox.domain.InboxTask;

/** One task in the list: what, for whom, and what makes it urgent. */
class TaskRow extends RouterLink {

    /**
     * @param list        what of the address says which list it stands in
     * @param namesBranch whether its branch is not what the list is of
     */
    TaskRow(InboxTask task, QueryParameters list, boolean selected, boolean namesBranch, Instant now) {
        addClassName("row");
        setRoute(InboxView.class, InboxAddress.of(task.ref()));
        setQueryParameters(list);
        getElement().setAttribute("data-task", task.ref().value());
        if (selected) {
            getElement().setAttribute("aria-current", "true");
        }
        Span title = new Span(getTranslation(task.kind().messageKey()));
        title.addClassName("row-title");
        add(title);
        if (task.due() != null || task.waiting() != null) {
            add(new DueTag(task, now, getLocale()));
        }
        Span about = new Span(String.join(" · ", about(task, namesBranch)));
        about.addClassName("row-sub");
        add(about);
    }

    private List<String> about(InboxTask task, boolean namesBranch) {
        List<String> parts = new ArrayList<>();
        if (task.subjectKey() != null) {
            parts.add(getTranslation(task.subjectKey(), task.subjectArgs().toArray()));
        }
        if (namesBranch && task.branchName() != null) {
            parts.add(task.branchName());
        }
        if (task.assigneeName() != null) {
            parts.add(task.assigneeName());
        }
        return parts;
    }
}
