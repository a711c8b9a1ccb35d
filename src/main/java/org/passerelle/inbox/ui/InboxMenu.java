package org.passerelle.inbox.ui;

import org.passerelle.inbox.service.Inbox;
import org.passerelle.inbox.service.InboxKeeper;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.MenuGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class InboxMenu {

    @Bean
    MenuEntry inboxEntry(Inbox inbox) {
        return new MenuEntry(MenuGroup.DAILY, 10, "inbox.title", InboxView.class, Audience.AGENTS)
                .counting(InboxKeeper.CHANGED, inbox::waiting);
    }
}
