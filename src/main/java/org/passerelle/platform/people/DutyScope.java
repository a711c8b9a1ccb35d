package org.passerelle.platform.people;

import java.io.Serializable;
import java.util.UUID;

/** For whom a duty is held. */
public sealed interface DutyScope extends Serializable {

    /** @param branch where the work is, or null where it is the whole network's */
    boolean covers(UUID branch);

    /** The branch of the scope, or null for the network. */
    UUID branch();

    static DutyScope of(UUID branch) {
        return branch == null ? new Network() : new Branch(branch);
    }

    record Network() implements DutyScope {

        @Override
        public boolean covers(UUID branch) {
            return true;
        }

        @Override
        public UUID branch() {
            return null;
        }
    }

    record Branch(UUID branch) implements DutyScope {

        @Override
        public boolean covers(UUID where) {
            return branch.equals(where);
        }
    }
}
