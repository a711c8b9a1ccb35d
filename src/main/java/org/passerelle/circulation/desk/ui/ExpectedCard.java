package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.circulation.desk.ui.ExpectedCard.Expected;
import org.passerelle.circulation.drive.service.DaySheet.Appointment;
import org.passerelle.circulation.drive.service.DriveToday;
import org.passerelle.circulation.drive.service.DriveToday.Some;
import org.passerelle.circulation.drive.ui.ReservationView;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.home.ListCard;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.EachMinute;
import org.passerelle.platform.ui.live.Topic;

/** Who is still to come today, who is late among them. */
@SpringComponent
class ExpectedCard implements HomeCard<Expected> {

    private static final int MOST = 5;

    private final DriveToday today;
    private final AppClock clock;

    ExpectedCard(DriveToday today, AppClock clock) {
        this.today = today;
        this.clock = clock;
    }

    /** @param late by how many minutes each is late, -1 for who is not */
    record Expected(Some people, List<Long> late) {
    }

    @Override
    public Spot spot() {
        return Spot.ofTheBranch(Rank.ORDINARY, 20);
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of(ReservationNews.DAY_TOPIC.of(at.id()), EachMinute.TOPIC);
    }

    @Override
    public Optional<Expected> read(Place at) {
        Some people = today.toCome(at.id(), MOST);
        Instant now = clock.instant();
        return people.all() == 0 ? Optional.empty() : Optional.of(new Expected(people, people.first().stream()
                .map(each -> each.isLate(now) ? DeskWords.minutes(each.slotEndsAt(), now) : -1).toList()));
    }

    @Override
    public Component draw(Expected expected, Place at) {
        Some people = expected.people();
        ListCard card = new ListCard("staff.day.column.EXPECTED");
        card.counting(people.late() == 0 ? people.all()
                : card.getTranslation("home.expected.late", people.all(), people.late()));
        card.leadingTo(new RouterLink(card.getTranslation("staff.day.title"), DayView.class));
        for (int i = 0; i < people.first().size(); i++) {
            card.add(row(card, people.first().get(i), expected.late().get(i), at));
        }
        if (people.leftOut() > 0) {
            card.foot(new RouterLink(card.getTranslation("home.expected.more", people.leftOut(),
                    DateTimes.time(people.next(), at.zone(), card.getLocale())), DayView.class));
        }
        return card;
    }

    private static Row row(ListCard card, Appointment who, long late, Place at) {
        RouterLink name = new RouterLink(DeskWords.patron(card, who), ReservationView.class,
                new RouteParameters(new RouteParam("id", who.id().value().toString())));
        Tag tag = late < 0 ? documents(card, who)
                : new Tag(Tone.LATE, card.getTranslation("staff.tag.lateOver", DeskWords.lasting(card, late)));
        String about = who.code() + " · " + card.getTranslation("staff.documents", who.asked());
        return new Row(name).led(DateTimes.time(who.slotStartsAt(), at.zone(), card.getLocale())).tagged(tag)
                .about(late >= 0 && who.bagPlace() != null ? about + " · " + who.bagPlace() : about);
    }

    private static Tag documents(ListCard card, Appointment who) {
        return switch (who.documents()) {
            case READY -> new Tag(Tone.INFO, card.getTranslation("staff.tag.ready", who.bagPlace()));
            case TO_BAG -> new Tag(Tone.DUE, card.getTranslation("staff.tag.toBag"));
            case TO_PICK -> new Tag(Tone.PLAIN, card.getTranslation("staff.tag.toPick"));
            case NONE -> new Tag(Tone.PLAIN, card.getTranslation("staff.tag.none"));
        };
    }
}
