package org.passerelle.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.SecurityRecord.Entry;
import org.passerelle.platform.security.SecurityRecord.Kind;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What somebody may beside their role, where, and who says so. */
@PasserelleTest
class DutiesTest {

    @Autowired
    Duties duties;
    @Autowired
    Staff staff;
    @Autowired
    AccountRepository accounts;
    @Autowired
    BranchRepository branches;
    @Autowired
    SecurityRecord record;
    @Autowired
    SignedIn signedIn;
    @Autowired
    JdbcClient jdbc;

    private UUID port;
    private UUID gare;
    private CurrentUser camille;
    private CurrentUser nadia;
    private CurrentUser ines;

    @BeforeEach
    void twoBranchesAndTheirStaff() {
        port = branches.save(new Branch("PORT", "Port", null, null, ZoneId.of("Europe/Paris"), null, null)).id();
        gare = branches.save(new Branch("GARE", "Gare", null, null, ZoneId.of("Europe/Paris"), null, null)).id();
        camille = account("camille", Role.AGENT);
        nadia = account("nadia", Role.MANAGER);
        ines = account("ines", Role.ADMIN);
    }

    @Test
    void aDutyOfABranchIsHeldThereAndOneOfTheNetworkEverywhere() {
        give(camille, Duty.WELLBEING_REFERENT, port);
        give(camille, Duty.HUMAN_RESOURCES, null);

        CurrentUser signedInAnew = read(camille);
        assertThat(signedInAnew.holds(Duty.WELLBEING_REFERENT, WorkSite.of(port))).isTrue();
        assertThat(signedInAnew.holds(Duty.WELLBEING_REFERENT, WorkSite.of(gare))).isFalse();
        assertThat(signedInAnew.holds(Duty.WELLBEING_REFERENT, WorkSite.of(null))).isFalse();
        assertThat(signedInAnew.holds(Duty.HUMAN_RESOURCES, WorkSite.of(gare))).isTrue();
        assertThat(signedInAnew.holds(Duty.HUMAN_RESOURCES, WorkSite.of(null))).isTrue();
        assertThat(duties.holders(Duty.WELLBEING_REFERENT, WorkSite.of(port))).containsExactly(camille.accountId());
        assertThat(duties.holders(Duty.WELLBEING_REFERENT, WorkSite.of(gare))).isEmpty();
        assertThat(duties.holders(Duty.HUMAN_RESOURCES, WorkSite.of(gare))).containsExactly(camille.accountId());
    }

    @Test
    void aDutyOfATeamIsHeldForItsPeopleWhereverTheyWorkAndNamedOnRecord() {
        UUID portage = team("Portage");
        UUID accueil = team("Accueil");
        HeldDuty held = new HeldDuty(Duty.OCCUPATIONAL_HEALTH, DutyScope.ofTeam(portage));

        by(ines, () -> duties.give(camille.accountId(), held)).value();

        CurrentUser signedInAnew = read(camille);
        assertThat(signedInAnew.duties()).containsExactly(held);
        assertThat(signedInAnew.holds(Duty.OCCUPATIONAL_HEALTH, new WorkSite(port, portage))).isTrue();
        assertThat(signedInAnew.holds(Duty.OCCUPATIONAL_HEALTH, new WorkSite(null, portage))).isTrue();
        assertThat(signedInAnew.holds(Duty.OCCUPATIONAL_HEALTH, new WorkSite(port, accueil))).isFalse();
        assertThat(signedInAnew.holds(Duty.OCCUPATIONAL_HEALTH, WorkSite.of(port))).isFalse();
        assertThat(duties.holders(Duty.OCCUPATIONAL_HEALTH, new WorkSite(gare, portage))).containsExactly(camille.accountId());
        assertThat(duties.holders(Duty.OCCUPATIONAL_HEALTH, new WorkSite(gare, accueil))).isEmpty();
        by(ines, () -> duties.take(camille.accountId(), held)).value();
        assertThat(read(camille).duties()).isEmpty();
        jdbc.sql("delete from app.team").update();
        assertThat(by(ines, () -> record.page(0, 10))).hasSize(2).allSatisfy(entry -> assertThat(entry.team()).isEqualTo("Portage"));
        assertThat(by(ines, () -> duties.give(camille.accountId(), held)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
    }

    private UUID team(String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into app.team (id, version, name) values (?, 0, ?)").params(id, name).update();
        return id;
    }

    @Test
    void noRoleStandsForADuty() {
        for (Duty duty : Duty.values()) {
            assertThat(ines.holds(duty, WorkSite.of(null))).isFalse();
            assertThat(nadia.holds(duty, WorkSite.of(port))).isFalse();
        }
    }

    @Test
    void aDutyHoldsAndEndsInOpenSessionsAtOnce() {
        give(camille, Duty.HUMAN_RESOURCES, port);
        assertThat(by(camille, () -> signedIn.require(Role.AGENT)).holds(Duty.HUMAN_RESOURCES, WorkSite.of(port))).isTrue();

        HeldDuty held = held(Duty.HUMAN_RESOURCES, port);
        by(ines, () -> duties.take(camille.accountId(), held)).value();
        assertThat(by(camille, () -> signedIn.require(Role.AGENT)).duties()).isEmpty();
    }

    @Test
    void administratorsAloneGiveAndTakeDutiesAndOnlyToStaff() {
        HeldDuty some = held(Duty.STEERING_GROUP, null);
        for (CurrentUser who : new CurrentUser[]{camille, nadia}) {
            assertThatThrownBy(() -> by(who, () -> duties.give(who.accountId(), some))).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> by(who, () -> duties.take(who.accountId(), some))).isInstanceOf(AccessDeniedException.class);
        }
        CurrentUser patron = account("usagere", Role.PATRON);
        assertThat(by(ines, () -> duties.give(patron.accountId(), some)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(by(ines, () -> duties.give(camille.accountId(), held(Duty.STEERING_GROUP, UUID.randomUUID()))).refusal())
                .isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(read(patron).duties()).isEmpty();
    }

    @Test
    void whoGaveAndWhoTookADutyIsOnRecordOnce() {
        give(camille, Duty.HUMAN_RESOURCES, port);
        give(camille, Duty.HUMAN_RESOURCES, port);
        by(ines, () -> duties.take(camille.accountId(), held(Duty.HUMAN_RESOURCES, port))).value();
        by(ines, () -> duties.take(camille.accountId(), held(Duty.HUMAN_RESOURCES, port))).value();

        assertThat(by(ines, () -> record.page(0, 10))).extracting(Entry::kind).containsExactly(Kind.DUTY_TAKEN, Kind.DUTY_GIVEN);
        assertThat(by(ines, () -> record.page(0, 10))).allSatisfy(entry -> assertThat(entry)
                .returns(Duty.HUMAN_RESOURCES, Entry::duty).returns("Port", Entry::branch).returns("camille", Entry::about)
                .returns("ines", Entry::actor));
    }

    @Test
    void whoLeavesLosesTheirDutiesAndDoesNotFindThemAgain() {
        give(camille, Duty.HUMAN_RESOURCES, port);

        by(ines, () -> staff.close(camille.accountId())).value();
        by(nadia, () -> staff.reopen(camille.accountId())).value();

        assertThat(read(camille).duties()).isEmpty();
        assertThat(by(ines, () -> record.page(0, 10))).extracting(Entry::kind).contains(Kind.DUTY_TAKEN);
    }

    @Test
    void aManagerIsNotToldThePasswordOfWhoHoldsADuty() {
        give(camille, Duty.OCCUPATIONAL_HEALTH, null);

        assertThatThrownBy(() -> by(nadia, () -> staff.resetPassword(camille.accountId())))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(by(nadia, () -> staff.members(0, 10))).filteredOn(member -> member.account().equals(camille.accountId()))
                .singleElement().satisfies(member -> {
                    assertThat(member.duties()).containsExactly(held(Duty.OCCUPATIONAL_HEALTH, null));
                    assertThat(by(nadia, () -> staff.mayLookAfter(member))).isFalse();
                    assertThat(by(ines, () -> staff.mayLookAfter(member))).isTrue();
                });
    }

    @Test
    void whereNobodyHoldsADutyThatProcessesNeedIsToldInAsFewWordsAsSayIt() {
        UUID portage = team("Portage");
        UUID accueil = team("Accueil");
        place(account("a", Role.AGENT), portage, port);
        place(account("b", Role.AGENT), portage, gare);
        place(account("c", Role.AGENT), accueil, gare);
        assertThat(gaps(Duty.OCCUPATIONAL_HEALTH)).containsExactly(WorkSite.of(null));
        assertThat(gaps(Duty.STEERING_GROUP)).as("no process needs it").isEmpty();

        give(camille, Duty.OCCUPATIONAL_HEALTH, port);
        assertThat(gaps(Duty.OCCUPATIONAL_HEALTH)).containsExactly(WorkSite.of(gare));
        by(ines, () -> duties.give(camille.accountId(), new HeldDuty(Duty.OCCUPATIONAL_HEALTH, DutyScope.ofTeam(accueil)))).value();
        assertThat(gaps(Duty.OCCUPATIONAL_HEALTH)).containsExactly(new WorkSite(gare, portage));
        by(ines, () -> duties.take(camille.accountId(), held(Duty.OCCUPATIONAL_HEALTH, port))).value();
        assertThat(gaps(Duty.OCCUPATIONAL_HEALTH)).containsExactly(new WorkSite(null, portage));
        give(nadia, Duty.OCCUPATIONAL_HEALTH, gare);
        assertThat(gaps(Duty.OCCUPATIONAL_HEALTH)).containsExactly(WorkSite.of(port));
        give(nadia, Duty.OCCUPATIONAL_HEALTH, null);
        assertThat(gaps(Duty.OCCUPATIONAL_HEALTH)).isEmpty();
    }

    @Test
    void withoutAnybodyInATeamNobodyIsMissing() {
        team("Portage");

        assertThat(by(ines, () -> duties.gaps())).isEmpty();
    }

    @Test
    void whatWouldBeLeftWithoutAnybodyIsToldBeforeADutyIsTaken() {
        UUID portage = team("Portage");
        place(camille, portage, port);
        place(account("b", Role.AGENT), portage, gare);
        give(nadia, Duty.OCCUPATIONAL_HEALTH, null);
        HeldDuty all = held(Duty.OCCUPATIONAL_HEALTH, null);
        assertThat(without(nadia, all)).containsExactly(new DutyGap(Duty.OCCUPATIONAL_HEALTH, WorkSite.of(null)));

        give(ines, Duty.OCCUPATIONAL_HEALTH, port);
        assertThat(without(nadia, all)).containsExactly(new DutyGap(Duty.OCCUPATIONAL_HEALTH, WorkSite.of(gare)));
        give(ines, Duty.OCCUPATIONAL_HEALTH, gare);
        assertThat(without(nadia, all)).isEmpty();
        assertThat(without(camille, all)).as("who holds nothing").isEmpty();
    }

    @Test
    void whereNobodyHoldsADutyIsToldToAdministratorsAlone() {
        for (CurrentUser who : new CurrentUser[]{camille, nadia}) {
            assertThatThrownBy(() -> by(who, () -> duties.gaps())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> without(who, who, held(Duty.HUMAN_RESOURCES, null))).isInstanceOf(AccessDeniedException.class);
        }
    }

    private List<WorkSite> gaps(Duty duty) {
        return by(ines, () -> duties.gaps()).stream().filter(gap -> gap.duty() == duty).map(DutyGap::where).toList();
    }

    private List<DutyGap> without(CurrentUser who, HeldDuty taken) {
        return without(ines, who, taken);
    }

    private List<DutyGap> without(CurrentUser asks, CurrentUser who, HeldDuty taken) {
        return by(asks, () -> duties.gapsWithout(who.accountId(), Set.of(taken)));
    }

    private void place(CurrentUser agent, UUID team, UUID branch) {
        jdbc.sql("insert into app.team_agent (account, version, team, branch, share, alternating) values (?, 0, ?, ?, 100, false)")
                .params(agent.accountId(), team, branch).update();
    }

    private void give(CurrentUser user, Duty duty, UUID branch) {
        by(ines, () -> duties.give(user.accountId(), held(duty, branch))).value();
    }

    private static HeldDuty held(Duty duty, UUID branch) {
        return new HeldDuty(duty, DutyScope.of(branch));
    }

    private CurrentUser account(String name, Role role) {
        return accounts.save(new Account(name, "x", name, role, null, Set.of())).asCurrentUser();
    }

    private CurrentUser read(CurrentUser user) {
        return accounts.findById(user.accountId()).orElseThrow().asCurrentUser();
    }

    private <T> T by(CurrentUser user, Supplier<T> work) {
        return signedIn.runAs(user, work);
    }
}
