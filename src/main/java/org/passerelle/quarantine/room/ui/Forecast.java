package org.passerelle.quarantine.room.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.quarantine.domain.RecentCrates;
import org.passerelle.quarantine.domain.RoomForecast.Day;
import org.passerelle.quarantine.room.service.CrateRoom.Room;

/**
 * How full the room will be: one bar a day, and a line at what it holds. A day on which it overflows is hatched and marked
 * with a sign. The chart is one picture to who does not see it; the table beneath says the same in numbers.
 */
class Forecast extends Section {

    /** Before the number of a day on which the room overflows. */
    private static final String OVER = "▲ ";

    private final int capacity;
    private final int most;

    Forecast(Room room, ForecastTable table) {
        this.capacity = room.figures().capacity();
        this.most = Math.max(1, Math.max(capacity, room.forecast().stream().mapToInt(Day::standing).max().orElse(0)));
        addClassNames("card", "forecast");
        List<Day> full = room.forecast().stream().filter(day -> day.standing() > capacity).toList();
        String summary = full.isEmpty() ? getTranslation("quarantine.forecast.fits", capacity)
                : getTranslation("quarantine.forecast.full", full.size(), capacity, full.stream()
                .map(day -> DateTimes.day(day.day(), getLocale())).collect(Collectors.joining(", ")));
        Paragraph sub = new Paragraph(summary);
        sub.addClassName(full.isEmpty() ? "soft" : "message-late");
        if (!full.isEmpty()) {
            sub.addClassName("message");
        }
        Paragraph supposes = new Paragraph(getTranslation("quarantine.forecast.supposes", room.arrivals(), RecentCrates.DAYS));
        supposes.addClassName("soft");
        table.show(room.forecast(), capacity);
        add(new H2(getTranslation("quarantine.forecast")), sub, supposes, chart(room.forecast(), summary), table);
    }

    private Div chart(List<Day> days, String summary) {
        Div bars = new Div();
        bars.addClassName("bars");
        days.forEach(day -> bars.add(bar(day)));
        Span holds = new Span(getTranslation("quarantine.forecast.line", capacity));
        Div line = new Div(holds);
        line.addClassName("capacity-line");
        line.getStyle().set("--value", share(capacity));
        Div chart = new Div(bars, line);
        chart.addClassName("forecast-chart");
        chart.getElement().setAttribute("role", "img").setAttribute("aria-label",
                getTranslation("quarantine.forecast") + ". " + summary);
        return chart;
    }

    private Div bar(Day day) {
        boolean over = day.standing() > capacity;
        Span number = new Span((over ? OVER : "") + day.standing());
        number.addClassName("num");
        Div fill = new Div();
        fill.addClassName("bar");
        fill.getStyle().set("--value", share(day.standing()));
        Span weekday = new Span(DateTimes.weekday(day.day(), getLocale()));
        weekday.addClassName("of-week");
        Div label = new Div(weekday, new Span(String.valueOf(day.day().getDayOfMonth())));
        label.addClassName("bar-label");
        Div bar = new Div(number, fill, label);
        bar.addClassName("forecast-day");
        if (over) {
            bar.addClassName("over");
            fill.addClassName("full");
        }
        return bar;
    }

    private String share(int crates) {
        return String.valueOf((double) crates / most);
    }
}
