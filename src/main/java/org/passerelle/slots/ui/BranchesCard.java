package org.passerelle.slots.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.home.ListCard;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.slots.domain.OpeningWindow;
import org.passerelle.slots.service.DriveHours;
import org.passerelle.slots.service.DriveHours.Hours;
import org.passerelle.slots.ui.BranchesCard.All;

/** The branches for the public: where they are, and when they hand over at the drive. */
@SpringComponent
class BranchesCard implements HomeCard<All> {

    private final DriveHours hours;

    BranchesCard(DriveHours hours) {
        this.hours = hours;
    }

    record All(List<Hours> branches) {
    }

    @Override
    public Spot spot() {
        return new Spot(Rank.STANDING, 20, Audience.PUBLIC);
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of();
    }

    @Override
    public Optional<All> read(Place at) {
        return Optional.of(new All(hours.all())).filter(all -> !all.branches().isEmpty());
    }

    @Override
    public Component draw(All all, Place at) {
        ListCard card = new ListCard("home.branches");
        all.branches().forEach(branch -> card.add(row(card, branch)));
        return card;
    }

    private static Row row(ListCard card, Hours branch) {
        Row row = new Row(new Span(branch.name()));
        if (branch.windows().isEmpty()) {
            row.tagged(new Tag(Tone.PLAIN, card.getTranslation("home.branches.noDrive")));
        } else if (branch.ofToday().isEmpty()) {
            row.tagged(new Tag(Tone.PLAIN, card.getTranslation("home.branches.closedToday")));
        } else {
            row.tagged(new Tag(Tone.DONE, card.getTranslation("home.branches.today", ranges(card, branch.ofToday()))));
        }
        if (branch.address() != null && !branch.address().isBlank()) {
            row.about(branch.address());
        }
        if (!branch.windows().isEmpty()) {
            row.about(card.getTranslation("home.branches.drive", WeekInWords.of(branch.windows(), card.getLocale())));
        }
        if (!branch.closed().isEmpty()) {
            row.about(card.getTranslation("home.branches.closed", branch.closed().stream()
                    .map(day -> DateTimes.day(day, card.getLocale())).collect(Collectors.joining(", "))));
        }
        if (branch.phone() != null && !branch.phone().isBlank()) {
            row.about(new Anchor("tel:" + branch.phone().replaceAll("[^+0-9]", ""), branch.phone()));
        }
        return row;
    }

    private static String ranges(ListCard card, List<OpeningWindow> windows) {
        return windows.stream().map(window -> DateTimes.range(window.starts(), window.ends(), card.getLocale()))
                .collect(Collectors.joining(", "));
    }
}
