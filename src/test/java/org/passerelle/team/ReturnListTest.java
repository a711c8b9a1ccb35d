package org.passerelle.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.support.Patience;
import org.passerelle.support.Statements;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.passerelle.team.returns.service.ReturnList;
import org.passerelle.team.returns.service.ReturnList.Progress;
import org.passerelle.team.returns.service.ReturnStart;
import org.passerelle.team.returns.service.ReturnStart.ReturnDates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Returns begin: one, one’s own, or those of a whole list. */
class ReturnListTest extends TeamTests {

    private static final ReturnDates DATES = new ReturnDates(MONDAY, null);

    @Autowired
    ReturnList list;
    @Autowired
    ReturnStart start;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aListBeginsEachReturnOnceHoweverOftenItIsPressed() {
        List<UUID> people = new ArrayList<>(List.of(ines.accountId(), colleague.accountId(), bastien.accountId()));
        for (int i = 0; i < 197; i++) {
            CurrentUser agent = given.staff("Agent " + i, Role.AGENT);
            given.place(helene, agent, team, canal);
            people.add(agent.accountId());
        }
        given.begun(helene, colleague, MONDAY);

        assertThat(given.as(helene, () -> list.startAll(team, people, DATES))).isTrue();
        given.as(helene, () -> list.startAll(team, people, DATES));
        Patience.until(() -> given.as(helene, () -> list.progress()).filter(Progress::isOver).isPresent());

        // Bastien is another manager's, and Clara's is under way.
        assertThat(given.as(helene, () -> list.progress())).contains(new Progress(200, 200, 198, 2, 0));
        assertThat(jdbc.sql("select count(*) from app.work_return").query(Integer.class).single()).isEqualTo(199);
        assertThat(given.as(helene, () -> list.startAll(team, people, DATES))).isTrue();
        Patience.until(() -> given.as(helene, () -> list.progress()).filter(Progress::isOver).isPresent());
        assertThat(given.as(helene, () -> list.progress())).contains(new Progress(200, 200, 0, 200, 0));
        assertThatThrownBy(() -> given.as(otherManager, () -> list.startAll(team, people, DATES))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void eachReturnOfAListCostsTwelveStatementsAtMost() {
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            CurrentUser agent = given.staff("Agent " + i, Role.AGENT);
            given.place(helene, agent, team, canal);
            people.add(agent.accountId());
        }

        assertThat(Statements.during(() -> given.as(helene, () -> start.startSeveral(people, DATES)))).hasSizeLessThanOrEqualTo(12 * 20);
        assertThat(jdbc.sql("select count(*) from app.work_return").query(Integer.class).single()).isEqualTo(20);
    }

    @Test
    void ofTwoWhoBeginTheSameReturnOneIsTold() throws Exception {
        List<Outcome<UUID>> answers = Patience.atOnce(2, () -> given.as(helene, () -> start.start(ines.accountId(), DATES)));

        assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(answers).extracting(Outcome::refusal).contains(TeamRefusal.RETURN_UNDER_WAY);
    }

    @Test
    void anAgentAnnouncesTheirOwnAndAManagerOfTheTeamAccompaniesIt() {
        UUID id = given.as(ines, () -> start.announceMine(DATES)).value();

        assertThat(given.task(ReturnToWorkProcess.caseOf(id), "user_sayNeeds").person())
                .isEqualTo(ines.accountId());
        assertThat(jdbc.sql("select manager from app.work_return").query(UUID.class).single()).isEqualTo(helene.accountId());
        assertThat(given.as(health, () -> start.announceMine(DATES)).refusal()).isEqualTo(TeamRefusal.IN_NO_TEAM);
    }

    @Test
    void datesThatCannotBeAreSaidAtTheirFields() {
        assertThat(given.as(helene, () -> start.start(ines.accountId(), new ReturnDates(null, null))).refusal())
                .isEqualTo(CommonRefusal.FIELDS_WRONG);
        assertThat(given.as(helene, () -> start.start(ines.accountId(), new ReturnDates(MONDAY.minusDays(30), null))).refusal())
                .isEqualTo(CommonRefusal.FIELDS_WRONG);
        assertThat(given.as(helene, () -> start.start(ines.accountId(), new ReturnDates(MONDAY.plusYears(9), null))).refusal())
                .isEqualTo(CommonRefusal.FIELDS_WRONG);
        assertThat(given.as(helene, () -> start.start(ines.accountId(), new ReturnDates(MONDAY, MONDAY))).refusal())
                .isEqualTo(CommonRefusal.FIELDS_WRONG);
    }
}
