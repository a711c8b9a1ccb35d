package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.service.CratePage;

/** The list of a crate's documents, which can be taken along on paper: there it says by itself which crate it is of. */
class CrateSheet extends Div {

    CrateSheet(CratePage page, Component list) {
        addClassName("printable");
        Crate crate = page.crate();
        Paragraph where = new Paragraph(page.branchName() + " · "
                + CrateWords.kind(this, crate.material(), crate.stacked()) + " · " + (crate.releaseAt() == null
                ? getTranslation("quarantine.label.open") : getTranslation("quarantine.label.release",
                DateTimes.dayAndTime(crate.releaseAt(), page.zone(), getLocale()))));
        Div heading = new Div(new H2(getTranslation("quarantine.crate", crate.code())), where);
        heading.addClassName("print-only");
        add(heading, list);
    }

    /** What prints the sheet on the screen. */
    static Button printButton(String text) {
        return new Button(text, click -> click.getSource().getElement().executeJs("window.print()"));
    }
}
