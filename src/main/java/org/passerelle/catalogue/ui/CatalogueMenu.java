package org.passerelle.catalogue.ui;

import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.MenuGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CatalogueMenu {

    @Bean
    MenuEntry catalogueEntry() {
        return new MenuEntry(MenuGroup.DAILY, 50, "catalogue.title", CatalogueView.class, Audience.EVERYONE);
    }

    @Bean
    MenuEntry importEntry() {
        return new MenuEntry(MenuGroup.STEERING, 50, "catalogue.import.title", ImportView.class, Audience.MANAGERS);
    }
}
