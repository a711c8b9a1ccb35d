package org.passerelle.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxPages;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.inbox.service.InboxKeeper;
import org.passerelle.inbox.ui.MyTasksCard.Mine;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.home.ListCard;
import org.passerelle.platform.ui.live.Topic;

/** The tasks that the person has taken, and how many wait for their group where they work: together as many as the menu says. */
@SpringComponent
class MyTasksCard implements HomeCard<Mine> {

    private static final int MOST = 5;
    private static final InboxFilter MINE = InboxFilter.START.with(Chip.MINE);
    private static final InboxFilter GROUP = InboxFilter.START.with(Chip.GROUP);

    private final Inbox inbox;
    private final SignedIn signedIn;
    private final AppClock clock;

    MyTasksCard(Inbox inbox, SignedIn signedIn, AppClock clock) {
        this.inbox = inbox;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** @param group how many wait for whoever takes them */
    record Mine(List<InboxTask> first, int all, int group) {
    }

    @Override
    public Spot spot() {
        return new Spot(Rank.ORDINARY, 50, Audience.AGENTS);
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of(InboxKeeper.CHANGED, InboxKeeper.changedFor(signedIn.require(Role.AGENT).accountId()));
    }

    @Override
    public Optional<Mine> read(Place at) {
        InboxFilter start = inbox.start();
        var chips = inbox.overview(start, inbox.read(start)).counts().chips();
        int mine = chips.get(Chip.MINE);
        int group = chips.get(Chip.GROUP);
        return mine + group == 0 ? Optional.empty()
                : Optional.of(new Mine(mine == 0 ? List.of() : inbox.page(start.with(Chip.MINE), 0, MOST), mine, group));
    }

    @Override
    public Component draw(Mine tasks, Place at) {
        ListCard card = new ListCard("home.tasks").counting(tasks.all());
        card.leadingTo(new RouterLink(card.getTranslation("inbox.title"), InboxView.class, RouteParameters.empty()));
        tasks.first().forEach(task -> card.add(row(card, task)));
        if (tasks.all() > tasks.first().size()) {
            card.foot(link(card.getTranslation("home.tasks.more", tasks.all() - tasks.first().size()), MINE));
        }
        if (tasks.group() > 0) {
            card.foot(link(tasks.group() > InboxPages.MOST
                    ? card.getTranslation("home.tasks.groupMany", InboxPages.MOST)
                    : card.getTranslation("home.tasks.group", tasks.group()), GROUP));
        }
        return card;
    }

    private Row row(ListCard card, InboxTask task) {
        RouterLink name = new RouterLink(card.getTranslation(task.kind().messageKey()), InboxView.class,
                InboxAddress.of(task.ref()));
        name.setQueryParameters(InboxAddress.of(MINE, null));
        Row row = new Row(name);
        if (task.due() != null) {
            row.tagged(new DueTag(task, clock.instant(), card.getLocale()));
        }
        return task.subjectKey() == null ? row
                : row.about(card.getTranslation(task.subjectKey(), task.subjectArgs().toArray()));
    }

    private static RouterLink link(String words, InboxFilter filter) {
        RouterLink link = new RouterLink(words, InboxView.class, RouteParameters.empty());
        link.setQueryParameters(InboxAddress.of(filter, null));
        return link;
    }
}
