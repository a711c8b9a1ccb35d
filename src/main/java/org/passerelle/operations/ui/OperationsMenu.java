package org.passerelle.operations.ui;

import org.passerelle.operations.service.Incidents;
import org.passerelle.platform.process.StuckSteps;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.MenuGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class OperationsMenu {

    @Bean
    MenuEntry incidentsEntry(Incidents incidents) {
        return new MenuEntry(MenuGroup.STEERING, 60, "incidents.title", IncidentsView.class, Audience.MANAGERS)
                .counting(StuckSteps.CHANGED, incidents::count);
    }
}
