package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.circulation.desk.ui.OtherBranchesCard.Others;
import org.passerelle.circulation.drive.service.DriveToday;
import org.passerelle.circulation.drive.service.DriveToday.AtBranch;
import org.passerelle.circulation.drive.ui.DayLink;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.home.ListCard;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.EachMinute;
import org.passerelle.platform.ui.live.Topic;

/** The drive at the other branches where the person works: who waits there, who is late. */
@SpringComponent
class OtherBranchesCard implements HomeCard<Others> {

    private static final int MOST = 8;

    private final DriveToday today;
    private final AppClock clock;

    OtherBranchesCard(DriveToday today, AppClock clock) {
        this.today = today;
        this.clock = clock;
    }

    record Others(List<AtBranch> branches) {
    }

    @Override
    public Spot spot() {
        return Spot.ofTheBranch(Rank.ORDINARY, 70);
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of(ReservationNews.DAY_TOPIC.any(), EachMinute.TOPIC);
    }

    @Override
    public Optional<Others> read(Place at) {
        return Optional.of(today.elsewhere(at.id())).filter(others -> !others.isEmpty()).map(Others::new);
    }

    @Override
    public Component draw(Others others, Place at) {
        ListCard card = new ListCard("staff.day.elsewhere");
        others.branches().stream().limit(MOST).forEach(branch -> card.add(row(card, branch)));
        if (others.branches().size() > MOST) {
            card.foot(new Span(card.getTranslation("home.others.more",
                    others.branches().size() - MOST)));
        }
        return card;
    }

    private Row row(ListCard card, AtBranch branch) {
        LocalDate day = clock.instant().atZone(branch.zone()).toLocalDate();
        Row row = new Row(ListCard.link(branch.name(), DayLink.PAGE + "/" + branch.branch() + "/" + day));
        if (branch.late() > 0) {
            row.tagged(new Tag(Tone.LATE, card.getTranslation("home.others.late", branch.late())));
        }
        return row.about(card.getTranslation("home.others.drive", branch.expected(), branch.outside()));
    }
}
