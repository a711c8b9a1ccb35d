package org.passerelle.platform.ui.home;

import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.MenuGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class HomeMenu {

    @Bean
    MenuEntry homeEntry() {
        return new MenuEntry(MenuGroup.DAILY, 0, "home.menu", HomeView.class, Audience.EVERYONE);
    }
}
