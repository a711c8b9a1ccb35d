package org.passerelle.quarantine.room.ui;

import com.vaadin.flow.router.QueryParameters;
import org.passerelle.platform.ui.home.BranchCount;
import org.passerelle.platform.ui.home.BranchCount.Address;
import org.passerelle.quarantine.room.service.CratesDue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many crates wait for somebody at other branches. */
@Configuration
class CratesElsewhere {

    @Bean
    BranchCount cratesAtBranches(CratesDue crates) {
        return new BranchCount(20, "home.others.crates", crates::at,
                branch -> new Address(RoomView.PATH + "/" + branch, QueryParameters.empty()));
    }
}
