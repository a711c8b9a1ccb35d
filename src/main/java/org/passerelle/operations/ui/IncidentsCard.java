package org.passerelle.operations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.passerelle.operations.service.Incidents;
import org.passerelle.operations.service.Incidents.Oldest;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.process.StuckSteps;
import org.passerelle.platform.process.StuckSteps.StuckStep;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.home.ListCard;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.Topic;

/** What cannot go on by itself. */
@SpringComponent
class IncidentsCard implements HomeCard<Oldest> {

    private static final int MOST = 3;

    private final Incidents incidents;

    IncidentsCard(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public Spot spot() {
        return new Spot(Rank.ORDINARY, 60, Audience.MANAGERS);
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of(StuckSteps.CHANGED);
    }

    @Override
    public Optional<Oldest> read(Place at) {
        return Optional.of(incidents.oldest(MOST)).filter(some -> some.all() > 0);
    }

    @Override
    public Component draw(Oldest some, Place at) {
        ListCard card = new ListCard("incidents.title").counting(some.all());
        card.leadingTo(new RouterLink(card.getTranslation("home.incidents.all"), IncidentsView.class));
        ZoneId zone = at == null ? incidents.zone() : at.zone();
        some.first().forEach(step -> card.add(row(card, step, zone)));
        if (some.all() > some.first().size()) {
            card.foot(new RouterLink(card.getTranslation("home.incidents.more", some.all() - some.first().size()),
                    IncidentsView.class));
        }
        return card;
    }

    private static Row row(ListCard card, StuckStep step, ZoneId zone) {
        String process = "process." + step.process().processKey();
        return new Row(new RouterLink(card.getTranslation(process + "." + step.step()), IncidentsView.class))
                .tagged(new Tag(Tone.LATE, card.getTranslation("home.incidents.since",
                        DateTimes.dayAndTime(step.since(), zone, card.getLocale()))))
                .about(card.getTranslation(process));
    }
}
