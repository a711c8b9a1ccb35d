package org.passerelle.circulation.desk.ui;

import org.passerelle.circulation.drive.service.DriveToday;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.MenuGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DriveMenu {

    @Bean
    MenuEntry driveDay(DriveToday today) {
        return new MenuEntry(MenuGroup.DAILY, 20, "staff.day.title", DayView.class, Audience.AGENTS)
                .counting(ReservationNews.DAY_TOPIC.any(), today::toServe);
    }

    @Bean
    MenuEntry counter() {
        return new MenuEntry(MenuGroup.DAILY, 30, "staff.counter.title", CounterView.class, Audience.AGENTS);
    }
}
