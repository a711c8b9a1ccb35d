package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.passerelle.circulation.drive.service.DaySheet;
import org.passerelle.circulation.drive.service.DaySheet.Appointment;
import org.passerelle.circulation.drive.service.DaySheet.Column;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;

/** One appointment: who, when, what, how it stands, and the one thing to do next. */
class AppointmentCard extends Article {

    private final Appointment appointment;
    private final DaySheet sheet;
    private final Instant now;
    private final Column column;
    private final List<String> says;
    private Button first;

    AppointmentCard(Appointment appointment, DaySheet sheet, Instant now, ReservationGestures gestures) {
        this.appointment = appointment;
        this.sheet = sheet;
        this.now = now;
        this.column = appointment.column(now);
        addClassNames("card", "person");
        Span name = new Span(patron());
        name.addClassName("row-title");
        Span side = new Span(side());
        side.addClassName("row-side");
        Span sub = new Span(sub());
        sub.addClassName("row-sub");
        Tag tag = tag();
        Button menu = menu(gestures);
        add(name, side, sub, tag, menu);
        if (appointment.blocked() && column != Column.COLLECTED) {
            name.add(new Text(" "), new Tag(Tone.LATE, getTranslation("staff.blocked.tag")));
        }
        addPrimary(gestures);
        says = List.of(side.getText(), sub.getText(), tag.getText(), first == null ? "" : first.getText());
    }

    private String patron() {
        return appointment.patron().isEmpty() ? getTranslation("staff.patron.forgotten") : appointment.patron();
    }

    boolean saysTheSameAs(AppointmentCard other) {
        return appointment.equals(other.appointment) && says.equals(other.says);
    }

    void focus() {
        if (first != null) {
            first.focus();
        }
    }

    private void addPrimary(ReservationGestures gestures) {
        if (!sheet.mayAct()) {
            return;
        }
        if (column == Column.ARRIVED && appointment.standing().canBeHandedOver()) {
            first = Buttons.once(getTranslation("staff.handOver"), () -> gestures.handOver(subject()));
            first.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        } else if (appointment.standing().canArrive() && !dayOf(appointment.slotStartsAt()).isAfter(dayOf(now))) {
            first = Buttons.once(getTranslation("staff.arrived"), () -> gestures.arrived(subject()));
        }
        if (first != null) {
            first.setAriaLabel(getTranslation("staff.actionOn", first.getText(), patron()));
            add(first);
        }
    }

    private Button menu(ReservationGestures gestures) {
        Button dots = new Button("…");
        dots.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        dots.addClassName("dots");
        dots.setAriaLabel(getTranslation("staff.more", patron()));
        ContextMenu items = new ContextMenu(dots);
        items.setOpenOnClick(true);
        items.addItem(getTranslation("staff.openCase"), click -> ReservationGestures.openCase(appointment.id()));
        if (sheet.mayAct() && appointment.standing().isHere()) {
            items.addItem(getTranslation("staff.notThere"), click -> gestures.notThere(subject()));
        }
        if (sheet.mayAct() && appointment.isOpen()) {
            items.addItem(getTranslation("staff.changeSlot"), click -> gestures.changeSlot(subject()));
            items.addItem(getTranslation("staff.cancel"), click -> gestures.cancel(subject()));
        }
        return dots;
    }

    private ReservationGestures.Subject subject() {
        return new ReservationGestures.Subject(appointment.id(), appointment.code(), patron(), sheet.branch(),
                sheet.zone());
    }

    private String side() {
        return switch (column) {
            case ARRIVED -> getTranslation("staff.since", minutes(appointment.arrivedAt(), now));
            case COLLECTED -> time(appointment.endedAt());
            case EXPECTED, NOT_SERVED -> dayOf(appointment.slotStartsAt()).equals(sheet.day())
                    ? time(appointment.slotStartsAt())
                    : DateTimes.dayAndTime(appointment.slotStartsAt(), sheet.zone(), getLocale());
        };
    }

    private String sub() {
        String documents = switch (column) {
            case COLLECTED -> appointment.collected() == appointment.asked()
                    ? getTranslation("staff.documents", appointment.collected())
                    : getTranslation("staff.documentsOf", appointment.collected(), appointment.asked());
            default -> getTranslation("staff.documents", appointment.asked());
        };
        String text = appointment.code() + " · " + documents;
        if (appointment.outcome() == ReservationOutcome.CANCELLED) {
            boolean thatDay = dayOf(appointment.endedAt()).equals(sheet.day());
            return text + " · " + getTranslation(thatDay ? "staff.cancelledAt" : "staff.cancelledOn",
                    time(appointment.endedAt()));
        }
        return appointment.bagPlace() != null && appointment.standing().canBeHandedOver() && !saysPlaceInTag()
                ? text + " · " + appointment.bagPlace() : text;
    }

    private boolean saysPlaceInTag() {
        return column == Column.EXPECTED && appointment.documents() == DocumentsState.READY;
    }

    private Tag tag() {
        return switch (column) {
            case EXPECTED -> documentsTag();
            case ARRIVED -> appointment.standing().canBeHandedOver() ? new Tag(Tone.DONE, getTranslation("staff.tag.waits"))
                    : new Tag(Tone.DUE, getTranslation("staff.tag.waitsForBag"));
            case COLLECTED -> collectedTag();
            case NOT_SERVED -> notServedTag();
        };
    }

    private Tag documentsTag() {
        return switch (appointment.documents()) {
            case TO_PICK -> new Tag(Tone.PLAIN, getTranslation("staff.tag.toPick"));
            case TO_BAG -> new Tag(Tone.PLAIN, getTranslation("staff.tag.toBag"));
            case READY -> new Tag(Tone.INFO, getTranslation("staff.tag.ready", appointment.bagPlace()));
            case NONE -> new Tag(Tone.PLAIN, getTranslation("staff.tag.none"));
        };
    }

    private Tag collectedTag() {
        if (appointment.toPutBack() > 0) {
            return new Tag(Tone.DUE, getTranslation("staff.tag.partlyToPutBack", appointment.toPutBack()));
        }
        return appointment.outcome() == ReservationOutcome.PARTLY_COLLECTED
                ? new Tag(Tone.DUE, getTranslation("staff.tag.partly")) : new Tag(Tone.DONE, getTranslation("staff.tag.all"));
    }

    private Tag notServedTag() {
        if (appointment.isLate(now)) {
            Instant until = appointment.slotEndsAt().plus(sheet.grace());
            String late = minutes(appointment.slotEndsAt(), now);
            return new Tag(Tone.LATE, until.isAfter(now) ? getTranslation("staff.tag.late", late, time(until))
                    : getTranslation("staff.tag.lateOver", late));
        }
        if (appointment.isOpen() && appointment.state() == AppointmentState.MISSED) {
            return new Tag(Tone.LATE, appointment.waitsUntil() == null ? getTranslation("staff.tag.missed")
                    : getTranslation("staff.tag.missedUntil",
                            DateTimes.dayAndTime(appointment.waitsUntil(), sheet.zone(), getLocale())));
        }
        if (appointment.toPutBack() > 0) {
            return new Tag(Tone.PLAIN, getTranslation("staff.tag.toPutBack", appointment.toPutBack()));
        }
        return new Tag(Tone.PLAIN, getTranslation("staff.outcome." + appointment.outcome()));
    }

    /** With the day where it is not the board's. */
    private String time(Instant instant) {
        return dayOf(instant).equals(sheet.day()) ? DateTimes.time(instant, sheet.zone(), getLocale())
                : DateTimes.dayAndTime(instant, sheet.zone(), getLocale());
    }

    private LocalDate dayOf(Instant instant) {
        ZoneId zone = sheet.zone();
        return instant.atZone(zone).toLocalDate();
    }

    private String minutes(Instant from, Instant to) {
        long minutes = Math.max(0, Duration.between(from, to).toMinutes());
        return minutes < 60 ? getTranslation("staff.minutes", minutes)
                : getTranslation("staff.hours", minutes / 60, minutes % 60);
    }
}
