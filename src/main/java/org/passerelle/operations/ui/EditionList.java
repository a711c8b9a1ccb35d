package org.passerelle.operations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.function.IntConsumer;
import org.passerelle.operations.service.Policies.Edition;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.platform.i18n.Moments;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;

/** The versions of a table, the newest first: when, by whom, why; an earlier one can be taken up again. */
class EditionList extends Section {

    EditionList(Policy policy, IntConsumer takeUp) {
        addClassName("card");
        OrderedList list = new OrderedList();
        list.addClassName("rows");
        policy.editions().forEach(edition -> list.add(row(edition, policy.version(), policy.zone(), takeUp)));
        add(new H2(getTranslation("policy.editions")), list);
    }

    private ListItem row(Edition edition, int current, ZoneId zone, IntConsumer takeUp) {
        Span title = new Span(getTranslation("policy.edition", edition.version()));
        title.addClassName("row-title");
        ListItem row = new ListItem(title);
        row.addClassName("row");
        if (edition.version() == current) {
            row.add(new Tag(Tone.DONE, getTranslation("policy.edition.current")));
        } else {
            Button take = new Button(getTranslation("policy.takeUp"), click -> takeUp.accept(edition.version()));
            take.addThemeVariants(ButtonVariant.LUMO_SMALL);
            take.setAriaLabel(getTranslation("policy.takeUp") + ", " + getTranslation("policy.edition", edition.version()));
            row.add(take);
        }
        String when = Moments.dayAndTime(edition.at(), zone, getLocale());
        Span sub = new Span(edition.reason() == null ? when + " · " + getTranslation("policy.edition.shipped")
                : when + (edition.by() == null ? "" : " · " + edition.by()) + " · " + edition.reason() + " · "
                + getTranslation("policy.edition.reach." + edition.reach(), edition.moved()));
        sub.addClassName("row-sub");
        row.add(sub);
        return row;
    }
}
