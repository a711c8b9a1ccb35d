package org.passerelle.team.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
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
import org.passerelle.team.returns.service.ReturnHome.Board;
import org.passerelle.team.returns.service.ReturnNews;

/** One's own return, for oneself; and who of a manager's teams comes back within a week. */
@SpringComponent
class ComingBackCard implements HomeCard<Board> {

    private final ReturnHome returns;
    private final SignedIn signedIn;

    ComingBackCard(ReturnHome returns, SignedIn signedIn) {
        this.returns = returns;
        this.signedIn = signedIn;
    }

    @Override
    public Spot spot() {
        return new Spot(Rank.ORDINARY, 70, Audience.AGENTS);
    }

    @Override
    public Optional<Board> read(Place at) {
        return Optional.of(returns.board()).filter(board -> !board.isEmpty());
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of(ReturnNews.OWN.of(signedIn.require(Role.AGENT).accountId()));
    }

    @Override
    public Component draw(Board board, Place at) {
        ListCard card = new ListCard(board.first().isEmpty() ? "team.home.mine" : "team.home.soon");
        if (!board.first().isEmpty()) {
            card.counting(board.first().size()).leadingTo(new RouterLink(card.getTranslation("team.title"), TeamsView.class));
        }
        board.mine().ifPresent(mine -> card.add(new Row(new RouterLink(card.getTranslation(mine.on() == null ? "team.home.noDate"
                : "team.home.on", mine.on() == null ? "" : TeamWords.day(mine.on())), MyWorkView.class))));
        board.first().forEach(each -> card.add(new Row(new RouterLink(each.name(), ReturnView.class, each.id().toString()))
                .about(card.getTranslation("team.returns.on", TeamWords.day(each.on())))));
        if (board.later() > 0) {
            card.foot(new Span(card.getTranslation("team.home.later", board.later())));
        }
        return card;
    }
}
