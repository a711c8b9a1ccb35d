package org.passerelle.team.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.home.ListCard;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.returns.service.ReturnHome;
import org.passerelle.team.returns.service.ReturnHome.Soon;

/** Who of a manager's teams comes back within a week. */
@SpringComponent
class ComingBackCard implements HomeCard<Soon> {

    private final ReturnHome returns;

    ComingBackCard(ReturnHome returns) {
        this.returns = returns;
    }

    @Override
    public Spot spot() {
        return new Spot(Rank.ORDINARY, 70, Audience.MANAGERS);
    }

    @Override
    public Optional<Soon> read(Place at) {
        return Optional.of(returns.soon()).filter(soon -> !soon.first().isEmpty());
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of(Teams.CHANGED.any());
    }

    @Override
    public Component draw(Soon soon, Place at) {
        ListCard card = new ListCard("team.home.soon").counting(soon.first().size());
        card.leadingTo(new RouterLink(card.getTranslation("team.title"), TeamsView.class));
        soon.first().forEach(each -> card.add(new Row(new RouterLink(each.name(), ReturnView.class, each.id().toString()))
                .about(card.getTranslation("team.returns.on", TeamWords.day(each.on())))));
        if (soon.later() > 0) {
            card.foot(new Span(card.getTranslation("team.home.later", soon.later())));
        }
        return card;
    }
}
