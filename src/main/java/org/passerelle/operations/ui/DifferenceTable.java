package org.passerelle.operations.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.policy.PolicyDifferences.Answer;
import org.passerelle.platform.policy.PolicyDifferences.Difference;

/** How an earlier version differs from what decides now: the cases, and both answers. */
class DifferenceTable extends Div {

    private final String table;

    DifferenceTable(String table, int version, List<Difference> differences) {
        this.table = table;
        addClassName("differences");
        if (differences.isEmpty()) {
            add(new Paragraph(getTranslation("policy.compare.none", version)));
            return;
        }
        NativeTable rows = new NativeTable();
        rows.addClassName("plain");
        NativeTableRow headings = new NativeTableRow();
        Stream.of(getTranslation("policy.compare.case"), getTranslation("policy.edition", version),
                getTranslation("policy.compare.now")).forEach(heading -> headings.add(heading(heading, "col")));
        rows.getHead().add(headings);
        differences.forEach(each -> rows.getBody().add(new NativeTableRow(
                heading(PolicyWords.asked(this, table, each.asked()), "row"), cell(each, Answer::one), cell(each, Answer::other))));
        add(new Paragraph(getTranslation("policy.compare.some", version, differences.size())), rows);
    }

    private NativeTableCell cell(Difference difference, Function<Answer, String> side) {
        return new NativeTableCell(difference.answers().stream().map(answer -> getTranslation("policy.compare.value",
                PolicyWords.column(this, table, answer.output().name()),
                PolicyWords.answer(this, table, answer.output(), side.apply(answer))))
                .collect(Collectors.joining(", ")));
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
