package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.domain.InboxRefusal;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.quarantine.domain.ReleaseRequest.State;
import org.springframework.beans.factory.annotation.Autowired;

/** What became of the early releases that people asked for, and who may take the decision on. */
class DecidedReleasesTest extends CrateTests {

    @Autowired
    Inbox inbox;

    private CurrentUser asking;
    private CurrentUser deciding;
    private CrateId crate;

    @BeforeEach
    void twoAgents() {
        asking = room.onRecord(agent);
        deciding = room.onRecord(new CurrentUser(UUID.randomUUID(), "Nadia", Role.AGENT,
                agent.branches(), null));
        crate = room.sealedCrate(agent, branch, 2);
    }

    @Test
    void theCratesPageTellsWhoAskedWhyAndWhoDecidedWhat() {
        UUID document = room.see(agent, crate).documents().getFirst().id();
        UUID refused = ask(document, "Pour voir");
        room.by(deciding, () -> room.releaseDesk.refuse(room.decision(refused), refused)).value();
        UUID granted = ask(null, "Bac blanc demain");
        room.by(deciding, () -> room.releaseDesk.approve(room.decision(granted), granted)).value();

        assertThat(room.see(agent, crate).asked()).isEmpty();
        assertThat(room.see(agent, crate).decided()).satisfiesExactly(first -> {
            assertThat(first.state()).isEqualTo(State.REFUSED);
            assertThat(first.document()).isEqualTo("Livre 0");
            assertThat(first.reason()).isEqualTo("Pour voir");
            assertThat(first.by()).isEqualTo("Camille");
            assertThat(first.decidedBy()).isEqualTo("Nadia");
            assertThat(first.decidedAt()).isEqualTo(clock.instant());
        }, second -> {
            assertThat(second.state()).isEqualTo(State.APPROVED);
            assertThat(second.document()).isNull();
            assertThat(second.reason()).isEqualTo("Bac blanc demain");
        });
    }

    @Test
    void whatTheEndOfTheQuarantineSettledIsToldToo() {
        ask(null, "Bac blanc");
        quarantineOver();
        assertThat(room.see(agent, crate).decided()).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(State.NO_LONGER_NEEDED);
            assertThat(request.decidedAt()).isNull();
        });
    }

    @Test
    void whoAskedCannotKeepTheDecisionFromOthers() {
        UUID request = ask(null, "Bac blanc");
        TaskRef task = room.decision(request);

        assertThat(room.by(asking, () -> inbox.claim(task)).refusal()).isEqualTo(InboxRefusal.TASK_FOR_SOMEBODY_ELSE);
        assertThat(room.by(deciding, () -> inbox.handOver(task, asking.accountId())).refusal())
                .isEqualTo(InboxRefusal.COLLEAGUE_MAY_NOT);
        assertThat(room.by(deciding, () -> inbox.claim(task)).isDone()).isTrue();
        room.by(deciding, () -> room.releaseDesk.refuse(task, request)).value();
    }

    private UUID ask(UUID document, String reason) {
        return room.by(asking, () -> room.releaseDesk.ask(crate, document, reason)).value();
    }
}
