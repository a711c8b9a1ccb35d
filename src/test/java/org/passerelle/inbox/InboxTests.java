package org.passerelle.inbox;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.support.Engine;
import org.passerelle.support.FreshState;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.errand.SampleErrandProcess;
import org.springframework.beans.factory.annotation.Autowired;

/** A network of two branches and their staff, with errands to run. */
@PasserelleTest
abstract class InboxTests {

    static final Instant NOW = FreshState.START;

    @Autowired
    Inbox inbox;
    @Autowired
    InboxFixture given;
    @Autowired
    SampleErrandProcess process;
    @Autowired
    Engine engine;

    UUID port;
    UUID gare;
    CurrentUser camille;
    CurrentUser noor;
    CurrentUser elsewhere;
    CurrentUser manager;

    @BeforeEach
    void aNetworkOfTwoBranches() {
        port = given.branch("Port", "Europe/Paris");
        gare = given.branch("Gare", "Pacific/Noumea");
        camille = given.staff("Camille", Role.AGENT, port);
        noor = given.staff("Noor", Role.AGENT, port);
        elsewhere = given.staff("Aline", Role.AGENT, gare);
        manager = given.staff("Sacha", Role.MANAGER);
    }

    InboxTask task(CurrentUser user, TaskRef ref) {
        return given.as(user, () -> inbox.task(ref)).orElseThrow();
    }
}
