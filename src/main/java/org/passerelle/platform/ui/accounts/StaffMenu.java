package org.passerelle.platform.ui.accounts;

import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.MenuGroup;
import org.passerelle.platform.ui.branches.BranchesView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class StaffMenu {

    @Bean
    MenuEntry branchesEntry() {
        return new MenuEntry(MenuGroup.STEERING, 10, "branches.title", BranchesView.class, Audience.MANAGERS);
    }

    @Bean
    MenuEntry staffEntry() {
        return new MenuEntry(MenuGroup.STEERING, 30, "members.title", StaffView.class, Audience.MANAGERS);
    }

    @Bean
    MenuEntry securityEntry() {
        return new MenuEntry(MenuGroup.STEERING, 70, "security.title", SecurityView.class, Audience.ADMINISTRATORS);
    }
}
