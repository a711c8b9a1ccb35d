package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.TaskFormContext;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Fate;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.service.CrateDesk;
import org.passerelle.quarantine.service.CrateDesk.Elsewhere;
import org.passerelle.quarantine.service.CrateDesk.Verdict;
import org.passerelle.quarantine.service.CratePages;
import org.passerelle.quarantine.service.CratePage;

/** Each document is looked at: it is fit for use unless somebody says what is wrong with it. */
class InspectForm extends Div {

    private final CrateDesk desk;
    private final UserTask task;
    private final TaskFormContext context;
    private final CratePage page;
    private final List<ReturnedCopy> inside;
    private final Map<UUID, Verdict> verdicts = new LinkedHashMap<>();
    private final OrderedList list = new OrderedList();
    private final Paragraph summary = new Paragraph();

    InspectForm(CratePages pages, CrateDesk desk, UserTask task, TaskFormContext context) {
        this.desk = desk;
        this.task = task;
        this.context = context;
        this.page = pages.crate(new CrateId(task.process().id()));
        this.inside = page.documents().stream().filter(row -> row.fate() == Fate.IN_CRATE).toList();
        addClassName("crate-form");
        list.addClassNames("rows", "card");
        summary.addClassName("soft");
        Button done = new Button(getTranslation("quarantine.inspect.done"), click -> inspected());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        done.setEnabled(context.mayAct());
        Div actions = new Div(done);
        actions.addClassName("form-actions");
        add(list, summary, actions);
        show();
    }

    private void show() {
        list.removeAll();
        inside.forEach(document -> list.add(new DocumentRow(document, page.isAwaited(document), gestures(document),
                verdicts.containsKey(document.id()) ? verdicts.get(document.id()).note() : null)));
        long withdrawn = verdicts.values().stream().filter(Verdict::withdrawn).count();
        summary.setText(getTranslation("quarantine.inspect.summary", inside.size() - verdicts.size(),
                verdicts.size() - withdrawn, withdrawn));
    }

    private Div gestures(ReturnedCopy document) {
        Div gestures = new Div();
        gestures.addClassName("actions");
        if (!context.mayAct()) {
            return gestures;
        }
        Verdict verdict = verdicts.get(document.id());
        if (verdict != null) {
            gestures.add(CrateWords.fate(this, verdict.withdrawn() ? Fate.WITHDRAWN : Fate.REPAIR),
                    small("quarantine.inspect.fitAfterAll", document, () -> decide(document, null)));
        } else {
            gestures.add(small("quarantine.inspect.repair", document, () -> ask(document, false)),
                    small("quarantine.inspect.withdraw", document, () -> ask(document, true)));
        }
        return gestures;
    }

    private Button small(String key, ReturnedCopy document, Runnable press) {
        Button button = new Button(getTranslation(key), click -> press.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation(key) + ", " + document.titleText());
        return button;
    }

    private void ask(ReturnedCopy document, boolean withdrawn) {
        new WordsDialog(getTranslation(withdrawn ? "quarantine.inspect.withdraw.title" : "quarantine.inspect.repair.title",
                document.titleText()), "quarantine.inspect.note", withdrawn ? "quarantine.inspect.withdraw"
                : "quarantine.inspect.repair", CirculationRefusal.NOTE_MISSING, CrateDesk.LONGEST_NOTE, note -> {
                    decide(document, new Verdict(withdrawn, note));
                    return Outcome.done();
                }).open();
    }

    private void decide(ReturnedCopy document, Verdict verdict) {
        if (verdict == null) {
            verdicts.remove(document.id());
        } else {
            verdicts.put(document.id(), verdict);
        }
        show();
    }

    private void inspected() {
        switch (desk.inspected(task.ref(), page.crate().id(), verdicts)) {
            case Outcome.Done<List<Elsewhere>> done -> {
                if (!done.value().isEmpty()) {
                    // The form makes way for the next task; this stays until it has been read.
                    new ElsewhereDialog(page.crate().code(), done.value()).open();
                }
                context.done("quarantine.inspect.told", page.crate().code());
            }
            case Outcome.Refused<List<Elsewhere>> no -> context.refused(no);
        }
    }
}
