package org.passerelle.platform.ui.accounts;

import java.util.Locale;
import java.util.UUID;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.springframework.stereotype.Service;

/** Tells in words where a member of staff works. */
@Service
public class WorkplaceText {

    private final BranchRepository branches;
    private final Messages messages;

    WorkplaceText(BranchRepository branches, Messages messages) {
        this.branches = branches;
        this.messages = messages;
    }

    public String of(CurrentUser user, Locale locale) {
        if (!user.isStaff()) {
            return "";
        }
        if (user.has(Role.MANAGER)) {
            return messages.text(locale, "layout.wholeNetwork");
        }
        if (user.branches().size() == 1) {
            UUID only = user.branches().iterator().next();
            return branches.findById(only).map(Branch::name).orElse("");
        }
        return messages.text(locale, "layout.branches", user.branches().size());
    }
}
