package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.Refusal;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.cases.TaskFormContext.TakeBack;
import org.passerelle.platform.ui.cases.TaskFormContext;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRefusal;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.Method;
import org.passerelle.quarantine.service.CrateDesk;
import org.passerelle.quarantine.service.CratePages;

/** How a crate's documents were treated: only the methods that the rule allows can be chosen. */
class TreatForm extends Div {

    private final CrateDesk desk;
    private final UserTask task;
    private final TaskFormContext context;
    private final Crate crate;
    private final RadioButtonGroup<Method> method = new RadioButtonGroup<>(getTranslation("quarantine.treat.method"));
    private final TextField product = new TextField(getTranslation("quarantine.treat.product"));
    private final IntegerField minutes = new IntegerField(getTranslation("quarantine.treat.minutes"));

    TreatForm(CratePages pages, CrateDesk desk, UserTask task, TaskFormContext context) {
        this.desk = desk;
        this.task = task;
        this.context = context;
        this.crate = pages.crate(new CrateId(task.process().id())).crate();
        Paragraph rule = new Paragraph(getTranslation("quarantine.treat.rule",
                getTranslation("material." + crate.material()), crate.rule().contactMinutes()));
        rule.addClassName("soft");
        method.setItems(crate.rule().methods());
        method.setItemLabelGenerator(each -> getTranslation("method." + each));
        method.setManualValidation(true);
        method.setReadOnly(!context.mayAct());
        method.addValueChangeListener(chosen -> product.setRequiredIndicatorVisible(
                chosen.getValue() != null && chosen.getValue().needsProduct()));
        product.setMaxLength(CrateDesk.LONGEST_PRODUCT);
        product.setManualValidation(true);
        product.setReadOnly(!context.mayAct());
        minutes.setManualValidation(true);
        minutes.setReadOnly(!context.mayAct());
        minutes.setValue(crate.rule().contactMinutes());
        context.keep("method", method);
        context.keep("product", product);
        context.keep("minutes", minutes);
        Button done = new Button(getTranslation("quarantine.treat.done"), click -> treated());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        done.setEnabled(context.mayAct());
        Div actions = new Div(done);
        actions.addClassName("form-actions");
        Div fields = new Div(method, product, minutes);
        fields.addClassName("form-grid");
        method.addClassName("wide");
        add(rule, fields, actions);
        EnterKey.presses(this, done);
    }

    private void treated() {
        Map<Refusal, HasValidation> places = Map.of(QuarantineRefusal.METHOD_NOT_ALLOWED, method,
                QuarantineRefusal.PRODUCT_MISSING, product, CirculationRefusal.TEXT_TOO_LONG, product,
                QuarantineRefusal.MINUTES_MISSING, minutes, QuarantineRefusal.CONTACT_TOO_SHORT, minutes, QuarantineRefusal.CONTACT_TOO_LONG, minutes);
        places.values().forEach(field -> field.setInvalid(false));
        if (method.isEmpty()) {
            wrong(method, "quarantine.treat.methodMissing");
            return;
        }
        switch (desk.treated(task.ref(), crate.id(), method.getValue(), product.getValue(),
                minutes.isEmpty() ? -1 : minutes.getValue())) {
            case Outcome.Done<Void> done -> context.done(new TakeBack("quarantine.treat.undo", () -> desk.notTreated(crate.id())),
                    "quarantine.treat.told", crate.code());
            case Outcome.Refused<Void> no when places.containsKey(no.reason()) ->
                    wrong(places.get(no.reason()), no.reason().messageKey(), no.args());
            case Outcome.Refused<Void> no -> context.refused(no);
        }
    }

    private void wrong(HasValidation field, String messageKey, Object... args) {
        field.setErrorMessage(getTranslation(messageKey, args));
        field.setInvalid(true);
    }
}
