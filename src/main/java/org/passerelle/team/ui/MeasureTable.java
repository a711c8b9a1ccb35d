package org.passerelle.team.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.team.returns.service.ReturnPages.Measure;

/** Measures as a list: what, from whom, when it is looked at again, whether it is agreed. */
public class MeasureTable extends Div {

    private final Function<UUID, Optional<String>> note;

    /** @param note opens the sealed text of a measure, which is written down; null where it is not offered */
    public MeasureTable(List<Measure> measures, Function<UUID, Optional<String>> note) {
        this.note = note;
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        measures.forEach(measure -> rows.add(row(measure)));
        add(rows);
        if (measures.isEmpty()) {
            rows.setVisible(false);
            Span none = new Span(getTranslation("team.measures.none"));
            none.addClassName("soft");
            add(none);
        }
    }

    private ListItem row(Measure measure) {
        String review = measure.reviewOn() == null ? getTranslation("team.measure.once")
                : getTranslation("team.measure.review", TeamWords.shortDay(measure.reviewOn()));
        Row row = new Row(new Span(TeamWords.measure(this, measure))).tagged(TeamWords.state(this, measure.state()))
                .about(getTranslation(measure.source().messageKey()) + " · " + review);
        if (measure.noted() && note != null) {
            Span words = new Span();
            Button read = new Button(getTranslation("team.measure.note"), click -> note.apply(measure.id())
                    .ifPresent(words::setText));
            read.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            read.setAriaLabel(getTranslation("team.measure.noteOf", getTranslation(measure.kind().messageKey())));
            row.about(new Div(read, words));
        }
        return row;
    }
}
