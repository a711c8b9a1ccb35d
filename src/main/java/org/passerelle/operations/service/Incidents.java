package org.passerelle.operations.service;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.process.CaseNames;
import org.passerelle.platform.process.CaseRef;
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
    private final Map<String, CaseNames> names;
    private final NetworkZone network;
    private final SignedIn signedIn;

    Incidents(StuckSteps steps, List<CaseNames> names, NetworkZone network, SignedIn signedIn) {
        this.steps = steps;
        this.names = names.stream().collect(Collectors.toMap(CaseNames::processKey, Function.identity()));
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

    /** @param first at most as many as were asked for */
    public record Oldest(List<StuckStep> first, int all) {
    }

    /** The oldest, and how many there are: one statement where there is none. */
    @Transactional(readOnly = true)
    public Oldest oldest(int most) {
        int all = count();
        return new Oldest(all == 0 ? List.of() : steps.oldest(most), all);
    }

    /** By what staff know these cases; those that nobody names are not in it. One statement for each process. */
    @Transactional(readOnly = true)
    public Map<CaseRef, String> names(List<StuckStep> stuck) {
        signedIn.require(Role.MANAGER);
        Map<CaseRef, String> known = new HashMap<>();
        stuck.stream().map(StuckStep::process).distinct().collect(Collectors.groupingBy(CaseRef::processKey))
                .forEach((process, cases) -> Optional.ofNullable(names.get(process)).ifPresent(of -> of.names()
                        .apply(cases.stream().map(CaseRef::id).toList())
                        .forEach((id, name) -> known.put(new CaseRef(process, id), name))));
        return known;
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
        return steps.tryAgain(step) ? Outcome.done() : Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
    }
}
