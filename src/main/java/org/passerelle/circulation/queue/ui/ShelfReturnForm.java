package org.passerelle.circulation.queue.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.ui.CopyLink;
import org.passerelle.circulation.LoanReturns.PutBack;
import org.passerelle.circulation.queue.service.SetAsideShelf;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.ScanField;
import org.passerelle.platform.ui.cases.TaskFormContext.TakeBack;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.platform.ui.cases.UndoBar;

/** One copy that stands apart and that nobody waits for: scanned back at its shelf, or said to be missing. */
public class ShelfReturnForm extends Div {

    private final SetAsideShelf shelf;
    private final UserTask task;
    private final TaskFormContext context;
    private final ScanField scan = new ScanField(getTranslation("staff.scan"), this::scanned)
            .keepingUnanswered();

    public ShelfReturnForm(SetAsideShelf shelf, UserTask task, TaskFormContext context) {
        this.shelf = shelf;
        this.task = task;
        this.context = context;
        addClassName("pick-form");
        scan.setVisible(context.mayAct());
        CopyInfo copy = shelf.copy(task.process().id());
        OrderedList list = new OrderedList(row(copy));
        list.addClassNames("rows", "card");
        Button missing = new Button(getTranslation("staff.pick.notFound"), click -> confirmNotFound(copy));
        missing.setVisible(context.mayAct());
        Div actions = new Div(missing);
        actions.addClassName("form-actions");
        add(new Paragraph(getTranslation("shelf-return.why")), scan, list, actions);
    }

    private ListItem row(CopyInfo copy) {
        Span title = new Span(copy.titleAndAuthor());
        title.addClassName("row-title");
        Span sub = new Span(new Text((copy.shelfMark() == null ? getTranslation("staff.noShelfMark") : copy.shelfMark())
                + " · "), new CopyLink(copy.barcode(), copy.barcode()));
        sub.addClassName("row-sub");
        ListItem row = new ListItem(title, sub);
        row.addClassName("row");
        return row;
    }

    private void scanned(String code) {
        UndoBar.gone();
        switch (shelf.putBack(task.process().id(), code)) {
            case Outcome.Done<PutBack> done when done.value().isSetAside() ->
                    context.done("shelf-return.setAside", done.value().title());
            case Outcome.Done<PutBack> done -> context.done(new TakeBack("staff.putBack.undo",
                    () -> shelf.notPutBack(task.process().id())), "shelf-return.done", done.value().title());
            case Outcome.Refused<PutBack> no -> scan.bad(getTranslation(no.reason().messageKey(), no.args()));
        }
    }

    private void confirmNotFound(CopyInfo copy) {
        new Confirmation(getTranslation("shelf-return.notFound.title"),
                getTranslation("shelf-return.notFound.text", copy.titleText(), copy.barcode()),
                getTranslation("staff.pick.notFound.yes"), yes -> notFound(copy),
                getTranslation("staff.back"), no -> scan.focus()).open();
    }

    private void notFound(CopyInfo copy) {
        switch (shelf.notFound(copy.id())) {
            case Outcome.Done<CopyInfo> done -> context.done("shelf-return.missing", done.value().titleText());
            case Outcome.Refused<CopyInfo> no -> scan.bad(getTranslation(no.reason().messageKey(), no.args()));
        }
    }
}
