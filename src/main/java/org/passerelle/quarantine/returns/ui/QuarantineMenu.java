package org.passerelle.quarantine.returns.ui;

import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.MenuGroup;
import org.passerelle.quarantine.room.service.CratesDue;
import org.passerelle.quarantine.room.ui.RoomView;
import org.passerelle.quarantine.service.CrateNews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class QuarantineMenu {

    @Bean
    MenuEntry returnsEntry() {
        return new MenuEntry(MenuGroup.DAILY, 40, "returns.title", ReturnsView.class, Audience.AGENTS);
    }

    @Bean
    MenuEntry quarantineRoomEntry(CratesDue due) {
        return new MenuEntry(MenuGroup.DAILY, 45, "quarantine.room.title", RoomView.class, Audience.AGENTS)
                .counting(CrateNews.ROOM_TOPIC.any(), due::toDealWith);
    }
}
