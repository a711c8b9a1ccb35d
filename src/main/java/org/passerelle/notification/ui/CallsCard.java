package org.passerelle.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.notification.domain.OutboxFilter.Group;
import org.passerelle.notification.service.CallsToMake;
import org.passerelle.notification.service.CallsToMake.Call;
import org.passerelle.notification.service.CallsToMake.Calls;
import org.passerelle.notification.service.Outbox;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.home.ListCard;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.Topic;

/** Whom to call, with the number. */
@SpringComponent
class CallsCard implements HomeCard<Calls> {

    private static final int MOST = 4;

    private final CallsToMake calls;

    CallsCard(CallsToMake calls) {
        this.calls = calls;
    }

    @Override
    public Spot spot() {
        return Spot.ofTheBranch(Rank.ORDINARY, 30);
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of(Outbox.TOPIC.any());
    }

    @Override
    public Optional<Calls> read(Place at) {
        return Optional.of(calls.of(at.id(), MOST)).filter(some -> some.all() > 0);
    }

    @Override
    public Component draw(Calls some, Place at) {
        ListCard card = new ListCard("home.calls").counting(some.all());
        card.leadingTo(ListCard.link(card.getTranslation("outbox.title"), OutboxView.PATH, toCall(at.id())));
        some.first().forEach(call -> card.add(row(card, call, at)));
        if (some.leftOut() > 0) {
            card.foot(ListCard.link(card.getTranslation("home.calls.more", some.leftOut()), OutboxView.PATH, toCall(at.id())));
        }
        return card;
    }

    /** The list there holds as many as are counted here. */
    static QueryParameters toCall(UUID branch) {
        return QueryParameters.of(OutboxView.GROUP, Group.TO_CALL.name()).merging(OutboxView.BRANCH, branch.toString());
    }

    private static Row row(ListCard card, Call call, Place at) {
        Row row = new Row(call.task() != null ? ListCard.link(call.name(), call.task())
                : ListCard.link(call.name(), OutboxView.PATH + "/" + call.message(), toCall(at.id())));
        if (call.attempt() > 1) {
            row.tagged(new Tag(Tone.DUE, card.getTranslation("home.calls.attempt", call.attempt())));
        }
        Span about = new Span();
        if (call.phone() != null) {
            about.add(new Anchor("tel:" + call.phone().replaceAll("[^+0-9]", ""), call.phone()), new Text(" · "));
        }
        about.add(new Text(call.about()));
        return row.about(about);
    }
}
