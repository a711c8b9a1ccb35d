package org.passerelle.team;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.support.Engine;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two teams with a manager each: Ines in one, Bastien in the other; and everybody who has no business with either. */
@PasserelleTest
abstract class TeamTests {

    /** Two weeks after the day on which tests begin. */
    static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);

    @Autowired
    TeamFixture given;
    @Autowired
    Engine engine;

    UUID canal;
    UUID verne;
    CurrentUser admin;
    CurrentUser helene;
    CurrentUser otherManager;
    CurrentUser ines;
    CurrentUser colleague;
    CurrentUser bastien;
    CurrentUser health;
    CurrentUser humanResources;
    UUID team;
    UUID otherTeam;

    @BeforeEach
    void twoTeams() {
        canal = given.branch("Canal");
        verne = given.branch("Verne");
        admin = given.staff("Admin", Role.ADMIN);
        helene = given.staff("Hélène", Role.MANAGER);
        otherManager = given.staff("Sacha", Role.MANAGER);
        ines = given.staff("Inès Carpentier", Role.AGENT, canal);
        colleague = given.staff("Clara", Role.AGENT, canal);
        bastien = given.staff("Bastien", Role.AGENT, verne);
        health = given.holder(admin, given.staff("Docteur", Role.AGENT), Duty.OCCUPATIONAL_HEALTH, null);
        humanResources = given.holder(admin, given.staff("Rh", Role.AGENT), Duty.HUMAN_RESOURCES, null);
        team = given.team(admin, "Portage", helene);
        otherTeam = given.team(admin, "Accueil", otherManager);
        given.place(helene, ines, team, canal);
        given.place(helene, colleague, team, canal);
        given.place(otherManager, bastien, otherTeam, verne);
    }
}
