package org.passerelle.platform.people;

import java.io.Serializable;
import java.util.UUID;

/** For whom a duty is held. */
public sealed interface DutyScope extends Serializable {

    boolean covers(WorkSite work);

    /** The branch of the scope, or null. */
    default UUID branch() {
        return null;
    }

    /** The team of the scope, or null. */
    default UUID team() {
        return null;
    }

    /** @param branch or null for the network */
    static DutyScope of(UUID branch) {
        return branch == null ? new Network() : new Branch(branch);
    }

    static DutyScope ofTeam(UUID team) {
        return new Team(team);
    }

    record Network() implements DutyScope {

        @Override
        public boolean covers(WorkSite work) {
            return true;
        }
    }

    record Branch(UUID branch) implements DutyScope {

        @Override
        public boolean covers(WorkSite work) {
            return branch.equals(work.branch());
        }
    }

    /** Of whoever is in that team, at whichever branch. */
    record Team(UUID team) implements DutyScope {

        @Override
        public boolean covers(WorkSite work) {
            return team.equals(work.team());
        }
    }
}
