package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.circulation.desk.ui.OtherBranchesCard.Others;
import org.passerelle.circulation.drive.service.DriveToday;
import org.passerelle.circulation.drive.service.DriveToday.AtBranch;
import org.passerelle.circulation.drive.ui.DayLink;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.home.BranchCount;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.home.ListCard;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.EachMinute;
import org.passerelle.platform.ui.live.Topic;

/** The other branches where the person works: who waits at their drive, who is late, and what else is to be done there. */
@SpringComponent
class OtherBranchesCard implements HomeCard<Others> {

    private static final int MOST = 8;

    private final DriveToday today;
    private final List<BranchCount> counts;
    private final AppClock clock;

    OtherBranchesCard(DriveToday today, List<BranchCount> counts, AppClock clock) {
        this.today = today;
        this.counts = counts.stream().sorted(Comparator.comparingInt(BranchCount::order)).toList();
        this.clock = clock;
    }

    /** @param counted what modules count there, in the order of {@link #counts} */
    record Other(AtBranch drive, List<Integer> counted) {

        boolean hasAnything() {
            return drive.hasAnybody() || counted.stream().anyMatch(number -> number > 0);
        }
    }

    record Others(List<Other> branches) {
    }

    @Override
    public Spot spot() {
        return Spot.ofTheBranch(Rank.ORDINARY, 70);
    }

    /** What is counted beside the drive is at most a minute old. */
    @Override
    public List<Topic> follows(Place at) {
        return List.of(ReservationNews.DAY_TOPIC.any(), EachMinute.TOPIC);
    }

    @Override
    public Optional<Others> read(Place at) {
        List<AtBranch> elsewhere = today.elsewhere(at.id());
        if (elsewhere.isEmpty()) {
            return Optional.empty();
        }
        List<UUID> ids = elsewhere.stream().map(AtBranch::branch).toList();
        List<Map<UUID, Integer>> counted = counts.stream().map(count -> count.counts().apply(ids)).toList();
        return Optional.of(elsewhere.stream().map(branch -> new Other(branch, counted.stream()
                        .map(count -> count.getOrDefault(branch.branch(), 0)).toList())).filter(Other::hasAnything).toList())
                .filter(others -> !others.isEmpty()).map(Others::new);
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

    private Row row(ListCard card, Other other) {
        AtBranch branch = other.drive();
        LocalDate day = clock.instant().atZone(branch.zone()).toLocalDate();
        Row row = new Row(ListCard.link(branch.name(), DayLink.PAGE + "/" + branch.branch() + "/" + day));
        if (branch.late() > 0) {
            row.tagged(new Tag(Tone.LATE, card.getTranslation("home.others.late", branch.late())));
        }
        Span about = new Span(card.getTranslation("home.others.drive", branch.expected(), branch.outside()));
        for (int i = 0; i < counts.size(); i++) {
            if (other.counted().get(i) > 0) {
                about.add(new Text(" · "), counts.get(i).link(card, branch.branch(), other.counted().get(i)));
            }
        }
        return row.about(about);
    }
}
