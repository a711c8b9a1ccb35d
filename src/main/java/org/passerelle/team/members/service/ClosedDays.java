package org.passerelle.team.members.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.platform.network.ClosedBranches;
import org.passerelle.team.members.domain.Agent;
import org.passerelle.team.members.domain.Team;

/** The days on which the branches of these people are closed. */
record ClosedDays(Map<UUID, Set<LocalDate>> byBranch) {

    static ClosedDays of(Collection<Agent> people, LocalDate first, LocalDate last, ClosedBranches closed) {
        return new ClosedDays(closed.days(people.stream().map(Agent::branch).collect(Collectors.toSet()), first, last));
    }

    boolean isClosedFor(Agent agent, LocalDate date) {
        return byBranch.getOrDefault(agent.branch(), Set.of()).contains(date);
    }

    /** How many of the team are to be on site: where all of its branches are closed, nobody. */
    int minimum(Team team, Collection<Agent> people, LocalDate date) {
        return !people.isEmpty() && people.stream().allMatch(agent -> isClosedFor(agent, date)) ? 0
                : team.minimum().getOrDefault(date.getDayOfWeek(), 0);
    }
}
