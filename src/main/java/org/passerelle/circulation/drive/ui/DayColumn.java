package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.service.DaySheet.Appointment;

/** A column of the day's board. A busy day shows its first cards at once, and the others on demand. */
class DayColumn extends Section {

    private static final int AT_ONCE = 30;

    private final Function<Appointment, AppointmentCard> draw;
    private final Span count = new Span();
    private final Paragraph empty = new Paragraph();
    private final Div list = new Div();
    private final Button more = new Button("", click -> showMore());
    private Map<ReservationId, AppointmentCard> cards = new HashMap<>();
    private List<Appointment> appointments = List.of();
    private final String nobody;
    private boolean narrowed;
    private int most = AT_ONCE;

    DayColumn(String title, String nobody, Function<Appointment, AppointmentCard> draw) {
        this.draw = draw;
        this.nobody = nobody;
        empty.addClassName("soft");
        addClassName("board-column");
        count.addClassName("count");
        H2 heading = new H2(title + " ");
        heading.add(count);
        add(heading, empty, list, more);
    }

    /**
     * Draws what has changed, and leaves the rest as it stands: whoever is on a button stays there.
     *
     * @param some whether these are only those who were looked for: nothing is then said of the others
     */
    void show(List<Appointment> now, boolean some) {
        appointments = now;
        narrowed = some;
        empty.setText(narrowed ? getTranslation("staff.day.empty.narrowed") : nobody);
        count.setText(String.valueOf(now.size()));
        empty.setVisible(now.isEmpty());
        Map<ReservationId, AppointmentCard> kept = new HashMap<>();
        List<AppointmentCard> shown = now.stream().limit(most).map(appointment -> {
            AppointmentCard fresh = draw.apply(appointment);
            AppointmentCard old = cards.get(appointment.id());
            AppointmentCard card = old != null && old.saysTheSameAs(fresh) ? old : fresh;
            kept.put(appointment.id(), card);
            return card;
        }).toList();
        cards.values().stream().filter(card -> !shown.contains(card)).forEach(list::remove);
        for (int place = 0; place < shown.size(); place++) {
            if (place >= list.getComponentCount() || list.getComponentAt(place) != shown.get(place)) {
                list.addComponentAtIndex(place, shown.get(place));
            }
        }
        cards = kept;
        more.setVisible(now.size() > most);
        more.setText(getTranslation("staff.day.more", now.size() - most));
    }

    void focusFirst() {
        appointments.stream().findFirst().map(first -> cards.get(first.id())).ifPresent(AppointmentCard::focus);
    }

    private void showMore() {
        most += AT_ONCE * 4;
        show(appointments, narrowed);
    }
}
