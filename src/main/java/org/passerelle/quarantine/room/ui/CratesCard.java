package org.passerelle.quarantine.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.home.ListCard;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.quarantine.room.service.CratesDue;
import org.passerelle.quarantine.room.service.CratesDue.Due;
import org.passerelle.quarantine.room.service.CratesDue.Today;
import org.passerelle.quarantine.service.CrateNews;
import org.passerelle.quarantine.ui.CrateView;
import org.passerelle.quarantine.ui.CrateWords;

/** The crates that wait for somebody, and those that will today. */
@SpringComponent
class CratesCard implements HomeCard<Today> {

    private static final int MOST = 4;

    private final CratesDue due;

    CratesCard(CratesDue due) {
        this.due = due;
    }

    @Override
    public Spot spot() {
        return Spot.ofTheBranch(Rank.ORDINARY, 40);
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of(CrateNews.ROOM_TOPIC.of(at.id()));
    }

    @Override
    public Optional<Today> read(Place at) {
        return Optional.of(due.today(at.id(), MOST)).filter(today -> !today.first().isEmpty());
    }

    @Override
    public Component draw(Today today, Place at) {
        ListCard card = new ListCard("home.crates");
        card.counting(today.ready() == 0 ? "" : today.ready());
        card.leadingTo(new RouterLink(card.getTranslation("quarantine.room.title"), RoomView.class));
        today.first().forEach(crate -> card.add(row(card, crate, at)));
        if (today.leftOut() > 0) {
            card.foot(new RouterLink(card.getTranslation("home.crates.more", today.leftOut()), RoomView.class));
        }
        return card;
    }

    private static Row row(ListCard card, Due crate, Place at) {
        RouterLink code = new RouterLink(crate.code(), CrateView.class, crate.id().value().toString());
        code.addClassName("code");
        String release = DateTimes.time(crate.releaseAt(), at.zone(), card.getLocale());
        Tag tag = crate.isReady() ? CrateWords.state(card, crate.state(), crate.late())
                : new Tag(Tone.PLAIN, card.getTranslation("home.crates.out", release));
        return new Row(code).tagged(tag).about(CrateWords.kind(card, crate.material(), crate.stacked()) + " · "
                + card.getTranslation("quarantine.documents", crate.documents()));
    }
}
