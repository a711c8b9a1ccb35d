package org.passerelle.notification.ui;

import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.MenuGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class NotificationMenu {

    @Bean
    MenuEntry outboxEntry() {
        return new MenuEntry(MenuGroup.DAILY, 80, "outbox.title", OutboxView.class, Audience.AGENTS);
    }
}
