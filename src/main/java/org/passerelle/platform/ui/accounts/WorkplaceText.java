package org.passerelle.platform.ui.accounts;

import java.util.List;
import java.util.Locale;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.springframework.stereotype.Service;

/** Tells in words where a member of staff works. */
@Service
public class WorkplaceText {

    private final Messages messages;

    WorkplaceText(Messages messages) {
        this.messages = messages;
    }

    /** @param places where they may work */
    public String of(CurrentUser user, List<Place> places, Locale locale) {
        if (!user.isStaff()) {
            return "";
        }
        if (user.has(Role.MANAGER)) {
            return messages.text(locale, "layout.wholeNetwork");
        }
        if (places.size() == 1) {
            return places.getFirst().name();
        }
        return messages.text(locale, "layout.branches", user.branches().size());
    }
}
