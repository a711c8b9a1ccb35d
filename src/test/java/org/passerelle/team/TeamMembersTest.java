package org.passerelle.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.people.DutyScope;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.support.Patience;
import org.passerelle.support.Statements;
import org.passerelle.team.members.domain.AgentFile;
import org.passerelle.team.members.domain.Presence;
import org.passerelle.team.members.domain.Weeks;
import org.passerelle.team.members.domain.WorkingDay;
import org.passerelle.team.members.domain.WorkingWeek;
import org.passerelle.team.members.service.AgentForm;
import org.passerelle.team.members.service.AgentImports;
import org.passerelle.team.members.service.AgentImports.Line;
import org.passerelle.team.members.service.AgentImports.Result;
import org.passerelle.team.members.service.Posts;
import org.passerelle.team.members.service.TeamForm;
import org.passerelle.team.members.service.TeamMembers;
import org.passerelle.team.members.service.TeamPages;
import org.passerelle.team.members.service.Teams;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who is in which team, who says so, and who is where on a day. */
class TeamMembersTest extends TeamTests {

    @Autowired
    Teams teams;
    @Autowired
    TeamMembers members;
    @Autowired
    TeamPages pages;
    @Autowired
    Posts posts;
    @Autowired
    AgentImports imports;
    @Autowired
    Staff staff;
    @Autowired
    SecurityRecord record;
    @Autowired
    Duties duties;
    @Autowired
    SignedIn signedIn;

    @Test
    void managersSeeAndChangeTheirOwnTeamsAlone() {
        assertThat(given.as(helene, () -> teams.visible())).extracting(Teams.Listed::name).containsExactly("Portage");
        assertThat(given.as(ines, () -> teams.visible())).extracting(Teams.Listed::name).containsExactly("Portage");
        assertThat(given.as(helene, () -> pages.page(otherTeam))).isEmpty();
        assertThat(given.as(helene, () -> members.details(bastien.accountId()))).isEmpty();
        assertThat(given.as(ines, () -> members.details(ines.accountId()))).isEmpty();
        for (CurrentUser stranger : List.of(otherManager, admin)) {
            assertThatThrownBy(() -> given.as(stranger, () -> members.remove(ines.accountId()))).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> given.as(stranger, () -> members.moveTo(ines.accountId(), otherTeam)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> given.as(stranger, () -> members.withoutTeam(team, ""))).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> given.as(stranger, () -> imports.preview(team, file("Personne\nX"), Map.of())))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> given.as(otherManager, () -> teams.change(team, new TeamForm("X", Map.of(), Set.of(), false, 0))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> given.as(helene, () -> teams.create(new TeamForm("X", Map.of(), Set.of(), false, 0))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void managersOfTheNetworkHaveEveryTeamAndAreNamedByAdministratorsOnRecord() {
        CurrentUser network = given.staff("Réseau", Role.MANAGER);
        assertThatThrownBy(() -> given.as(helene, () -> teams.nameNetworkManagers(Set.of(helene.accountId()))))
                .isInstanceOf(AccessDeniedException.class);
        given.as(admin, () -> teams.nameNetworkManagers(Set.of(network.accountId()))).value();

        assertThat(given.as(network, () -> pages.page(team))).isPresent();
        assertThat(given.as(network, () -> pages.page(otherTeam))).isPresent();
        assertThat(given.as(network, () -> teams.mayArrange())).isTrue();
        assertThat(given.as(admin, () -> record.page(0, 20))).extracting(SecurityRecord.Entry::kind)
                .contains(SecurityRecord.Kind.TEAM_GIVEN);
        given.as(admin, () -> teams.nameNetworkManagers(Set.of())).value();
        assertThat(given.as(network, () -> pages.page(team))).isEmpty();
    }

    @Test
    void nobodyIsInTwoTeamsHoweverManyPressAtOnce() throws Exception {
        CurrentUser neu = given.staff("Neu", Role.AGENT);

        List<Outcome<Void>> answers = Patience.atOnce(2, () -> given.as(helene, () -> members.place(neu.accountId(), team,
                TeamFixture.usual(canal))));

        assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(answers).extracting(Outcome::refusal).contains(TeamRefusal.IN_A_TEAM_ALREADY);
    }

    @Test
    void anAccountThatIsClosedIsInNoTeam() {
        given.as(admin, () -> staff.close(ines.accountId())).value();

        assertThat(given.as(helene, () -> pages.page(team)).orElseThrow().people()).extracting(TeamPages.Person::name)
                .containsExactly("Clara");
    }

    @Test
    void aWeekSaysWhoIsWhereAndHowManyAreMissing() {
        given.as(helene, () -> teams.change(team, new TeamForm("Portage", Map.of(DayOfWeek.TUESDAY, 2, DayOfWeek.THURSDAY, 2),
                Set.of(helene.accountId()), false, version()))).value();
        WorkingWeek alternating = new WorkingWeek(true, List.of(
                new WorkingDay(Weeks.EVEN, DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), true),
                new WorkingDay(Weeks.ODD, DayOfWeek.THURSDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), false)));
        int version = given.as(helene, () -> members.details(ines.accountId())).orElseThrow().version();
        given.as(helene, () -> members.change(ines.accountId(), version, new AgentForm(canal, null, 40, alternating))).value();

        TeamPages.Page page = given.as(colleague, () -> pages.page(team)).orElseThrow();
        // 24 November 2026 is a Tuesday of week 48, an even one.
        assertThat(page.people()).filteredOn(person -> person.account().equals(ines.accountId()))
                .extracting(TeamPages.Person::presence).containsExactly(Presence.TELEWORK);
        assertThat(page.days()).extracting(TeamPages.Day::missing).containsExactly(1, 0, 1, 0, 0, 0, 0);
        assertThat(page.people()).as("how much somebody works is for managers").allMatch(person -> person.share() == 100);
        assertThat(given.as(helene, () -> members.change(ines.accountId(), version, TeamFixture.usual(canal))).refusal())
                .isEqualTo(CommonRefusal.CHANGED_MEANWHILE);
    }

    private int version() {
        return given.as(helene, () -> teams.form(team)).orElseThrow().version();
    }

    @Test
    void wrongHoursAreSaidAtTheirDay() {
        WorkingWeek wrong = new WorkingWeek(false, List.of(
                new WorkingDay(Weeks.EVERY, DayOfWeek.MONDAY, LocalTime.of(17, 0), LocalTime.of(9, 0), false),
                new WorkingDay(Weeks.EVERY, DayOfWeek.TUESDAY, LocalTime.of(7, 0), LocalTime.of(20, 0), false),
                new WorkingDay(Weeks.EVERY, DayOfWeek.WEDNESDAY, null, LocalTime.of(20, 0), false)));
        assertThat(wrong.errors()).extracting(FieldError::field).containsExactly("day-EVERY-MONDAY-ends", "day-EVERY-TUESDAY-ends",
                "day-EVERY-WEDNESDAY-starts");
        List<WorkingDay> home = List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY).stream()
                .map(day -> new WorkingDay(Weeks.EVERY, day, LocalTime.of(9, 0), LocalTime.of(17, 0), true)).toList();
        assertThat(new WorkingWeek(false, home).errors()).extracting(FieldError::messageKey).containsExactly("team.week.error.telework");
        assertThat(Weeks.ODD.include(LocalDate.of(2027, 1, 1))).as("week 53 of 2026").isTrue();
        assertThat(Weeks.ODD.include(LocalDate.of(2027, 1, 4))).as("week 1 of 2027").isTrue();
    }

    @Test
    void aTeamWithPeopleInItIsNotDissolved() {
        assertThat(given.as(admin, () -> teams.dissolve(team)).refusal()).isEqualTo(TeamRefusal.TEAM_NOT_EMPTY);
        given.as(otherManager, () -> members.remove(bastien.accountId())).value();
        given.as(admin, () -> teams.dissolve(otherTeam)).value();
        assertThat(given.as(otherManager, () -> teams.visible())).isEmpty();
    }

    @Test
    void whoHeldADutyForATeamThatIsDissolvedHoldsItNoMoreAndThatIsOnRecord() {
        HeldDuty held = new HeldDuty(Duty.OCCUPATIONAL_HEALTH, DutyScope.ofTeam(otherTeam));
        HeldDuty ofTheOther = new HeldDuty(Duty.OCCUPATIONAL_HEALTH, DutyScope.ofTeam(team));
        for (HeldDuty each : List.of(held, ofTheOther)) {
            given.as(admin, () -> duties.give(colleague.accountId(), each)).value();
        }
        given.as(otherManager, () -> members.remove(bastien.accountId())).value();

        given.as(admin, () -> teams.dissolve(otherTeam)).value();

        assertThat(given.as(colleague, () -> signedIn.require(Role.AGENT)).duties()).containsExactly(ofTheOther);
        assertThat(given.as(admin, () -> record.page(0, 20))).filteredOn(entry -> entry.kind() == SecurityRecord.Kind.DUTY_TAKEN)
                .singleElement().returns("Clara", SecurityRecord.Entry::about).returns("Accueil", SecurityRecord.Entry::team)
                .returns(Duty.OCCUPATIONAL_HEALTH, SecurityRecord.Entry::duty);
    }

    @Test
    void aListIsImportedHoweverItWasWrittenAndTwiceChangesNothing() {
        given.as(helene, () -> posts.add("Portage")).value();
        CurrentUser elodie = given.staff("Élodie Garçon", Role.AGENT);
        String text = "Nom;Site;Poste;Quotité;Lundi;Mardi\n"
                + "elodie garcon;Canal;Portage;80 %;9h-17h;8:30 - 16:30 T\n"
                + "Clara;Canal;;100;;\n"
                + "Personne Inconnue;Canal;;;;\n"
                + "Bastien;Canal;;;;\n"
                + "Inès Carpentier;Nulle part;;;;\n"
                + "Inès Carpentier;Canal;;beaucoup;;\n"
                + "Élodie Garçon;Canal;;;;\n";
        AgentFile file = AgentFile.read(text.getBytes(Charset.forName("windows-1252")), null, null);

        List<Line> preview = given.as(helene, () -> imports.preview(team, file, file.guess()));
        assertThat(preview).extracting(Line::result).containsExactly(Result.NEW, Result.CHANGED, Result.REFUSED, Result.REFUSED,
                Result.REFUSED, Result.REFUSED, Result.REFUSED);
        assertThat(preview.stream().map(Line::messageKey).skip(2)).containsExactly("team.import.error.unknown",
                "team.import.error.otherTeam", "team.import.error.branch", "team.import.error.twice", "team.import.error.twice");
        assertThat(given.as(helene, () -> members.details(elodie.accountId()))).isEmpty();
        given.as(helene, () -> imports.apply(team, file, file.guess()));
        AgentForm form = given.as(helene, () -> members.details(elodie.accountId())).orElseThrow().form();
        assertThat(form.share()).isEqualTo(80);
        assertThat(form.week().days()).containsExactly(
                new WorkingDay(Weeks.EVERY, DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), false),
                new WorkingDay(Weeks.EVERY, DayOfWeek.TUESDAY, LocalTime.of(8, 30), LocalTime.of(16, 30), true));
        assertThat(given.as(helene, () -> imports.apply(team, file, file.guess()))).extracting(Line::result)
                .containsOnly(Result.SAME, Result.REFUSED);
    }

    @Test
    void aRowThatIsTooShortOrTooLongSpoilsNoOther() {
        AgentFile ragged = file("Personne;Site;Lundi\nClara;Canal\nInès Carpentier;Canal;9h-17h;et encore");

        assertThat(ragged.rows()).containsExactly(List.of("Clara", "Canal", ""), List.of("Inès Carpentier", "Canal", "9h-17h"));
    }

    @Test
    void whatIsNoTableIsToldAsSuch() {
        assertThat(AgentFile.read(new byte[0], null, null).header()).isEmpty();
        assertThat(AgentFile.read("\"never closed;a\nb".getBytes(StandardCharsets.UTF_8), null, null).rows()).isEmpty();
        assertThatThrownBy(() -> AgentFile.hours(DayOfWeek.MONDAY, "demain")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AgentFile.hours(DayOfWeek.MONDAY, "9h-27h")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTeamsPageCostsTheSameHoweverManyThereAre() {
        int few = Statements.during(() -> given.as(helene, () -> pages.page(team))).size();
        for (int i = 0; i < 20; i++) {
            given.place(helene, given.staff("Agent " + i, Role.AGENT), team, canal);
        }
        assertThat(Statements.during(() -> given.as(helene, () -> pages.page(team)))).hasSize(few).hasSizeLessThanOrEqualTo(9);
    }

    private static AgentFile file(String text) {
        return AgentFile.read(text.getBytes(StandardCharsets.UTF_8), null, null);
    }
}
