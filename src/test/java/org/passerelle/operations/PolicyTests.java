package org.passerelle.operations;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Published;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.policy.PolicyCheck.Fault;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.CrateTests;
import org.passerelle.quarantine.QuarantineRoom;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager before the quarantine's table. */
abstract class PolicyTests extends CrateTests {

    static final String TABLE = "quarantine-policy";

    @Autowired
    Policies policies;

    CurrentUser manager;

    @BeforeEach
    void aManager() {
        manager = room.manager();
    }

    Policy open() {
        return room.by(manager, () -> policies.open(TABLE)).orElseThrow();
    }

    List<Fault> faults(List<Row> rows) {
        return room.by(manager, () -> policies.faults(TABLE, rows));
    }

    Outcome<Published> publish(List<Row> rows, Reach reach) {
        return room.by(manager, () -> policies.publish(TABLE, open().version(), rows, "Consigne", reach, Set.of()));
    }

    List<Row> hours(String hours) {
        return QuarantineRoom.hours(open(), hours);
    }
}
