package org.passerelle.team.ui;

import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.MenuGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TeamMenu {

    @Bean
    MenuEntry teamsEntry() {
        return new MenuEntry(MenuGroup.TEAM, 20, "team.title", TeamsView.class, Audience.AGENTS);
    }

    @Bean
    MenuEntry myWorkEntry() {
        return new MenuEntry(MenuGroup.TEAM, 30, "team.mine.title", MyWorkView.class, Audience.AGENTS);
    }
}
