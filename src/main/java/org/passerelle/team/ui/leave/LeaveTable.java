package org.passerelle.team.ui.leave;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.internal.LocaleUtil;
import java.time.DayOfWeek;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.team.members.service.LeaveCalendar.Cell;
import org.passerelle.team.members.service.LeaveCalendar.Day;
import org.passerelle.team.members.service.LeaveCalendar.Page;
import org.passerelle.team.members.service.LeaveCalendar.Row;
import org.passerelle.team.ui.TeamWords;

/**
 * A line for each person, a column for each day, a bar over days that are wished for or agreed one after the other; below, how many would be on site if
 * all were granted. Saturdays and Sundays on which nobody works are left out.
 */
public class LeaveTable extends Div {

    private final Page page;
    private final List<Integer> shown;

    /** @param about whose wishes are looked at: their line comes first; or null */
    public LeaveTable(Page page, UUID about) {
        this.page = page;
        this.shown = IntStream.range(0, page.days().size()).filter(this::isShown).boxed().toList();
        addClassName("leave-table");
        // It scrolls sideways where it is narrower than its days: by keyboard too.
        Div scrolled = new Div();
        scrolled.addClassName("leave-scroll");
        scrolled.getElement().setAttribute("tabindex", "0").setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("team.leave.title"));
        NativeTable table = new NativeTable();
        weeks(table.getHead().addRow());
        NativeTableRow head = table.getHead().addRow();
        head.add(new NativeTableHeaderCell(getTranslation("team.agent.person")));
        shown.forEach(day -> head.add(heading(page.days().get(day))));
        page.rows().stream().sorted(Comparator.comparing(row -> !row.account().equals(about)))
                .forEach(row -> line(table.getBody().addRow(), row, about));
        NativeTableRow foot = table.getFoot().addRow();
        foot.add(new NativeTableHeaderCell(getTranslation("team.leave.present")));
        shown.forEach(day -> foot.add(present(day)));
        scrolled.add(table);
        add(scrolled, legend());
    }

    private boolean isShown(int day) {
        DayOfWeek weekday = page.days().get(day).date().getDayOfWeek();
        return weekday.compareTo(DayOfWeek.FRIDAY) <= 0 || IntStream.range(0, page.days().size())
                .filter(other -> page.days().get(other).date().getDayOfWeek() == weekday).anyMatch(other -> !isClosed(other));
    }

    /** Nobody works then, and nobody has to. */
    private boolean isClosed(int day) {
        return page.days().get(day).missing() == 0 && page.rows().stream().allMatch(row -> row.days().get(day) == Cell.NOT_WORKING);
    }

    private void weeks(NativeTableRow head) {
        head.add(new NativeTableCell());
        int from = 0;
        while (from < shown.size()) {
            int to = from;
            while (to + 1 < shown.size() && weekOf(to + 1) == weekOf(from)) {
                to++;
            }
            NativeTableHeaderCell week = new NativeTableHeaderCell(DateTimes.days(page.days().get(shown.get(from)).date(),
                    page.days().get(shown.get(to)).date(), LocaleUtil.getLocale()));
            week.getElement().setAttribute("colspan", String.valueOf(to - from + 1)).setAttribute("scope", "colgroup");
            week.addClassName("leave-week");
            head.add(week);
            from = to + 1;
        }
    }

    private long weekOf(int column) {
        return page.days().get(shown.get(column)).date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .getLong(ChronoField.EPOCH_DAY);
    }

    private NativeTableHeaderCell heading(Day day) {
        Span weekday = new Span(DateTimes.weekdayLetter(day.date(), LocaleUtil.getLocale()));
        Span number = new Span(String.valueOf(day.date().getDayOfMonth()));
        number.addClassName("num");
        NativeTableHeaderCell cell = new NativeTableHeaderCell();
        cell.add(weekday, number);
        cell.getElement().setAttribute("title", TeamWords.day(day.date())).setAttribute("abbr", TeamWords.day(day.date()));
        return cell;
    }

    private void line(NativeTableRow line, Row row, UUID about) {
        NativeTableHeaderCell name = new NativeTableHeaderCell(row.name());
        name.getElement().setAttribute("scope", "row");
        name.addClassName(row.account().equals(about) || about == null && row.mine() ? "leave-mine" : "leave-name");
        line.add(name);
        int column = 0;
        while (column < shown.size()) {
            int last = lastOf(row, column);
            line.add(cell(row.days().get(shown.get(column)), last - column + 1));
            column = last + 1;
        }
    }

    /** Where the bar ends that begins in this column: days on which the person does not work do not break it. */
    private int lastOf(Row row, int column) {
        Cell day = row.days().get(shown.get(column));
        if (!isBar(day)) {
            return column;
        }
        int last = column;
        for (int next = column + 1; next < shown.size(); next++) {
            Cell other = row.days().get(shown.get(next));
            if (other == day) {
                last = next;
            } else if (other != Cell.NOT_WORKING) {
                break;
            }
        }
        return last;
    }

    private static boolean isBar(Cell day) {
        return day == Cell.WISHED || day == Cell.AGREED;
    }

    private NativeTableCell cell(Cell day, int days) {
        NativeTableCell cell = new NativeTableCell();
        Span word = new Span(word(day));
        if (isBar(day)) {
            cell.getElement().setAttribute("colspan", String.valueOf(days));
            cell.addClassName("leave-run");
            word.addClassName(style(day));
            if (days == 1) {
                // There is no room for the word: the shape says it to whoever sees.
                word.setText("");
                Span heard = new Span(word(day));
                heard.addClassName("visually-hidden");
                word.add(heard);
            }
        } else {
            cell.addClassName(style(day));
            word.addClassName("visually-hidden");
        }
        cell.add(word);
        return cell;
    }

    private String word(Cell day) {
        return getTranslation("team.leave.cell." + day);
    }

    private static String style(Cell day) {
        return "leave-" + day.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private NativeTableCell present(int column) {
        Day day = page.days().get(column);
        if (isClosed(column)) {
            Span word = new Span(word(Cell.NOT_WORKING));
            word.addClassName("visually-hidden");
            NativeTableCell closed = new NativeTableCell();
            closed.addClassName(style(Cell.NOT_WORKING));
            closed.add(word);
            return closed;
        }
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

    /** What is not written into the days, as far as it is there. */
    private Paragraph legend() {
        Paragraph legend = new Paragraph();
        legend.addClassNames("leave-legend", "soft");
        legend.getElement().setAttribute("aria-hidden", "true");
        Stream.of(Cell.WISHED, Cell.AGREED, Cell.TELEWORK, Cell.AWAY, Cell.NOT_WORKING)
                .filter(kind -> page.rows().stream().anyMatch(row -> shown.stream().anyMatch(day -> row.days().get(day) == kind)))
                .forEach(kind -> {
                    Span mark = new Span();
                    mark.addClassNames("leave-mark", style(kind));
                    legend.add(new Span(mark, new Span(word(kind))));
                });
        return legend;
    }
}
