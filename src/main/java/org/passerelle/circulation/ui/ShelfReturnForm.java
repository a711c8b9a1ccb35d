package org.passerelle.circulation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.circulation.LoanReturns.PutBack;
import org.passerelle.circulation.service.SetAsideShelf;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.ScanField;
import org.passerelle.platform.ui.TaskFormContext;

/** One copy that was set aside for somebody who no longer wants it: scanned back at its shelf. */
class ShelfReturnForm extends Div {

    private final SetAsideShelf shelf;
    private final UserTask task;
    private final TaskFormContext context;
    private final ScanField scan = new ScanField(getTranslation("staff.scan"), this::scanned);

    ShelfReturnForm(SetAsideShelf shelf, UserTask task, TaskFormContext context) {
        this.shelf = shelf;
        this.task = task;
        this.context = context;
        addClassName("pick-form");
        scan.setVisible(context.mayAct());
        OrderedList list = new OrderedList(row(shelf.copy(task.process().id())));
        list.addClassNames("rows", "card");
        add(new Paragraph(getTranslation("shelf-return.why")), scan, list);
    }

    private ListItem row(CopyInfo copy) {
        Span title = new Span(Lines.name(copy.titleText(), copy.author()));
        title.addClassName("row-title");
        Span sub = new Span((copy.shelfMark() == null ? getTranslation("staff.noShelfMark") : copy.shelfMark()) + " · "
                + copy.barcode());
        sub.addClassName("row-sub");
        ListItem row = new ListItem(title, sub);
        row.addClassName("row");
        return row;
    }

    private void scanned(String code) {
        switch (shelf.putBack(task.process().id(), code)) {
            case Outcome.Done<PutBack> done -> context.done(done.value().isSetAside() ? "shelf-return.setAside"
                    : "shelf-return.done", done.value().title());
            case Outcome.Refused<PutBack> no -> scan.bad(getTranslation(no.reason().messageKey(), no.args()));
        }
    }
}
