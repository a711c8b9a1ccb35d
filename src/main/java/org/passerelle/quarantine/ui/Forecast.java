package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.passerelle.platform.i18n.Moments;
import org.passerelle.quarantine.service.CrateRoom.Day;
import org.passerelle.quarantine.service.CrateRoom.Room;

/** How full the room will be: one bar a day against what it holds. Each bar says its number in words too. */
class Forecast extends Section {

    Forecast(Room room) {
        addClassNames("card", "forecast");
        long full = room.forecast().stream().filter(day -> day.standing() > room.figures().capacity()).count();
        Paragraph sub = new Paragraph(full == 0 ? getTranslation("quarantine.forecast.fits", room.figures().capacity())
                : getTranslation("quarantine.forecast.full", full, room.figures().capacity()));
        sub.addClassName(full == 0 ? "soft" : "message-late");
        if (full > 0) {
            sub.addClassName("message");
        }
        int most = Math.max(1, Math.max(room.figures().capacity(),
                room.forecast().stream().mapToInt(Day::standing).max().orElse(0)));
        OrderedList bars = new OrderedList();
        bars.addClassName("bars");
        room.forecast().forEach(day -> bars.add(bar(day, room.figures().capacity(), most)));
        add(new H2(getTranslation("quarantine.forecast")), sub, bars);
    }

    private ListItem bar(Day day, int capacity, int most) {
        Span number = new Span(String.valueOf(day.standing()));
        number.addClassName("num");
        Div fill = new Div();
        fill.addClassName("bar");
        fill.getStyle().set("--value", String.valueOf((double) day.standing() / most));
        if (day.standing() > capacity) {
            fill.addClassName("full");
        }
        Span label = new Span(String.valueOf(day.day().getDayOfMonth()));
        label.addClassName("bar-label");
        ListItem bar = new ListItem(number, fill, label);
        bar.addClassName("forecast-day");
        bar.getElement().setAttribute("aria-label", getTranslation("quarantine.forecast.day",
                Moments.day(day.day(), getLocale()), day.standing(), day.leaving()));
        return bar;
    }
}
