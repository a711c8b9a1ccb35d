package org.passerelle.operations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.passerelle.platform.policy.PolicyCheck.Fault;
import org.passerelle.platform.policy.PolicyShape;
import org.passerelle.platform.policy.PolicyShape.Output;
import org.passerelle.platform.policy.PolicyShape.Row;

/** A decision table as people read it, each cell a choice or a bounded number. */
class PolicyEditor extends Div {

    private final PolicyShape shape;
    private final Map<List<String>, Row> before;
    private final Runnable changed;
    private final NativeTable table = new NativeTable();
    private final NativeTableBody body = new NativeTableBody();
    private final List<PolicyRowEditor> editors = new ArrayList<>();

    /** @param rows as they decide now */
    PolicyEditor(PolicyShape shape, List<Row> rows, Runnable changed) {
        this.shape = shape;
        this.changed = changed;
        this.before = rows.stream().collect(Collectors.toMap(Row::when, Function.identity(), (one, same) -> one));
        addClassName("policy-editor");
        table.addClassName("plain");
        table.getHead().add(headings());
        table.add(body);
        add(table, new Button(getTranslation("policy.row.add"), click -> addRow()));
        fill(rows);
    }

    private NativeTableRow headings() {
        NativeTableRow row = new NativeTableRow(heading("#"));
        shape.inputs().forEach(input -> row.add(heading(getTranslation("decision." + shape.key() + "." + input.name()))));
        shape.outputs().forEach(output -> row.add(heading(getTranslation("decision." + shape.key() + "." + output.name()))));
        row.add(heading(getTranslation("policy.note")), new NativeTableHeaderCell(hidden(getTranslation("policy.row.gestures"))));
        return row;
    }

    private static NativeTableHeaderCell heading(String text) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static Span hidden(String text) {
        Span span = new Span(text);
        span.addClassName("visually-hidden");
        return span;
    }

    void fill(List<Row> rows) {
        editors.clear();
        rows.forEach(row -> editors.add(editor(row)));
        draw();
    }

    private PolicyRowEditor editor(Row row) {
        return new PolicyRowEditor(shape, row, before::get, changed, this::duplicate, this::remove);
    }

    private void addRow() {
        editors.add(editor(new Row(Collections.nCopies(shape.inputs().size(), null),
                shape.outputs().stream().map(Output::first).toList(), "")));
        draw();
        changed.run();
    }

    private void duplicate(PolicyRowEditor original) {
        editors.add(editors.indexOf(original) + 1, editor(original.row()));
        draw();
        changed.run();
    }

    private void remove(PolicyRowEditor gone) {
        editors.remove(gone);
        draw();
        changed.run();
    }

    private void draw() {
        body.removeAll();
        IntStream.range(0, editors.size()).forEach(i -> {
            editors.get(i).number(i + 1);
            body.add(editors.get(i));
        });
    }

    /** Shows what is wrong where it is. */
    void mark(List<Fault> faults) {
        IntStream.range(0, editors.size()).forEach(i -> editors.get(i).mark(faults.stream()
                .filter(fault -> fault.rows().contains(i + 1)).toList()));
    }

    List<Row> rows() {
        return editors.stream().map(PolicyRowEditor::row).toList();
    }
}
