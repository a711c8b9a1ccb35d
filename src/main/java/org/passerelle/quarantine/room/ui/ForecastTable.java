package org.passerelle.quarantine.room.ui;

import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.quarantine.domain.RoomForecast.Day;

/** The forecast in numbers. It stays open, or closed, while the screen is brought up to date. */
class ForecastTable extends NativeDetails {

    ForecastTable() {
        setSummaryText(getTranslation("quarantine.forecast.table"));
    }

    void show(List<Day> days, int capacity) {
        NativeTable table = new NativeTable();
        table.addClassName("plain");
        NativeTableRow headings = new NativeTableRow();
        Stream.of("day", "standing", "expected", "leaving", "places").forEach(column -> headings.add(
                heading(getTranslation("quarantine.forecast.column." + column), "col")));
        table.getHead().add(headings);
        days.forEach(day -> table.getBody().add(row(day, capacity)));
        setContent(table);
    }

    private NativeTableRow row(Day day, int capacity) {
        int free = capacity - day.standing();
        return new NativeTableRow(heading(DateTimes.day(day.day(), getLocale()), "row"), number(day.standing()),
                number(day.expected()), number(day.leaving()), new NativeTableCell(free < 0 ? getTranslation("quarantine.forecast.missing", -free)
                : String.valueOf(free)));
    }

    private static NativeTableCell number(int number) {
        return new NativeTableCell(String.valueOf(number));
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
