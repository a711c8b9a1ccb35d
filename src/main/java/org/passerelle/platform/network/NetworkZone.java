package org.passerelle.platform.network;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.security.CurrentUser;
import org.springframework.stereotype.Component;

/** The clock by which is told what belongs to no single branch. */
@Component
public class NetworkZone {

    private final BranchRepository branches;

    NetworkZone(BranchRepository branches) {
        this.branches = branches;
    }

    /** That of the first branch by name; UTC where there is none yet. */
    public ZoneId zone() {
        return first(branches.findAllByOrderByName());
    }

    /** That of the first branch the person works for; else the network's. */
    public ZoneId zoneOf(CurrentUser user) {
        Set<UUID> own = user.branches();
        List<Branch> all = branches.findAllByOrderByName();
        return all.stream().filter(branch -> own.contains(branch.id())).findFirst().map(Branch::zone)
                .orElseGet(() -> first(all));
    }

    private static ZoneId first(List<Branch> all) {
        return all.stream().findFirst().map(Branch::zone).orElse(ZoneOffset.UTC);
    }
}
