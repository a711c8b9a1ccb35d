package org.passerelle.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.people.DutyScope;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.platform.security.accounts.Staff.Member;
import org.passerelle.platform.security.accounts.Staff.NewMember;
import org.passerelle.platform.ui.accounts.SecurityView;
import org.passerelle.platform.ui.accounts.StaffView;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a manager does about the account of a colleague. */
@PasserelleTest
class StaffScreenTest extends ScreenTest {

    @Autowired
    Staff staff;
    @Autowired
    BranchRepository branches;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aManagerAndOneColleague() {
        signIn(new CurrentUser(UUID.randomUUID(), "Nadia", Role.MANAGER, Set.of(), null));
        staff.create(new NewMember("camille", "Camille Roux", Role.AGENT, "un mot assez long", Set.of())).value();
        navigate(StaffView.class);
    }

    @Test
    void anAccountIsClosedWhenTheManagerHasSaidYesToItsNameAndReopenedAtOnce() {
        ofCamille("Fermer le compte de Camille Roux").click();

        assertThat(all(ConfirmDialog.class)).singleElement()
                .satisfies(asked -> assertThat(asked.getElement().getProperty("header")).contains("Camille Roux"));
        assertThat(camille().closed()).isFalse();

        confirm();
        assertThat(camille().closed()).isTrue();

        ofCamille("Rouvrir le compte de Camille Roux").click();
        assertThat(camille().closed()).isFalse();
    }

    @Test
    void aNewPasswordIsGivenWhenTheManagerHasSaidYesToTheName() {
        ofCamille("Donner un nouveau mot de passe à Camille Roux").click();
        assertThat(texts()).noneMatch(text -> text.startsWith("Nouveau mot de passe de Camille Roux"));

        confirm();

        assertThat(texts()).anyMatch(text -> text.startsWith("Nouveau mot de passe de Camille Roux"));
    }

    @Test
    void anAdministratorGivesADutyAndTakesItAgain() {
        signIn(new CurrentUser(UUID.randomUUID(), "Ines", Role.ADMIN, Set.of(), null));
        navigate(SecurityView.class);
        navigate(StaffView.class);
        ofCamille("Fonctions de Camille Roux").click();

        button("Confier").click();
        assertThat(camille().duties()).containsExactly(new HeldDuty(Duty.OCCUPATIONAL_HEALTH, DutyScope.of(null)));
        assertThat(texts()).contains("Médecine de prévention (tout le réseau)",
                "Camille Roux exerce maintenant\u00a0: Médecine de prévention (tout le réseau).");

        button("Enlever").click();
        assertThat(camille().duties()).isEmpty();
        assertThat(texts()).contains("Aucune fonction.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void anAdministratorGivesADutyForATeam() {
        UUID team = UUID.randomUUID();
        jdbc.sql("insert into app.team (id, version, name) values (?, 0, 'Portage')").param(team).update();
        signIn(new CurrentUser(UUID.randomUUID(), "Ines", Role.ADMIN, Set.of(), null));
        navigate(SecurityView.class);
        navigate(StaffView.class);
        ofCamille("Fonctions de Camille Roux").click();

        Select<DutyScope> scope = all(Select.class).filter(each -> "Pour".equals(each.getLabel())).findFirst().orElseThrow();
        scope.setValue(DutyScope.ofTeam(team));
        button("Confier").click();

        assertThat(camille().duties()).containsExactly(new HeldDuty(Duty.OCCUPATIONAL_HEALTH, DutyScope.ofTeam(team)));
        assertThat(texts()).contains("Médecine de prévention (équipe Portage)");
        navigate(SecurityView.class);
    }

    @Test
    void dutiesThatNobodyHoldsAreNamedToWhoGivesThemUntilSomebodyHoldsThem() {
        someoneInTheTeam("Portage");
        asAdministrator();
        assertThat(texts()).contains("Fonctions que personne n’exerce", "Médecine de prévention (tout le réseau)",
                "Ressources humaines (tout le réseau)");

        ofCamille("Fonctions de Camille Roux").click();
        button("Confier").click();
        assertThat(gaps()).contains("Ressources humaines (tout le réseau)").doesNotContain("Médecine de prévention (tout le réseau)");

        navigate(SecurityView.class);
        signIn(new CurrentUser(UUID.randomUUID(), "Nadia", Role.MANAGER, Set.of(), null));
        navigate(StaffView.class);
        assertThat(texts()).doesNotContain("Fonctions que personne n’exerce");
    }

    @Test
    void whoWouldTakeADutyThatNobodyElseHoldsIsAskedFirst() {
        someoneInTheTeam("Portage");
        asAdministrator();
        ofCamille("Fonctions de Camille Roux").click();
        button("Confier").click();

        button("Enlever").click();
        assertThat(question()).contains("Personne d’autre n’exerce\u00a0: Médecine de prévention (tout le réseau).");
        assertThat(camille().duties()).hasSize(1);
        confirm();
        assertThat(camille().duties()).isEmpty();
    }

    @Test
    void whoClosesTheAccountOfTheLastHolderReadsItBefore() {
        someoneInTheTeam("Portage");
        asAdministrator();
        ofCamille("Fonctions de Camille Roux").click();
        button("Confier").click();
        button("Fermer").click();

        ofCamille("Fermer le compte de Camille Roux").click();
        assertThat(question()).contains("Ses fonctions lui sont enlevées.", "Personne d’autre n’exerce\u00a0: Médecine de prévention");
        confirm();
        assertThat(gaps()).contains("Médecine de prévention (tout le réseau)");
    }

    private String question() {
        return all(ConfirmDialog.class).filter(ConfirmDialog::isOpened).findFirst().orElseThrow().getElement().getProperty("message");
    }

    private List<String> gaps() {
        return all(ListItem.class).filter(item -> item.getParent().flatMap(Component::getParent).filter(Section.class::isInstance).isPresent())
                .map(ListItem::getText).toList();
    }

    private void asAdministrator() {
        signIn(new CurrentUser(UUID.randomUUID(), "Ines", Role.ADMIN, Set.of(), null));
        navigate(SecurityView.class);
        navigate(StaffView.class);
    }

    private void someoneInTheTeam(String name) {
        UUID team = UUID.randomUUID();
        UUID branch = branches.save(new Branch("PORT", "Port", null, null, ZoneId.of("Europe/Paris"), null, null)).id();
        UUID agent = staff.create(new NewMember("zoe", "Zoé", Role.AGENT, "un mot assez long", Set.of())).value();
        jdbc.sql("insert into app.team (id, version, name) values (?, 0, ?)").params(team, name).update();
        jdbc.sql("insert into app.team_agent (account, version, team, branch, share, alternating) values (?, 0, ?, ?, 100, false)")
                .params(agent, team, branch).update();
    }

    @Test
    void aManagerIsOfferedNoDutiesToGive() {
        assertThatThrownBy(() -> ofCamille("Fonctions de Camille Roux")).isInstanceOf(NoSuchElementException.class);
    }

    private Member camille() {
        return staff.members(0, 10).stream().filter(member -> member.username().equals("camille")).findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Button ofCamille(String label) {
        Grid<Member> members = all(Grid.class).findFirst().orElseThrow();
        Component name = test(members).getCellComponent(0, 0);
        return name.getChildren().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent()).findFirst().orElseThrow();
    }
}
