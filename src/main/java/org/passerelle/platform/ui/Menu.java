package org.passerelle.platform.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.platform.ui.live.Topic;

/** The lines of the menu that a person may use, grouped, with live numbers. */
class Menu extends Nav {

    /** Numbers need not be exact beyond. */
    private static final int MOST = 1_000;

    private final LiveUpdates live;
    private final Optional<CurrentUser> user;
    private final Set<String> places = new HashSet<>();
    private final Map<MenuEntry, Span> counts = new LinkedHashMap<>();

    Menu(List<MenuEntry> entries, Optional<CurrentUser> user, LiveUpdates live) {
        this.live = live;
        this.user = user;
        getElement().setAttribute("aria-label", getTranslation("menu.label"));
        List<MenuEntry> usable = MenuEntry.usable(entries, user);
        Arrays.stream(MenuGroup.values())
                .forEach(group -> addGroup(group, usable.stream().filter(entry -> entry.group() == group).toList()));
    }

    private void addGroup(MenuGroup group, List<MenuEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        if (group != MenuGroup.DAILY) {
            add(new H2(getTranslation(group.messageKey())));
        }
        UnorderedList lines = new UnorderedList();
        entries.forEach(entry -> lines.add(new ListItem(link(entry))));
        add(lines);
    }

    private RouterLink link(MenuEntry entry) {
        RouterLink link = new RouterLink(entry.view());
        link.addClassName("menu-link");
        link.add(new Span(getTranslation(entry.messageKey())));
        places.add(link.getHref());
        link.setHighlightCondition((self, navigation) -> isAt(self.getHref(), navigation.getLocation().getPath()));
        link.setHighlightAction((self, here) -> {
            if (here) {
                self.getElement().setAttribute("aria-current", "page");
            } else {
                self.getElement().removeAttribute("aria-current");
            }
        });
        if (entry.count() != null) {
            Span count = new Span();
            count.addClassName("menu-count");
            counts.put(entry, count);
            show(entry, count);
            if (entry.follows() != null) {
                live.follow(count, entry.follows(), () -> show(entry, count));
                user.map(CurrentUser::accountId).ifPresent(me ->
                        live.follow(count, new Topic(entry.follows().kind(), me), () -> show(entry, count)));
            }
            link.add(count);
        }
        return link;
    }

    /** The person works at another branch: each number anew. */
    void count() {
        counts.forEach(this::show);
    }

    /** Of several entries that lead to a page, the nearest is where the person is. */
    private boolean isAt(String href, String path) {
        return leadsTo(href, path) && places.stream()
                .noneMatch(other -> other.length() > href.length() && leadsTo(other, path));
    }

    private static boolean leadsTo(String href, String path) {
        return path.equals(href) || !href.isEmpty() && path.startsWith(href + "/");
    }

    private void show(MenuEntry entry, Span count) {
        int waiting = entry.count().getAsInt();
        count.setText(waiting == 0 ? "" : waiting > MOST ? getTranslation("menu.many") : String.valueOf(waiting));
    }
}
