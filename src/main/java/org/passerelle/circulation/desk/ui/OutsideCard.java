package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.passerelle.circulation.desk.ui.OutsideCard.Outside;
import org.passerelle.circulation.drive.service.DaySheet.Appointment;
import org.passerelle.circulation.drive.service.DriveToday;
import org.passerelle.circulation.drive.service.DriveToday.Some;
import org.passerelle.circulation.drive.ui.ReservationView;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.home.ListCard;
import org.passerelle.platform.ui.live.EachMinute;
import org.passerelle.platform.ui.live.Topic;

/** Who waits outside now, and for how long; only who has waited longest has the primary button. */
@SpringComponent
class OutsideCard implements HomeCard<Outside> {

    private static final int MOST = 4;

    private final DriveToday today;
    private final AppClock clock;

    OutsideCard(DriveToday today, AppClock clock) {
        this.today = today;
        this.clock = clock;
    }

    /** @param minutes how long each has waited */
    record Outside(Some people, List<Long> minutes) {
    }

    @Override
    public Spot spot() {
        return Spot.ofTheBranch(Rank.FIRST, 10);
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of(ReservationNews.DAY_TOPIC.of(at.id()), EachMinute.TOPIC);
    }

    @Override
    public Optional<Outside> read(Place at) {
        Some people = today.outside(at.id(), MOST);
        return people.all() == 0 ? Optional.empty() : Optional.of(new Outside(people, people.first().stream()
                .map(each -> DeskWords.minutes(each.arrivedAt(), clock.instant())).toList()));
    }

    @Override
    public Component draw(Outside outside, Place at) {
        Section section = new Section();
        section.addClassName("outside");
        H2 heading = ListCard.count(new H2(section.getTranslation("home.outside")), outside.people().all());
        Div people = new Div();
        people.addClassName("outside-people");
        IntStream.range(0, outside.minutes().size()).forEach(i -> people.add(person(section,
                outside.people().first().get(i), outside.minutes().get(i), i == 0)));
        section.add(heading, people);
        if (outside.people().leftOut() > 0) {
            section.add(new RouterLink(section.getTranslation("home.outside.more", outside.people().leftOut()), DayView.class));
        }
        return section;
    }

    private static Article person(Component on, Appointment who, long minutes, boolean first) {
        Span number = new Span(DeskWords.lasting(on, minutes));
        number.addClassNames("big-number", "num");
        Span waits = new Span(on.getTranslation("home.outside.waits"));
        waits.addClassName("soft");
        Div since = new Div(number, waits);
        since.addClassName("outside-since");
        Span name = new Span(DeskWords.patron(on, who));
        name.addClassName("row-title");
        Span sub = new Span(who.code() + " · " + on.getTranslation("staff.documents", who.asked()));
        sub.addClassName("row-sub");
        Div about = new Div(name, sub, new Div(tag(on, who)));
        about.addClassName("outside-who");
        RouterLink act = new RouterLink(on.getTranslation(taskKey(who)), ReservationView.class,
                new RouteParameters(new RouteParam("id", who.id().value().toString())));
        act.addClassName("go");
        act.setClassName("primary", first);
        act.getElement().setAttribute("aria-label", on.getTranslation("staff.actionOn", act.getText(), name.getText()));
        Article person = new Article(since, about, act);
        person.addClassNames("card", "outside-person");
        return person;
    }

    private static Tag tag(Component on, Appointment who) {
        return who.documents() == DocumentsState.READY
                ? new Tag(Tone.INFO, on.getTranslation("staff.tag.ready", who.bagPlace()))
                : new Tag(Tone.DUE, on.getTranslation(who.documents() == DocumentsState.TO_BAG ? "staff.tag.toBag"
                        : "staff.tag.toPick"));
    }

    /** The button is called as the task is. */
    private static String taskKey(Appointment who) {
        return "process." + DrivePickupProcess.KEY + "." + switch (who.documents()) {
            case READY, NONE -> Tasks.HAND_OVER;
            case TO_BAG -> Tasks.PREPARE_BAG;
            case TO_PICK -> Tasks.PICK_DOCUMENTS;
        };
    }
}
