package org.passerelle.team.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.home.ListCard;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.team.returns.service.ReturnHome;
import org.passerelle.team.returns.service.ReturnHome.Coming;
import org.passerelle.team.returns.service.ReturnNews;

/** One's own return, for oneself. */
@SpringComponent
class OwnReturnCard implements HomeCard<Coming> {

    private final ReturnHome returns;
    private final SignedIn signedIn;

    OwnReturnCard(ReturnHome returns, SignedIn signedIn) {
        this.returns = returns;
        this.signedIn = signedIn;
    }

    @Override
    public Spot spot() {
        return new Spot(Rank.ORDINARY, 60, Audience.AGENTS);
    }

    @Override
    public Optional<Coming> read(Place at) {
        return returns.mine();
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of(ReturnNews.OWN.of(signedIn.require(Role.AGENT).accountId()));
    }

    @Override
    public Component draw(Coming mine, Place at) {
        ListCard card = new ListCard("team.home.mine");
        card.leadingTo(new RouterLink(card.getTranslation("team.mine.title"), MyWorkView.class));
        card.add(new Row(new RouterLink(card.getTranslation(mine.on() == null ? "team.home.noDate" : "team.home.on",
                mine.on() == null ? "" : TeamWords.day(mine.on())), MyWorkView.class)));
        return card;
    }
}
