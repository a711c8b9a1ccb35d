package org.passerelle.operations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.passerelle.operations.service.Policies;
import org.passerelle.platform.policy.PolicyCheck.Fault;
import org.passerelle.platform.policy.PolicyCheck.Kind;
import org.passerelle.platform.policy.PolicyShape;
import org.passerelle.platform.policy.PolicyShape.Input;
import org.passerelle.platform.policy.PolicyShape.Output;
import org.passerelle.platform.policy.PolicyShape.Row;

/** One row of a decision table; a cell that is not what decides now says what does. */
class PolicyRowEditor extends NativeTableRow {

    private static final String ANY = "";
    /** Values of a column that is read as one word each. */
    private static final int FEW = 3;

    private final PolicyShape shape;
    private final Function<List<String>, Row> before;
    private final Runnable changed;
    private final NativeTableHeaderCell number = new NativeTableHeaderCell();
    private final List<Select<String>> when = new ArrayList<>();
    private final List<Component> then = new ArrayList<>();
    private final List<Supplier<String>> answers = new ArrayList<>();
    private final List<Span> was = new ArrayList<>();
    private final TextField note = new TextField();

    /** @param before the row that decides now under the same conditions, or null */
    PolicyRowEditor(PolicyShape shape, Row row, Function<List<String>, Row> before, Runnable changed,
                    Consumer<PolicyRowEditor> duplicate, Consumer<PolicyRowEditor> remove) {
        this.shape = shape;
        this.before = before;
        this.changed = changed;
        number.getElement().setAttribute("scope", "row");
        add(number);
        for (int i = 0; i < shape.inputs().size(); i++) {
            when.add(condition(shape.inputs().get(i), row.when().get(i)));
            add(new NativeTableCell(when.getLast()));
        }
        for (int i = 0; i < shape.outputs().size(); i++) {
            then.add(answer(shape.outputs().get(i), row.then().get(i)));
            was.add(new Span());
            was.getLast().addClassName("was");
            add(new NativeTableCell(then.getLast(), was.getLast()));
        }
        note.setAriaLabel(getTranslation("policy.note"));
        note.setMaxLength(Policies.LONGEST_NOTE);
        note.setValue(row.note());
        note.addValueChangeListener(typed -> edited());
        add(new NativeTableCell(note), new NativeTableCell(gestures(duplicate, remove)));
        compare();
    }

    private Div gestures(Consumer<PolicyRowEditor> duplicate, Consumer<PolicyRowEditor> remove) {
        Div gestures = new Div(small("+", "policy.row.duplicate", () -> duplicate.accept(this)),
                small("×", "policy.row.remove", () -> remove.accept(this)));
        gestures.addClassName("actions");
        return gestures;
    }

    private Button small(String sign, String key, Runnable press) {
        Button button = new Button(sign, click -> press.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        return button;
    }

    private Select<String> condition(Input input, String value) {
        List<String> values = new ArrayList<>(List.of(ANY));
        values.addAll(input.values());
        Select<String> select = choice(input.name(), values);
        select.addClassName(input.isFlag() ? "narrow" : input.values().size() <= FEW ? "middle" : "wide");
        select.setValue(value == null || !input.values().contains(value) ? ANY : value);
        return select;
    }

    private Component answer(Output output, String value) {
        return switch (output.kind()) {
            case NUMBER -> number(output, value);
            case FLAG -> flag(output, value);
            case CHOICE -> oneOf(output, value);
            case CHOICES -> someOf(output, value);
        };
    }

    private Checkbox flag(Output output, String value) {
        Checkbox box = new Checkbox("true".equals(value));
        box.setManualValidation(true);
        box.setAriaLabel(word(output.name()));
        box.addValueChangeListener(change -> edited());
        answers.add(() -> String.valueOf(box.getValue()));
        return box;
    }

    private Select<String> oneOf(Output output, String value) {
        Select<String> select = choice(output.name(), output.values());
        select.addClassName("middle");
        select.setValue(output.values().contains(value) ? value : null);
        answers.add(() -> select.getValue() == null ? "" : select.getValue());
        return select;
    }

    private CheckboxGroup<String> someOf(Output output, String value) {
        CheckboxGroup<String> group = new CheckboxGroup<>();
        group.setManualValidation(true);
        group.setAriaLabel(word(output.name()));
        group.addClassName("several");
        group.setItems(output.values());
        group.setItemLabelGenerator(each -> value(output.name(), each));
        group.setValue(output.values().stream().filter(Output.read(value)::contains).collect(Collectors.toSet()));
        group.addValueChangeListener(change -> edited());
        answers.add(() -> output.written(group.getValue()));
        return group;
    }

    private TextField number(Output output, String value) {
        // Plain text: what is no number stays as it was typed, and is told among the faults.
        TextField field = new TextField();
        field.setManualValidation(true);
        field.setAriaLabel(word(output.name()));
        field.setMaxLength(9);
        field.addClassName("number");
        field.getElement().setAttribute("inputmode", "numeric");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValue(value);
        field.addValueChangeListener(typed -> edited());
        answers.add(() -> field.getValue().strip());
        return field;
    }

    private Select<String> choice(String column, List<String> values) {
        Select<String> select = new Select<>();
        select.setManualValidation(true);
        select.setAriaLabel(word(column));
        select.setItems(values);
        select.setItemLabelGenerator(value -> value.equals(ANY) ? getTranslation("policy.any") : value(column, value));
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                edited();
            }
        });
        return select;
    }

    private String word(String column) {
        return PolicyWords.column(this, shape.key(), column);
    }

    private String value(String column, String value) {
        return PolicyWords.value(this, shape.key(), column, value);
    }

    private void edited() {
        compare();
        changed.run();
    }

    private void compare() {
        Row row = row();
        Row old = before.apply(row.when());
        for (int i = 0; i < was.size(); i++) {
            boolean differs = old != null && !old.then().get(i).equals(row.then().get(i));
            was.get(i).setText(differs ? getTranslation("policy.was",
                    PolicyWords.answer(this, shape.key(), shape.outputs().get(i), old.then().get(i))) : "");
        }
        setClassName("new-row", old == null);
    }

    /** @param faults of this row: a wrong answer is told at its cell; conditions that another row has too are marked */
    void mark(List<Fault> faults) {
        boolean overlaps = faults.stream().anyMatch(fault -> fault.kind() == Kind.OVERLAP);
        when.forEach(select -> select.setInvalid(overlaps));
        for (int i = 0; i < then.size(); i++) {
            String column = shape.outputs().get(i).name();
            Fault wrong = faults.stream().filter(fault -> column.equals(fault.column())).findFirst().orElse(null);
            HasValidation field = (HasValidation) then.get(i);
            field.setErrorMessage(wrong == null ? null : getTranslation("policy.cell." + wrong.kind(), wrong.bounds().toArray()));
            field.setInvalid(wrong != null);
        }
    }

    void number(int position) {
        number.setText(String.valueOf(position));
    }

    Row row() {
        List<String> conditions = new ArrayList<>();
        when.forEach(select -> conditions.add(ANY.equals(select.getValue()) ? null : select.getValue()));
        return new Row(conditions, answers.stream().map(Supplier::get).toList(), note.getValue().strip());
    }
}
