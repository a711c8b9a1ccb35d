package org.passerelle.platform.retention.ui;

import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.MenuGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class KeptDataMenu {

    @Bean
    MenuEntry keptDataEntry() {
        return new MenuEntry(MenuGroup.STEERING, 80, "keptData.title", KeptDataView.class, Audience.ADMINISTRATORS);
    }
}
