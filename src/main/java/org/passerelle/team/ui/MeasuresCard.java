package org.passerelle.team.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.function.Consumer;
import org.passerelle.platform.Outcome;
import org.passerelle.team.returns.service.AddedMeasures;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.returns.service.ReturnPages.Facts;
import org.passerelle.team.ui.forms.AddMeasureForm;

/** The measures of a return, and where a manager adds one. The form stays while the list is drawn anew, and while something is typed in it. */
class MeasuresCard extends Section {

    private final ReturnPages pages;
    private final AddedMeasures desk;
    private final Consumer<Outcome<Void>> added;
    private final Button add = new Button(getTranslation("team.add"), click -> open());
    private final Div formPlace = new Div();
    private final Div table = new Div();
    private Facts facts;
    private AddMeasureForm form;

    /** @param added told what came of adding one */
    MeasuresCard(ReturnPages pages, AddedMeasures desk, Consumer<Outcome<Void>> added) {
        this.pages = pages;
        this.desk = desk;
        this.added = added;
        addClassName("card");
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Div head = new Div(new H2(getTranslation("team.measures")), add);
        head.addClassName("card-header");
        add(head, formPlace, table);
    }

    void show(Facts now) {
        facts = now;
        if (!facts.addable() && !hasUnsavedChanges()) {
            close();
        }
        add.setVisible(facts.addable() && form == null);
        table.removeAll();
        table.add(new MeasureTable(facts.measures(), pages::note));
    }

    boolean hasUnsavedChanges() {
        return form != null && form.hasUnsavedChanges();
    }

    private void open() {
        form = new AddMeasureForm(desk, facts, outcome -> {
            close();
            added.accept(outcome);
        }, this::close);
        formPlace.add(form);
        add.setVisible(false);
        form.focus();
    }

    private void close() {
        form = null;
        formPlace.removeAll();
        add.setVisible(facts.addable());
    }
}
