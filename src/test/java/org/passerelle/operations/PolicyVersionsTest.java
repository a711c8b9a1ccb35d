package org.passerelle.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Edition;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.operations.service.Policies.Reached;
import org.passerelle.platform.policy.PolicyCheck.Fault;
import org.passerelle.platform.policy.PolicyCheck.Kind;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;

/** The versions of a table: who published them, and what a start of the product makes of them. */
@PasserelleTest
class PolicyVersionsTest {

    private static final String TABLE = "quarantine-policy";
    private static final String SHIPPED = "shipped/" + TABLE;
    private static final String OF_BEFORE = "<!-- as an older product shipped it -->";

    @Autowired
    Policies policies;
    @Autowired
    QuarantineRoom room;
    @Autowired
    Engine engine;
    @Autowired
    SmartLifecycle modelDeployment;
    @Autowired
    AppClock clock;

    private CurrentUser manager;
    private CurrentUser agent;

    @BeforeEach
    void people() {
        agent = room.agentOf(room.branch("MED"));
        manager = room.onRecord(room.manager());
    }

    @Test
    void eachVersionTellsWhoPublishedItWhenWhyAndHowFarItReached() {
        room.sealedCrate(agent, agent.branches().iterator().next(), 1);

        room.publish(manager, "hours", "240", Reach.ALL_RUNNING);

        assertThat(open().editions()).first()
                .isEqualTo(new Edition(open().version(), clock.instant(), "Nadia", "Consigne",
                        new Reached(Reach.ALL_RUNNING, 1)));
        assertThat(open().editions().getLast().by()).isNull();
    }

    @Test
    void aTableWithoutARowNamesEveryCaseAndIsNotPublished() {
        List<Fault> faults = room.by(manager, () -> policies.faults(TABLE, List.of()));
        assertThat(faults).hasSize(6 * 2 * 2).allSatisfy(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.GAP);
            assertThat(fault.asked()).containsOnlyKeys("material", "stacked", "situation");
        });
        assertThat(faults).extracting(Fault::asked).doesNotHaveDuplicates();

        Policy before = open();
        assertThat(room.by(manager, () -> policies.publish(TABLE, before.version(), List.of(), "Consigne",
                Reach.ALL_RUNNING, Set.of())).refusal()).isEqualTo(OperationsRefusal.TABLE_FAULTY);
        assertThat(room.by(manager, () -> policies.impact(TABLE, List.of(), Reach.ALL_RUNNING, Set.of())).refusal())
                .isEqualTo(OperationsRefusal.TABLE_FAULTY);
        assertThat(open()).isEqualTo(before);
    }

    @Test
    void aStartOfANewerProductKeepsWhatAManagerHasPublished() {
        String known = shipped().getFirst().getId();
        room.jdbc.sql("update act_ge_bytearray set bytes_ = bytes_ || ? where deployment_id_ = ?")
                .params(OF_BEFORE.getBytes(), known).update();
        try {
            room.publish(manager, "hours", "240", Reach.NEW_ONLY);
            Policy published = open();

            modelDeployment.start();

            assertThat(open()).isEqualTo(published);
            assertThat(published.rows()).allSatisfy(row -> assertThat(row.then()).startsWith("240"));

            // What nobody has published follows the product: the file has changed, so it is deployed.
            repository().createDeploymentQuery().deploymentName("published/" + TABLE).list()
                    .forEach(deployment -> repository().deleteDeployment(deployment.getId(), true));
            modelDeployment.start();
            assertThat(shipped()).hasSize(2);
        } finally {
            shipped().stream().filter(deployment -> !deployment.getId().equals(known))
                    .forEach(deployment -> repository().deleteDeployment(deployment.getId(), true));
            room.jdbc.sql("""
                    update act_ge_bytearray set bytes_ = substring(bytes_ from 1 for length(bytes_) - ?)
                    where deployment_id_ = ?""")
                    .params(OF_BEFORE.length(), known).update();
        }
    }

    private List<Deployment> shipped() {
        return repository().createDeploymentQuery().deploymentName(SHIPPED).orderByDeploymentTime().asc().list();
    }

    private RepositoryService repository() {
        return engine.raw().getRepositoryService();
    }

    private Policy open() {
        return room.by(manager, () -> policies.open(TABLE)).orElseThrow();
    }
}
