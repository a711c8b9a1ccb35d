package org.passerelle.notification.ui;

import org.passerelle.notification.service.CallsToMake;
import org.passerelle.platform.ui.home.BranchCount;
import org.passerelle.platform.ui.home.BranchCount.Address;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many people other branches have to call. */
@Configuration
class CallsElsewhere {

    @Bean
    BranchCount callsAtBranches(CallsToMake calls) {
        return new BranchCount(10, "home.others.calls", calls::at, branch -> new Address(OutboxView.PATH, CallsCard.toCall(branch)));
    }
}
