package org.passerelle.platform.ui;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class StaffMenu {

    @Bean
    MenuEntry staffEntry() {
        return new MenuEntry(MenuGroup.STEERING, 30, "members.title", StaffView.class, Audience.MANAGERS);
    }
}
