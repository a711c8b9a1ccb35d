package org.passerelle.platform.ui;

import com.vaadin.flow.component.Component;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.ui.live.Topic;

/**
 * A line of the menu. A module contributes its own as beans, so that the layout knows no module.
 *
 * @param order      place within the group, smallest first
 * @param messageKey what the line says
 * @param view       where it leads; a view that opens without a route parameter
 * @param count      how many things wait there for the person signed in, or null; a zero is not shown, and
 *                   more than 1,000 are said to be so
 * @param follows    what changes that number while the screen is open, or null; the same kind is followed for the account of
 *                   the person
 */
public record MenuEntry(MenuGroup group, int order, String messageKey, Class<? extends Component> view,
                        Audience audience, IntSupplier count, Topic follows) {

    public MenuEntry(MenuGroup group, int order, String messageKey, Class<? extends Component> view,
                     Audience audience) {
        this(group, order, messageKey, view, audience, null, null);
    }

    /** The lines that person may use, in their order. */
    public static List<MenuEntry> usable(List<MenuEntry> all, Optional<CurrentUser> user) {
        return all.stream().filter(entry -> entry.audience().includes(user))
                .sorted(Comparator.comparing(MenuEntry::group).thenComparingInt(MenuEntry::order)).toList();
    }

    /** The same line with a live number, asked for only for those whom the line is for. */
    public MenuEntry counting(Topic topic, IntSupplier howMany) {
        return new MenuEntry(group, order, messageKey, view, audience, howMany, topic);
    }
}
