package org.passerelle.team.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.internal.LocaleUtil;
import java.util.Locale;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.team.members.service.LeaveCalendar.Cell;
import org.passerelle.team.members.service.LeaveCalendar.Day;
import org.passerelle.team.members.service.LeaveCalendar.Page;
import org.passerelle.team.members.service.LeaveCalendar.Row;

/** A line for each person, a column for each day; below, how many would be on site if all were granted. */
public class LeaveTable extends Div {

    public LeaveTable(Page page) {
        addClassName("leave-table");
        // It scrolls sideways where it is narrower than its days: by keyboard too.
        getElement().setAttribute("tabindex", "0").setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("team.leave.title"));
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        head.add(new NativeTableHeaderCell(getTranslation("team.agent.person")));
        page.days().forEach(day -> head.add(heading(day)));
        page.rows().forEach(row -> {
            NativeTableRow line = table.getBody().addRow();
            line.add(name(row));
            row.days().forEach(day -> line.add(cell(day)));
        });
        NativeTableRow foot = table.getFoot().addRow();
        foot.add(new NativeTableHeaderCell(getTranslation("team.leave.present")));
        page.days().forEach(day -> foot.add(present(day)));
        add(table, legend(page));
    }

    /** What the shapes mean that this page shows; whoever hears the table hears their words in it. */
    private Div legend(Page page) {
        Div legend = new Div();
        legend.addClassName("leave-legend");
        legend.getElement().setAttribute("aria-hidden", "true");
        page.rows().stream().flatMap(row -> row.days().stream()).filter(cell -> cell != Cell.PRESENT).distinct().sorted().forEach(cell -> {
            Span shape = new Span();
            shape.addClassName(shapeOf(cell));
            legend.add(new Span(shape, new Text(getTranslation("team.leave.cell." + cell))));
        });
        return legend;
    }

    private static String shapeOf(Cell cell) {
        return "leave-" + cell.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private NativeTableHeaderCell heading(Day day) {
        Span weekday = new Span(DateTimes.weekday(day.date(), LocaleUtil.getLocale()));
        Span number = new Span(String.valueOf(day.date().getDayOfMonth()));
        number.addClassName("num");
        NativeTableHeaderCell cell = new NativeTableHeaderCell();
        cell.add(weekday, number);
        cell.getElement().setAttribute("title", TeamWords.day(day.date()));
        return cell;
    }

    private NativeTableHeaderCell name(Row row) {
        NativeTableHeaderCell name = new NativeTableHeaderCell(row.name());
        name.getElement().setAttribute("scope", "row");
        name.addClassName(row.mine() ? "leave-mine" : "leave-name");
        return name;
    }

    private NativeTableCell cell(Cell day) {
        NativeTableCell cell = new NativeTableCell();
        cell.addClassName(shapeOf(day));
        Span word = new Span(getTranslation("team.leave.cell." + day));
        // Whoever sees reads it from the shape; the word is for those who hear it.
        word.addClassName("visually-hidden");
        cell.add(word);
        return cell;
    }

    private NativeTableCell present(Day day) {
        NativeTableCell cell = new NativeTableCell(String.valueOf(day.onSite()));
        cell.addClassName("num");
        if (day.missing() > 0) {
            cell.addClassName("leave-short");
            Span word = new Span(getTranslation("team.day.missing", day.missing()));
            word.addClassName("visually-hidden");
            cell.add(word);
        }
        return cell;
    }
}
