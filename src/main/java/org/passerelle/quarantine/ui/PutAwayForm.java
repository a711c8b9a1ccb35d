package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import java.util.EnumSet;
import java.util.Set;
import org.passerelle.circulation.LoanReturns.PutBack;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.ScanField;
import org.passerelle.platform.ui.cases.TaskFormContext.TakeBack;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.platform.ui.cases.UndoBar;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.service.CratePage;
import org.passerelle.quarantine.service.CratePages;
import org.passerelle.quarantine.service.PutAwayDesk;

/** The documents of a crate along the shelves: scanned as they are put away, or ticked off all at once. */
class PutAwayForm extends Div {

    private static final Set<ReturnOutcome> SHOWN = EnumSet.of(ReturnOutcome.TO_SHELF, ReturnOutcome.SHELVED, ReturnOutcome.MISSING);

    private final CratePages pages;
    private final PutAwayDesk desk;
    private final TaskFormContext context;
    private final CrateId id;
    private final ScanField scan = new ScanField(getTranslation("staff.scan"), this::scanned)
            .keepingUnanswered();
    private final OrderedList list = new OrderedList();

    PutAwayForm(CratePages pages, PutAwayDesk desk, UserTask task, TaskFormContext context) {
        this.pages = pages;
        this.desk = desk;
        this.context = context;
        this.id = new CrateId(task.process().id());
        scan.setVisible(context.mayAct());
        addClassName("crate-form");
        list.addClassNames("rows", "card");
        Button all = new Button(getTranslation("quarantine.putAway.all"), click -> confirmAll());
        all.setEnabled(context.mayAct());
        Div actions = new Div(CrateSheet.printButton(getTranslation("staff.print.list")), all);
        actions.addClassName("form-actions");
        add(scan, new CrateSheet(pages.crate(id), list), actions);
        show();
    }

    private void show() {
        CratePage page = pages.crate(id);
        list.removeAll();
        page.documents().stream().filter(document -> SHOWN.contains(document.outcome()))
                .forEach(document -> list.add(new DocumentRow(document, page.isAwaited(document), gestures(document))));
    }

    /** @return null where nothing is left to do about it */
    private Div gestures(ReturnedCopy document) {
        if (!context.mayAct() || document.outcome() != ReturnOutcome.TO_SHELF) {
            return null;
        }
        Button missing = new Button(getTranslation("staff.pick.notFound"), click -> confirmNotFound(document));
        missing.addThemeVariants(ButtonVariant.LUMO_SMALL);
        missing.setAriaLabel(getTranslation("staff.actionOn", missing.getText(), document.titleText()));
        Div gestures = new Div(CrateWords.outcome(this, document.outcome()), missing);
        gestures.addClassNames("actions", "no-print");
        return gestures;
    }

    private void confirmNotFound(ReturnedCopy document) {
        new Confirmation(getTranslation("quarantine.putAway.notFound.title"),
                getTranslation("shelf-return.notFound.text", document.titleText(), document.barcode()),
                getTranslation("staff.pick.notFound.yes"), yes -> notFound(document),
                getTranslation("staff.back"), no -> scan.focus()).open();
    }

    private void notFound(ReturnedCopy document) {
        switch (desk.notFound(id, document.id())) {
            case Outcome.Done<Integer> done when done.value() == 0 ->
                    context.done("quarantine.putAway.missing", document.titleText());
            case Outcome.Done<Integer> done -> {
                scan.good(getTranslation("quarantine.putAway.missing", document.titleText()));
                show();
                context.changed();
            }
            case Outcome.Refused<Integer> no -> scan.bad(getTranslation(no.reason().messageKey(), no.args()));
        }
    }

    private void notPutAway(PutBack away, String code) {
        switch (desk.notPutAway(id, code)) {
            case Outcome.Done<TaskRef> done -> {
                scan.good(getTranslation("staff.putBack.undone", away.title()));
                show();
                context.changed();
            }
            case Outcome.Refused<TaskRef> no -> scan.bad(getTranslation(no.reason().messageKey(), no.args()));
        }
    }

    private void scanned(String code) {
        UndoBar.gone();
        switch (desk.putAway(id, code)) {
            case Outcome.Done<PutBack> done when done.value().left() == 0 && done.value().isSetAside() ->
                    context.done("quarantine.putAway.lastSetAside", done.value().title());
            case Outcome.Done<PutBack> done when done.value().left() == 0 ->
                    context.done(new TakeBack("staff.putBack.undo", () -> desk.notPutAway(id, code)), "quarantine.putAway.last",
                            done.value().title());
            case Outcome.Done<PutBack> done -> {
                scan.good(getTranslation(done.value().isSetAside() ? "quarantine.putAway.setAside"
                        : "quarantine.putAway.took", done.value().title(), done.value().left()));
                show();
                context.changed();
                if (!done.value().isSetAside()) {
                    UndoBar.offer(getTranslation("staff.putBack.shelved", done.value().title()),
                            getTranslation("staff.putBack.undo"), () -> notPutAway(done.value(), code));
                }
            }
            case Outcome.Refused<PutBack> no -> scan.bad(getTranslation(no.reason().messageKey(), no.args()));
        }
    }

    private void confirmAll() {
        new Confirmation(getTranslation("quarantine.putAway.all.title"), getTranslation("quarantine.putAway.all.text"),
                getTranslation("quarantine.putAway.all"), yes -> all(), getTranslation("staff.back"),
                no -> scan.focus()).open();
    }

    private void all() {
        UndoBar.gone();
        switch (desk.allPutAway(id)) {
            case Outcome.Done<Void> done -> context.done("quarantine.putAway.told");
            case Outcome.Refused<Void> no -> context.refused(no);
        }
    }
}
