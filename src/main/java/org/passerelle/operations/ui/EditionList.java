package org.passerelle.operations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.passerelle.operations.service.Policies.Edition;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.policy.PolicyDifferences.Difference;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;

/** The versions of a table, the newest first: when, by whom, why; an earlier one can be compared, and taken up again. */
class EditionList extends Section {

    private final Policy policy;
    private final IntFunction<List<Difference>> compare;
    private final IntConsumer takeUp;

    EditionList(Policy policy, IntFunction<List<Difference>> compare, IntConsumer takeUp) {
        this.policy = policy;
        this.compare = compare;
        this.takeUp = takeUp;
        addClassName("card");
        OrderedList list = new OrderedList();
        list.addClassName("rows");
        policy.editions().forEach(edition -> list.add(row(edition)));
        add(new H2(getTranslation("policy.editions")), list);
    }

    private ListItem row(Edition edition) {
        Span title = new Span(getTranslation("policy.edition", edition.version()));
        title.addClassName("row-title");
        ListItem row = new ListItem(title);
        row.addClassName("row");
        if (edition.version() == policy.version()) {
            row.add(new Tag(Tone.DONE, getTranslation("policy.edition.current")));
        } else {
            Div gestures = new Div(button("policy.compare", edition, () -> toggle(row, edition.version())),
                    button("policy.takeUp", edition, () -> takeUp.accept(edition.version())));
            gestures.addClassName("actions");
            row.add(gestures);
        }
        String when = DateTimes.dayAndTime(edition.at(), policy.zone(), getLocale());
        Span sub = new Span(edition.reason() == null ? when + " · " + getTranslation("policy.edition.shipped")
                : when + (edition.by() == null ? "" : " · " + edition.by()) + " · " + edition.reason() + reached(edition));
        sub.addClassName("row-sub");
        row.add(sub);
        return row;
    }

    private String reached(Edition edition) {
        return edition.reached() == null ? "" : " · " + getTranslation("policy.edition.reach." + edition.reached().reach(),
                edition.reached().moved());
    }

    private Button button(String key, Edition edition, Runnable press) {
        Button button = new Button(getTranslation(key), click -> press.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation(key) + ", " + getTranslation("policy.edition", edition.version()));
        return button;
    }

    /** Shown beneath its row, and put away by the same button. */
    private void toggle(ListItem row, int version) {
        row.getChildren().filter(DifferenceTable.class::isInstance).findFirst().ifPresentOrElse(row::remove,
                () -> {
                    DifferenceTable differences = new DifferenceTable(policy.shape().key(), version, compare.apply(version));
                    row.add(differences);
                    differences.scrollIntoView();
                });
    }
}
