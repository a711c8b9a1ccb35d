package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.catalogue.BranchCopies;
import org.passerelle.catalogue.FoundTitle;
import org.passerelle.catalogue.TitleInfo;

/** One title in a list: what it is, and where it can be had. */
class TitleRow extends ListItem {

    TitleRow(FoundTitle found, List<TitleAction> actions) {
        addClassName("title-row");
        RouterLink link = new RouterLink(found.title().title(), TitleView.class, found.title().id().toString());
        link.addClassName("row-title");
        Div what = new Div(link, line(description(found.title())), availability(found));
        what.addClassName("what");
        add(what);
        actions.stream().flatMap(action -> action.of(found).stream()).forEach(this::add);
    }

    private String description(TitleInfo title) {
        return Stream.of(title.author(), title.year() == null ? null : title.year().toString(),
                        getTranslation("catalogue.material." + title.material()))
                .filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    private static Span line(String text) {
        Span line = new Span(text);
        line.addClassName("row-sub");
        return line;
    }

    private Div availability(FoundTitle found) {
        Div words = new Div(new AvailabilityTag(found), line(found.branches().stream()
                .filter(there -> there.available() > 0).map(this::at).collect(Collectors.joining(" · "))));
        words.addClassName("availability");
        return words;
    }

    private String at(BranchCopies there) {
        return getTranslation("catalogue.available.at", there.branchName(), there.available());
    }
}
