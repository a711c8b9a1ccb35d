package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Locale;
import org.passerelle.circulation.drive.service.AppointmentSearch;
import org.passerelle.circulation.drive.service.AppointmentSearch.Found;
import org.passerelle.circulation.drive.service.DaySheet.Appointment;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.search.SearchResult;
import org.passerelle.platform.ui.search.SearchSource;
import org.springframework.stereotype.Component;

/** Reservations, for staff: by their code; open ones by their patron's name and by where their bag stands. */
@Component
class ReservationSource implements SearchSource {

    private final AppointmentSearch search;
    private final Messages messages;

    ReservationSource(AppointmentSearch search, Messages messages) {
        this.search = search;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "search.kind.reservation";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Audience audience() {
        return Audience.AGENTS;
    }

    @Override
    public List<SearchResult> exact(ScannedCode code, Locale locale) {
        return search.withCode(code).stream().map(found -> result(found, locale)).toList();
    }

    @Override
    public List<SearchResult> find(String words, int limit, Locale locale) {
        return search.open(words, limit).stream().map(found -> result(found, locale)).toList();
    }

    private SearchResult result(Found found, Locale locale) {
        Appointment appointment = found.placed().appointment();
        String patron = appointment.patron().isEmpty() ? messages.text(locale, "staff.patron.forgotten")
                : appointment.patron();
        String detail = DateTimes.dayAndTime(appointment.slotStartsAt(), found.placed().zone(), locale) + " · "
                + found.placed().branchName() + " · " + standing(appointment, locale);
        return new SearchResult(appointment.code() + " · " + patron, detail, messages.text(locale, next(found)),
                RouteConfiguration.forSessionScope().getUrl(ReservationView.class,
                        new RouteParameters("id", appointment.id().value().toString())));
    }

    private String standing(Appointment appointment, Locale locale) {
        if (!appointment.isOpen()) {
            return messages.text(locale, "staff.outcome." + appointment.outcome());
        }
        return appointment.documents() == DocumentsState.READY && appointment.bagPlace() != null
                ? messages.text(locale, "staff.tag.ready", appointment.bagPlace())
                : messages.text(locale, "staff.documentsState." + appointment.documents());
    }

    private static String next(Found found) {
        Appointment appointment = found.placed().appointment();
        if (!found.mayAct() || !appointment.isOpen()) {
            return "search.next.reservation";
        }
        return switch (appointment.documents()) {
            case READY -> "staff.handOver";
            case TO_PICK -> "search.next.pick";
            case TO_BAG -> "search.next.bag";
            case NONE -> "search.next.reservation";
        };
    }
}
