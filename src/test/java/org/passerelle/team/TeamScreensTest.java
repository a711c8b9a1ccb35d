package org.passerelle.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.Screens;
import org.passerelle.team.members.service.TeamForm;
import org.passerelle.team.members.service.TeamMembers;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.ui.ReturnView;
import org.passerelle.team.ui.TeamView;
import org.passerelle.team.ui.leave.LeaveCalendarView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Pages of a team that stand open while it becomes somebody else's. */
class TeamScreensTest extends TeamTests {

    private static final String GONE = "Cette page n’existe plus pour vous.";

    @Autowired
    ApplicationContext context;
    @Autowired
    Teams teams;
    @Autowired
    TeamMembers members;

    Screens screens;

    @BeforeEach
    void openScreens() {
        screens = new Screens(context, ReturnView.class, TeamView.class, LeaveCalendarView.class);
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    void whoLooksAfterTheTeamNoLongerKeepsNoneOfItsPagesOnTheScreen() {
        UUID id = given.begun(helene, ines, MONDAY);
        for (String page : new String[] {"return-to-work/" + id, "team/" + team, "leave-wishes/" + team}) {
            name(helene);
            BrowserlessUIContext window = screens.of(helene);
            Screens.enter(window, page, "");
            assertThat(Screens.text(window)).as(page).contains("Inès Carpentier");

            name(otherManager);

            Screens.await(window, () -> Screens.text(window).contains(GONE));
            assertThat(Screens.text(window)).as(page).doesNotContain("Inès");
        }
    }

    @Test
    void thePageOfAReturnIsGoneForWhomTheAgentHasLeftAndAnotherOneOpensAsUsual() {
        UUID id = given.begun(helene, ines, MONDAY);
        UUID another = given.begun(helene, colleague, MONDAY);
        BrowserlessUIContext window = screens.of(helene);
        Screens.enter(window, "return-to-work/" + id, "");

        given.as(helene, () -> members.moveTo(ines.accountId(), otherTeam)).value();

        Screens.await(window, () -> Screens.text(window).contains(GONE));
        assertThat(Screens.text(window)).doesNotContain("Inès");
        Screens.enter(window, "return-to-work/" + another, "");
        assertThat(Screens.text(window)).contains("Clara").doesNotContain(GONE);
    }

    private void name(CurrentUser manager) {
        TeamForm form = given.as(admin, () -> teams.form(team)).orElseThrow();
        given.as(admin, () -> teams.change(team, new TeamForm(form.name(), Map.of(), Set.of(manager.accountId()), false, form.version())))
                .value();
    }
}
