package org.passerelle.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.support.FailurePoints;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task changes hands in the engine, in the inbox and on record at once, or nowhere. */
@PasserelleTest
class InboxFailurePointsTest {


    @Autowired
    InboxFixture given;
    @Autowired
    Inbox inbox;
    @Autowired
    JdbcClient jdbc;

    @Test
    void takingGivingBackAndHandingToAColleague() {
        UUID port = given.branch("PORT", "Europe/Paris");
        CurrentUser camille = given.staff("Camille", Role.AGENT, port);
        CurrentUser noor = given.staff("Noor", Role.AGENT, port);
        TaskRef task = given.taskOf(camille, given.errand("à prendre", port, null)).ref();

        FailurePoints.allOrNothingAtEachStatement(jdbc, () -> given.as(camille, () -> inbox.claim(task)));
        FailurePoints.allOrNothing(jdbc, () -> given.as(camille, () -> inbox.giveBack(task)));
        FailurePoints.allOrNothing(jdbc,
                () -> given.as(camille, () -> inbox.handOver(task, noor.accountId())));

        assertThat(given.as(noor, () -> inbox.task(task)).orElseThrow().assigneeName()).isEqualTo("Noor");
    }
}
