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
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.cases.TaskFormContext.TakeBack;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.service.CrateDesk;
import org.passerelle.quarantine.service.CrateDesk.Elsewhere;
import org.passerelle.quarantine.service.CrateDesk.Verdict;
import org.passerelle.quarantine.service.CrateNews;
import org.passerelle.quarantine.service.CratePage;
import org.passerelle.quarantine.service.CratePages;

/**
 * Each document is looked at: it is fit for use unless somebody says what is wrong with it. What is said is kept at once,
 * for whoever looks at the same crate.
 */
class InspectForm extends Div {

    private final CrateDesk desk;
    private final UserTask task;
    private final TaskFormContext context;
    private final CratePages pages;
    private final CrateId id;
    private final OrderedList list = new OrderedList();
    private final Paragraph summary = new Paragraph();
    private Map<Seen, DocumentRow> rows = Map.of();

    /** What a row tells that may change. */
    private record Seen(UUID document, ReturnOutcome verdict, String note, boolean awaited) {
    }

    InspectForm(CratePages pages, CrateDesk desk, LiveUpdates live, UserTask task, TaskFormContext context) {
        this.desk = desk;
        this.task = task;
        this.context = context;
        this.pages = pages;
        this.id = new CrateId(task.process().id());
        addClassName("crate-form");
        list.addClassNames("rows", "card");
        summary.addClassName("soft");
        Button done = new Button(getTranslation("quarantine.inspect.done"), click -> finish());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        done.setEnabled(context.mayAct());
        Div actions = new Div(done);
        actions.addClassName("form-actions");
        add(list, summary, actions);
        show();
        live.follow(this, CrateNews.CRATE_TOPIC.of(id.value()), this::show);
    }

    private void show() {
        CratePage page = pages.crate(id);
        List<ReturnedCopy> inside = page.documents().stream().filter(row -> row.outcome() == ReturnOutcome.IN_CRATE).toList();
        show(page, inside);
        summary.setText(getTranslation("quarantine.inspect.summary", count(inside, null), count(inside, ReturnOutcome.REPAIR),
                count(inside, ReturnOutcome.WITHDRAWN), count(inside, ReturnOutcome.MISSING)));
    }

    /** A document of which nothing new is said stays as it is, with the focus that is on its buttons. */
    private void show(CratePage page, List<ReturnedCopy> inside) {
        Map<Seen, DocumentRow> before = rows;
        rows = new LinkedHashMap<>();
        inside.forEach(document -> {
            boolean awaited = page.isAwaited(document);
            Seen seen = new Seen(document.id(), document.verdict(), document.note(), awaited);
            DocumentRow row = before.get(seen);
            rows.put(seen, row != null ? row : new DocumentRow(document, awaited, gestures(document)));
        });
        before.values().stream().filter(row -> !rows.containsValue(row)).forEach(list::remove);
        int place = 0;
        for (DocumentRow row : rows.values()) {
            if (place >= list.getComponentCount() || list.getComponentAt(place) != row) {
                list.addComponentAtIndex(place, row);
            }
            place++;
        }
    }

    private static long count(List<ReturnedCopy> inside, ReturnOutcome verdict) {
        return inside.stream().filter(row -> row.verdict() == verdict).count();
    }

    private Div gestures(ReturnedCopy document) {
        Div gestures = new Div();
        gestures.addClassName("actions");
        if (document.verdict() != null) {
            gestures.add(CrateWords.outcome(this, document.verdict()));
        }
        if (!context.mayAct()) {
            return gestures;
        }
        if (document.verdict() != null) {
            gestures.add(small("quarantine.inspect.fitAfterAll", document, () -> decide(document, null)));
        } else {
            gestures.add(small("quarantine.inspect.repair", document, () -> ask(document, false)),
                    small("quarantine.inspect.withdraw", document, () -> ask(document, true)),
                    small("quarantine.inspect.missing", document, () -> decide(document, Verdict.MISSING)));
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
        new ReasonDialog(getTranslation(withdrawn ? "quarantine.inspect.withdraw.title" : "quarantine.inspect.repair.title",
                document.titleText()), "quarantine.inspect.note", withdrawn ? "quarantine.inspect.withdraw"
                : "quarantine.inspect.repair", CirculationRefusal.NOTE_MISSING, CrateDesk.LONGEST_NOTE, note -> {
                    Outcome<Void> kept = desk.found(id, document.id(), withdrawn ? Verdict.withdraw(note)
                            : Verdict.repair(note));
                    show();
                    return kept;
                }).keptIn(context, document.id().toString()).open();
    }

    private void decide(ReturnedCopy document, Verdict verdict) {
        if (desk.found(id, document.id(), verdict) instanceof Outcome.Refused<Void> no) {
            context.refused(no);
        }
        show();
    }

    /** What somebody waits for is offered to them at once, and nobody takes that back. */
    private void finish() {
        long awaited = rows.keySet().stream().filter(seen -> seen.awaited() && seen.verdict() == null).count();
        if (awaited == 0) {
            inspected();
        } else {
            new Confirmation(getTranslation("quarantine.inspect.sure.title"), getTranslation("quarantine.inspect.sure.text", awaited),
                    getTranslation("quarantine.inspect.done"), yes -> inspected(), getTranslation("staff.back"), no -> { }).open();
        }
    }

    private void inspected() {
        switch (desk.inspected(task.ref(), id)) {
            case Outcome.Done<List<Elsewhere>> done -> {
                String code = pages.crate(id).crate().code();
                if (!done.value().isEmpty()) {
                    // The form makes way for the next task; this stays until it has been read.
                    new ElsewhereDialog(code, done.value()).open();
                }
                context.done(done.value().stream().allMatch(Elsewhere::travels)
                        ? new TakeBack("quarantine.inspect.undo", () -> desk.notInspected(id)) : null, "quarantine.inspect.told", code);
            }
            case Outcome.Refused<List<Elsewhere>> no -> context.refused(no);
        }
    }
}
