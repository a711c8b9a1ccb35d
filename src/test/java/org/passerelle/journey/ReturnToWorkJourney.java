package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.support.browser.Screen.button;
import static org.passerelle.support.browser.Screen.check;
import static org.passerelle.support.browser.Screen.confirm;
import static org.passerelle.support.browser.Screen.field;
import static org.passerelle.support.browser.Screen.openTask;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.people.DutyScope;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.LooksAt;
import org.passerelle.support.browser.People;
import org.passerelle.team.members.domain.WorkingWeek;
import org.passerelle.team.members.service.AgentForm;
import org.passerelle.team.members.service.TeamForm;
import org.passerelle.team.members.service.TeamMembers;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.ui.MyWorkView;
import org.passerelle.team.ui.ReturnView;
import org.passerelle.team.ui.TeamImportView;
import org.passerelle.team.ui.TeamView;
import org.passerelle.team.ui.TeamsView;
import org.passerelle.team.ui.leave.LeaveCalendarView;
import org.springframework.beans.factory.annotation.Autowired;

/** Four people at once: an agent comes back, a manager accompanies, occupational health helps, and somebody is curious. */
@JourneyTest
@LooksAt({ReturnView.class, LeaveCalendarView.class, TeamsView.class, MyWorkView.class, TeamView.class, TeamImportView.class})
class ReturnToWorkJourney {

    private static final String SECRET = "Zanzibarquette";

    @Autowired
    People people;
    @Autowired
    BranchRepository branches;
    @Autowired
    Duties duties;
    @Autowired
    Teams teams;
    @Autowired
    TeamMembers members;
    @Autowired
    SignedIn signedIn;

    @Test
    void somebodyIsAccompaniedBackAndWhoeverIsCuriousLearnsNothing(Browser browser) {
        UUID branch = branches.save(new Branch("rtw", "Médiathèque du Retour", "", "", ZoneId.of("Europe/Paris"), "", "")).id();
        Account admin = people.staff("rtw-admin", "Ad Min", Role.ADMIN, Set.of());
        Account manager = people.staff("rtw-manager", "Hélène Marchal", Role.MANAGER, Set.of());
        Account agent = people.staff("rtw-agent", "Inès Retour", Role.AGENT, Set.of(branch));
        Account doctor = people.staff("rtw-health", "Paula W.", Role.AGENT, Set.of());
        Account colleague = people.staff("rtw-colleague", "Clara Curieuse", Role.AGENT, Set.of(branch));
        as(admin, () -> duties.give(doctor.id(), new HeldDuty(Duty.OCCUPATIONAL_HEALTH, DutyScope.of(branch))).value());
        UUID team = as(admin, () -> teams.create(new TeamForm("Équipe du retour", Map.of(), Set.of(manager.id()), false, 0)).value());
        for (Account each : List.of(agent, colleague)) {
            as(manager, () -> members.place(each.id(), team, new AgentForm(branch, null, 100, WorkingWeek.usual())).value());
        }
        Page curious = browser.desk(Locale.FRANCE);
        List<String> heard = eavesdrop(curious);
        browser.signIn(curious, "rtw-colleague");
        curious.navigate("team/" + team);
        assertThat(curious.getByText("Inès Retour")).isVisible();
        check(curious, "rtw-team-member");

        Page arranging = browser.desk(Locale.UK);
        browser.signIn(arranging, "rtw-admin");
        arranging.navigate("teams");
        assertThat(arranging.getByText("Équipe du retour")).isVisible();
        check(arranging, "rtw-teams");

        Page desk = browser.desk(Locale.FRANCE);
        browser.signIn(desk, "rtw-manager");
        desk.navigate("team-import/" + team);
        check(desk, "rtw-import");
        desk.navigate("teams");
        desk.waitForURL("**/team/" + team);
        check(desk, "rtw-team");
        button(desk, "Commencer une reprise").click();
        field(desk, "Inès Retour").check();
        type(desk, "Jour du retour", "07/12/2026");
        confirm(desk).click();
        assertThat(desk.getByText("Reprise commencée")).isVisible();
        assertThat(curious.getByText("absent·e, de retour lun. 7 déc.").first()).isVisible();

        Page phone = browser.phone(Locale.FRANCE);
        browser.signIn(phone, "rtw-agent");
        phone.navigate("my-work");
        assertThat(button(phone, "Dire ce dont j’ai besoin")).isVisible();
        check(phone, "rtw-mine");
        phone.getByLabel("mardi").check();
        phone.getByLabel("Je souhaite voir la médecine de prévention").check();
        field(phone, "Autre chose pour le travail").fill(SECRET);
        check(phone, "rtw-needs");
        button(phone, "Dire ce dont j’ai besoin").click();
        assertThat(phone.getByText("Merci. Votre responsable propose des dates d’entretien.").first()).isVisible();

        Page health = browser.desk(Locale.UK);
        browser.signIn(health, "rtw-health");
        openTask(health, "Inès Retour", "Support the return");
        field(health, "Seated work").check();
        field(health, "Note on the work").fill(SECRET);
        check(health, "rtw-support");
        button(health, "Write the adaptations").click();
        assertThat(confirm(health)).isVisible();
        check(health, "rtw-sure");
        confirm(health).click();
        assertThat(health.getByText("see the adaptations").first()).isVisible();

        desk.navigate("team/" + team);
        desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Inès Retour")).click();
        desk.waitForURL("**/return-to-work/**");
        button(desk, "Ajouter une mesure").click();
        desk.locator(".add-measure vaadin-select").click();
        desk.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Sans tournée")).click();
        field(desk, "Note sur le travail").fill(SECRET);
        check(desk, "rtw-add");
        button(desk, "Ajouter cette mesure").click();
        assertThat(desk.getByText("La mesure est ajoutée à ce qui est à convenir.")).isVisible();
        button(desk, "Autre moment…").click();
        type(desk, "Autre moment 1 Jour", "01/12/2026");
        type(desk, "Autre moment 1 Heure", "14:00");
        check(desk, "rtw-propose");
        button(desk, "Proposer ces moments").click();
        assertThat(desk.getByText("Proposé à Inès Retour.").first()).isVisible();

        phone.navigate("my-work");
        phone.getByRole(AriaRole.RADIO).first().check();
        check(phone, "rtw-choose");
        button(phone, "Choisir ce moment").click();
        confirm(phone).click();
        assertThat(phone.getByText("C’est noté").first()).isVisible();

        openTask(desk, "Inès Retour", "Noter les mesures");
        button(desk, "Lire ce qu’a dit Inès Retour").click();
        assertThat(desk.getByText(SECRET)).isVisible();
        check(desk, "rtw-agree");
        button(desk, "Noter les mesures").click();
        assertThat(desk.getByText("est invité·e à confirmer").first()).isVisible();

        phone.navigate("my-work");
        assertThat(phone.getByText("Hélène Marchal").first()).isVisible();
        assertThat(button(phone, "Confirmer les mesures")).isVisible();
        check(phone, "rtw-mine-read");
        button(phone, "Confirmer les mesures").click();
        confirm(phone).click();
        assertThat(phone.getByText("Les mesures sont en vigueur.").first()).isVisible();

        desk.navigate("team/" + team);
        desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Inès Retour")).click();
        desk.waitForURL("**/return-to-work/**");
        assertThat(desk.getByText("Tout est convenu")).isVisible();
        check(desk, "rtw-return");
        String address = desk.url();

        curious.navigate(address);
        assertThat(curious.getByText("Cette page n’existe pas")).isVisible();
        curious.navigate("inbox");
        curious.locator(".inbox-search input").fill("Inès Retour");
        assertThat(curious.getByText("aucune tâche").first()).isVisible();
        curious.navigate("leave-wishes/" + team);
        check(curious, "rtw-leave");
        assertThat(heard).isNotEmpty().noneMatch(text -> text.contains(SECRET));
    }

    /** All that the server pushes to that browser: what it shows comes that way. */
    private static List<String> eavesdrop(Page page) {
        List<String> heard = new CopyOnWriteArrayList<>();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> heard.add(frame.text() == null ? "" : frame.text())));
        return heard;
    }

    private static void type(Page page, String label, String text) {
        field(page, label).fill(text);
        field(page, label).press("Enter");
    }

    private <T> T as(Account account, Supplier<T> work) {
        return signedIn.runAs(account.asCurrentUser(), work);
    }
}
