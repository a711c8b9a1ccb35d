package org.passerelle.operations.service;

import java.time.ZoneId;
import java.util.List;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.StuckSteps;
import org.passerelle.platform.process.StuckSteps.StuckStep;
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
    private final NetworkZone network;
    private final SignedIn signedIn;

    Incidents(StuckSteps steps, NetworkZone network, SignedIn signedIn) {
        this.steps = steps;
        this.network = network;
        this.signedIn = signedIn;
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public int count() {
        signedIn.require(Role.MANAGER);
        return steps.count();
    }

    @Transactional(readOnly = true)
    public List<StuckStep> all() {
        signedIn.require(Role.MANAGER);
        return steps.oldest(SHOWN);
    }

    /** In which their dates are told. */
    @Transactional(readOnly = true)
    public ZoneId zone() {
        signedIn.require(Role.MANAGER);
        return network.zone();
    }

    /** Lets the step run once more, soon and by itself. */
    @Gesture
    public Outcome<Void> tryAgain(String step) {
        signedIn.require(Role.MANAGER);
        return steps.tryAgain(step) ? Outcome.done() : Outcome.refused(CommonRefusal.ALREADY_DONE);
    }
}
