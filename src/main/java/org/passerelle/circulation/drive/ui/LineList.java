package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import java.util.function.Function;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;

/** Documents along the shelves. A line that has not changed stays as it is, with the focus that is on its buttons. */
class LineList extends OrderedList {

    private final Function<Line, Div> buttons;
    private List<Line> shown = List.of();

    /** @param buttons what can be done about a line, or null */
    LineList(Function<Line, Div> buttons) {
        this.buttons = buttons;
        addClassNames("rows", "card");
    }

    void show(List<Line> lines) {
        if (lines.size() != shown.size()) {
            removeAll();
            lines.forEach(line -> add(row(line)));
        } else {
            List<Component> rows = getChildren().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).equals(shown.get(i))) {
                    replace(rows.get(i), row(lines.get(i)));
                }
            }
        }
        shown = List.copyOf(lines);
    }

    private LineRow row(Line line) {
        return new LineRow(line, buttons.apply(line));
    }
}
