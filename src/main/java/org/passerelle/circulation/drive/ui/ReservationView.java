package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.service.BagLabels;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.ReservationFiles;
import org.passerelle.circulation.reservations.service.ReservationFiles.CaseFile;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.notification.CallsAbout;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.cases.CaseSteps;
import org.passerelle.platform.ui.cases.StoryList;
import org.passerelle.platform.ui.cases.ToDo;
import org.passerelle.platform.ui.live.LiveUpdates;

/** Everything about one reservation: how it stands, where its case stands, its documents, its story. */
@Route("reservation/:id")
@RolesAllowed("AGENT")
public class ReservationView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final ReservationFiles files;
    private final ReservationGestures gestures;
    private final LiveUpdates live;
    private final Messages messages;
    private final BagLabels labels;
    private final Note told = new Note();
    private Div content = new Div();
    private ReservationId id;
    private ReservationDetails reservation;

    ReservationView(ReservationFiles files, ReservationGestures.Desk desk, LiveUpdates live, Messages messages,
                    BagLabels labels) {
        this.files = files;
        this.live = live;
        this.messages = messages;
        this.labels = labels;
        this.gestures = new ReservationGestures(desk, told, this::refresh, this::refresh);
        addClassNames("page", "reservation-view");
        add(told, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<CaseFile> file = event.getRouteParameters().get("id").flatMap(ReservationView::id).flatMap(files::file);
        if (file.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        told.clear();
        id = file.get().reservation().id();
        Div fresh = new Div();
        replace(content, fresh);
        content = fresh;
        live.follow(content, ReservationNews.of(id), this::refresh);
        live.follow(content, CallsAbout.TOPIC.of(id.value()), this::refresh);
        show(file.get());
    }

    private static Optional<ReservationId> id(String typed) {
        try {
            return Optional.of(new ReservationId(UUID.fromString(typed)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void refresh() {
        files.file(id).ifPresent(this::show);
    }

    private void show(CaseFile file) {
        reservation = file.reservation();
        content.removeAll();
        Div columns = new Div(new Div(new ToDo(file.toDo()), facts(), documents()), story(file));
        columns.addClassName("case-columns");
        content.add(header(file), new BlockedCard(reservation), new CaseSteps(file.standing(), reservation.branch().zone()),
                columns);
    }

    private Div header(CaseFile file) {
        Paragraph sub = new Paragraph(reservation.branch().name() + " · " + at(reservation.slotStartsAt()));
        sub.addClassName("sub");
        DayLink day = new DayLink(getTranslation("staff.case.day"), reservation.branch().id(),
                reservation.slotStartsAt().atZone(reservation.branch().zone()).toLocalDate());
        Div header = new Div(new Div(day, new H1(reservation.code() + " · " + patron()), sub));
        header.addClassName("page-header");
        if (file.mayAct()) {
            header.add(actions());
        }
        return header;
    }

    private String patron() {
        return reservation.patron().isForgotten() ? getTranslation("staff.patron.forgotten") : reservation.patron().name();
    }

    private Div actions() {
        Div actions = new Div();
        actions.addClassName("actions");
        ReservationGestures.Subject subject = new ReservationGestures.Subject(id, reservation.code(), patron(),
                reservation.branch().id(), reservation.branch().zone());
        if (reservation.isOpen()) {
            Button cancel = new Button(getTranslation("staff.cancel"), click -> gestures.cancel(subject));
            cancel.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
            actions.add(cancel, new Button(getTranslation("staff.changeSlot"), click -> gestures.changeSlot(subject)));
        }
        if (reservation.standing().canBeHandedOver()) {
            actions.add(new LabelLink(labels, id, reservation.code()));
        }
        boolean here = reservation.appointment() == AppointmentState.ARRIVED;
        if (reservation.standing().canArrive()) {
            actions.add(new Button(getTranslation("staff.arrived"), click -> gestures.arrived(subject)));
        }
        if (reservation.standing().isHere()) {
            actions.add(new Button(getTranslation("staff.notThere"), click -> gestures.notThere(subject)));
        }
        if (here && reservation.standing().canBeHandedOver()) {
            Button hand = new Button(getTranslation("staff.handOver"), click -> gestures.handOver(subject));
            hand.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(hand);
        }
        return actions;
    }

    private Section facts() {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "staff.fact.patron", reservation.patron().isForgotten() ? patron()
                : patron() + " · " + reservation.patron().cardNumber());
        fact(facts, "staff.fact.made", at(reservation.madeAt()) + " · "
                + getTranslation("staff.channel." + reservation.channel()));
        if (reservation.isOpen()) {
            fact(facts, "staff.fact.appointment", getTranslation("staff.appointment." + reservation.appointment()));
        } else {
            fact(facts, "staff.fact.outcome", getTranslation("staff.outcome." + reservation.outcome())
                    + (reservation.endedAt() == null ? "" : " · " + at(reservation.endedAt())));
        }
        fact(facts, "staff.fact.documents", getTranslation("staff.documentsState." + documentsState()));
        if (reservation.bagPlace() != null && reservation.standing().canBeHandedOver()) {
            fact(facts, "staff.fact.bagPlace", reservation.bagPlace());
        }
        if (reservation.arrivedAt() != null) {
            fact(facts, "staff.fact.arrived", at(reservation.arrivedAt()));
        }
        if (reservation.answerUntil() != null && reservation.isOpen()) {
            fact(facts, "staff.fact.answerUntil", at(reservation.answerUntil()));
        }
        return section("staff.case.facts", facts);
    }

    /** What stays of a bag that nobody can collect any more goes back to its shelves, however far it had come. */
    private String documentsState() {
        boolean toPutBack = !reservation.standing().canBeHandedOver()
                && reservation.lines().stream().anyMatch(line -> line.state() == LineState.TO_PUT_BACK);
        return toPutBack ? LineState.TO_PUT_BACK.name() : reservation.documents().name();
    }

    private static void fact(DescriptionList facts, String nameKey, String value) {
        facts.add(new DescriptionList.Term(facts.getTranslation(nameKey)), new DescriptionList.Description(value));
    }

    private Section documents() {
        OrderedList list = new OrderedList();
        list.addClassName("rows");
        reservation.lines().forEach(line -> list.add(new LineRow(line, null)));
        return section("staff.case.documents", list);
    }

    private Section story(CaseFile file) {
        return section("staff.case.story", new StoryList(file.story(),
                reservation.branch().zone(), messages));
    }

    private Section section(String titleKey, Component inside) {
        Section section = new Section(new H2(getTranslation(titleKey)), inside);
        section.addClassName("card");
        return section;
    }

    private String at(Instant instant) {
        return DateTimes.dayAndTime(instant, reservation.branch().zone(), getLocale());
    }

    @Override
    public String getPageTitle() {
        return (reservation == null ? "" : reservation.code() + " · ") + "Passerelle";
    }
}
