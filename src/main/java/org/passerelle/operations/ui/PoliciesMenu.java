package org.passerelle.operations.ui;

import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.MenuGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class PoliciesMenu {

    @Bean
    MenuEntry policiesEntry() {
        return new MenuEntry(MenuGroup.STEERING, 40, "policy.title", PolicyView.class, Audience.MANAGERS);
    }
}
