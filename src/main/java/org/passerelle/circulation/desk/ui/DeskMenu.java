package org.passerelle.circulation.desk.ui;

import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.MenuGroup;
import org.passerelle.slots.ui.SlotSettingsView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands in the menu for patrons' records and for the slots. */
@Configuration
class DeskMenu {

    @Bean
    MenuEntry patronsEntry() {
        return new MenuEntry(MenuGroup.DAILY, 60, "patrons.title", PatronsView.class, Audience.AGENTS);
    }

    @Bean
    MenuEntry slotSettingsEntry() {
        return new MenuEntry(MenuGroup.STEERING, 20, "slots.title", SlotSettingsView.class, Audience.MANAGERS);
    }
}
