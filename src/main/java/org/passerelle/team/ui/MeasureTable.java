package org.passerelle.team.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.passerelle.team.returns.service.ReturnPages.Measure;

/** Measures: what, from whom, when it is looked at again, whether it is agreed. */
public class MeasureTable extends Div {

    private final Function<UUID, Optional<String>> note;
    private final Function<Measure, Optional<Div>> gestures;

    /** @param note opens the sealed text of a measure, which is written down; null where it is not offered */
    public MeasureTable(List<Measure> measures, Function<UUID, Optional<String>> note) {
        this(measures, note, measure -> Optional.empty());
    }

    /** @param gestures what may be done about a measure */
    MeasureTable(List<Measure> measures, Function<UUID, Optional<String>> note, Function<Measure, Optional<Div>> gestures) {
        this.note = note;
        this.gestures = gestures;
        addClassName("measure-table");
        if (measures.isEmpty()) {
            Span none = new Span(getTranslation("team.measures.none"));
            none.addClassName("soft");
            add(none);
            return;
        }
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        head.add(new NativeTableHeaderCell(getTranslation("team.measures.what")), new NativeTableHeaderCell(getTranslation("team.measures.review")),
                new NativeTableHeaderCell(getTranslation("team.measures.state")));
        measures.forEach(measure -> row(table.getBody().addRow(), measure));
        add(table);
    }

    private void row(NativeTableRow row, Measure measure) {
        Span title = new Span(TeamWords.measure(this, measure));
        title.addClassName("row-title");
        Span source = new Span(getTranslation(measure.source().messageKey()));
        source.addClassName("row-sub");
        NativeTableCell what = new NativeTableCell();
        what.add(title, source);
        if (measure.noted() && note != null) {
            what.add(note(measure));
        }
        gestures.apply(measure).ifPresent(what::add);
        Span review = new Span(measure.reviewOn() == null ? getTranslation("team.measure.once") : TeamWords.shortDay(measure.reviewOn()));
        review.addClassName(measure.reviewOn() == null ? "soft" : "num");
        NativeTableCell reviewed = new NativeTableCell();
        if (measure.reviewOn() != null) {
            // On a phone the column has no heading.
            reviewed.getElement().setAttribute("data-heading", getTranslation("team.measures.review"));
        }
        reviewed.add(review);
        NativeTableCell state = new NativeTableCell();
        state.add(TeamWords.state(this, measure.state()));
        row.add(what, reviewed, state);
    }

    private Div note(Measure measure) {
        Span words = new Span();
        Button read = new Button(getTranslation("team.measure.note"), click -> note.apply(measure.id()).ifPresent(words::setText));
        read.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        read.setAriaLabel(getTranslation("team.measure.noteOf", getTranslation(measure.kind().messageKey())));
        return new Div(read, words);
    }
}
