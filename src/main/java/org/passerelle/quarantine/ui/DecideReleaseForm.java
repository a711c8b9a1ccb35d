package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.quarantine.QuarantineRefusal;
import org.passerelle.quarantine.service.ReleaseDesk;
import org.passerelle.quarantine.service.ReleaseDesk.Granted;
import org.passerelle.quarantine.service.ReleaseDesk.RequestedRelease;
import org.passerelle.quarantine.service.ReleaseDesk.Way;

/** Somebody wants documents out of quarantine early; a second person decides. */
class DecideReleaseForm extends Div {

    private final ReleaseDesk desk;
    private final UserTask task;
    private final TaskFormContext context;
    private final RequestedRelease asked;
    private final Note note = new Note();

    DecideReleaseForm(ReleaseDesk desk, UserTask task, TaskFormContext context) {
        this.desk = desk;
        this.task = task;
        this.context = context;
        this.asked = desk.asked(task.process().id());
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        RouterLink crate = new RouterLink(asked.crateCode(), CrateView.class, asked.crate().value().toString());
        facts.add(term("quarantine.decide.crate"), new DescriptionList.Description(crate));
        fact(facts, "quarantine.decide.what", asked.document() == null
                ? getTranslation("quarantine.decide.whole") : asked.document());
        fact(facts, "quarantine.decide.until", DateTimes.dayAndTime(asked.releaseAt(), asked.zone(), getLocale()));
        fact(facts, "quarantine.decide.by", asked.by() == null ? "?" : asked.by());
        fact(facts, "quarantine.decide.reason", asked.reason());
        Button refuse = new Button(getTranslation("quarantine.decide.refuse"), click -> sure("quarantine.decide.refuse", this::refuse));
        Button approve = new Button(getTranslation("quarantine.decide.approve"), click -> sure("quarantine.decide.approve", this::approve));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        refuse.setEnabled(context.mayAct() && !asked.mine());
        approve.setEnabled(context.mayAct() && !asked.mine());
        Div actions = new Div(refuse, approve);
        actions.addClassName("form-actions");
        add(facts);
        if (asked.untreated()) {
            Paragraph untreated = new Paragraph(getTranslation("quarantine.decide.untreated"));
            untreated.addClassNames("message", "message-late");
            add(untreated);
        }
        add(note, actions);
        if (asked.mine()) {
            note.due("quarantine.asked.mine");
        }
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(term(key), new DescriptionList.Description(value));
    }

    private DescriptionList.Term term(String key) {
        return new DescriptionList.Term(getTranslation(key));
    }

    private void sure(String key, Runnable decided) {
        new Confirmation(getTranslation(key + ".title"), getTranslation(key + ".text"), getTranslation(key), yes -> decided.run(),
                getTranslation("staff.back"), no -> { }).open();
    }

    private void approve() {
        switch (desk.approve(task.ref(), asked.request())) {
            case Outcome.Done<Granted>(Granted granted) when granted.way() == Way.INSPECTION ->
                    context.done("quarantine.decide.approved", asked.crateCode());
            case Outcome.Done<Granted>(Granted granted) -> context.done("quarantine.decide.approved." + granted.way(),
                    asked.document(), asked.crateCode(), granted.branch());
            case Outcome.Refused<Granted> no -> refused(no);
        }
    }

    private void refuse() {
        switch (desk.refuse(task.ref(), asked.request())) {
            case Outcome.Done<Void> done when asked.document() != null ->
                    context.done("quarantine.decide.refused.one", asked.document());
            case Outcome.Done<Void> done -> context.done("quarantine.decide.refused", asked.crateCode());
            case Outcome.Refused<Void> no -> refused(no);
        }
    }

    private void refused(Outcome.Refused<?> no) {
        if (no.reason() == QuarantineRefusal.SAME_PERSON) {
            note.refused(no);
        } else {
            context.refused(no);
        }
    }
}
