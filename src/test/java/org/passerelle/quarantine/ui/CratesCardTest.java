package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import org.junit.jupiter.api.Test;
import org.passerelle.quarantine.CrateId;

/** The crates on the home of who works with them. */
class CratesCardTest extends QuarantineScreens {

    @Test
    void theHomeShowsTheCratesThatWaitForSomebodyAndThoseThatComeOutToday() {
        CrateId ready = room.sealedCrate(agent, branch, 2);
        quarantineOver();

        UI.getCurrent().navigate("");

        assertThat(texts()).contains("Caisses", "1", code(ready), "à contrôler");
    }

    @Test
    void whoWorksElsewhereSeesNoneOfThem() {
        CrateId ready = room.sealedCrate(agent, branch, 2);
        quarantineOver();
        String code = code(ready);

        signIn(room.agentOf(room.branch("GARE")));
        UI.getCurrent().navigate("catalogue");
        UI.getCurrent().navigate("");

        assertThat(texts()).doesNotContain("Caisses", code);
    }

    @Test
    void whoWorksAtSeveralBranchesReadsHowManyAreReadyAtTheOthers() {
        room.sealedCrate(agent, branch, 2);
        quarantineOver();

        signIn(room.agentOf(room.branch("GARE"), branch));
        UI.getCurrent().navigate("catalogue");
        UI.getCurrent().navigate("");

        assertThat(texts()).contains("Médiathèque PORT", "1 caisse prête").doesNotContain("Caisses");
        assertThat(all(RouterLink.class).map(RouterLink::getHref)).contains("quarantine/" + branch);
    }
}
