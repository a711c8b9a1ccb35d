package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.passerelle.circulation.drive.service.DaySheet.Appointment;
import org.passerelle.circulation.drive.service.DaySheets.Placed;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;

/** Reservations of any branch, each with its branch and a way to its file: who may act on it finds there how. */
public class ReservationLinks extends UnorderedList {

    public ReservationLinks() {
        addClassName("rows");
    }

    public void show(List<Placed> reservations) {
        removeAll();
        reservations.forEach(each -> add(new ListItem(link(each))));
    }

    private RouterLink link(Placed placed) {
        Appointment appointment = placed.appointment();
        Span when = new Span(DateTimes.dayAndTime(appointment.slotStartsAt(), placed.zone(), getLocale()) + " · "
                + placed.branchName());
        when.addClassName("row-title");
        Span what = new Span(appointment.code() + " · " + appointment.patron() + " · "
                + getTranslation("staff.documents", appointment.asked()));
        what.addClassName("row-sub");
        Tag tag = appointment.isOpen()
                ? new Tag(Tone.INFO, getTranslation("staff.appointment." + appointment.state()))
                : new Tag(Tone.PLAIN, getTranslation("staff.outcome." + appointment.outcome()));
        RouterLink link = new RouterLink("", ReservationView.class,
                new RouteParameters(new RouteParam("id", appointment.id().value().toString())));
        link.add(when, tag, what);
        link.addClassName("row");
        return link;
    }
}
