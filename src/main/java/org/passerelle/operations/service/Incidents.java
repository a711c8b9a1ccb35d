package org.passerelle.operations.service;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.StuckSteps;
import org.passerelle.platform.process.StuckSteps.StuckStep;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases that a failure holds up, for managers to see and to set going again. */
@Service
public class Incidents {

    /** More at once have one cause: setting the oldest going tells whether it is gone. */
    static final int SHOWN = 200;

    private final StuckSteps steps;
    private final BranchRepository branches;
    private final SignedIn signedIn;

    Incidents(StuckSteps steps, BranchRepository branches, SignedIn signedIn) {
        this.steps = steps;
        this.branches = branches;
        this.signedIn = signedIn;
    }

    /** How many wait for that person: none for who is no manager. */
    @Transactional(readOnly = true)
    public int waitingFor(CurrentUser user) {
        return user.has(Role.MANAGER) ? steps.count() : 0;
    }

    @Transactional(readOnly = true)
    public List<StuckStep> all() {
        signedIn.require(Role.MANAGER);
        return steps.oldest(SHOWN);
    }

    /** The clock of the network: that of its first branch. */
    @Transactional(readOnly = true)
    public ZoneId zone() {
        return branches.findAllByOrderByName().stream().findFirst().map(Branch::zone).orElse(ZoneOffset.UTC);
    }

    /** Lets the step run once more, soon and by itself. */
    @Gesture
    public Outcome<Void> tryAgain(String step) {
        signedIn.require(Role.MANAGER);
        return steps.tryAgain(step) ? Outcome.done() : Outcome.refused(CommonRefusal.ALREADY_DONE);
    }
}
