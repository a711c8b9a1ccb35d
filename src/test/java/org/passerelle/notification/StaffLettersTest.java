package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.notification.domain.OutboxMessage;
import org.passerelle.platform.people.Contact;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.people.DutyScope;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.people.TeamsLookedAfterChanged;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.security.accounts.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Whatever somebody else does about the account of a member of staff, its owner reads of it, and nobody else. */
class StaffLettersTest extends MessageTests {

    private static final String ADDRESS = "camille@example.org";

    @Autowired
    Staff staff;
    @Autowired
    Duties duties;
    @Autowired
    AccountRepository accounts;
    @Autowired
    ApplicationEventPublisher events;

    private CurrentUser admin;
    private UUID camille;

    @BeforeEach
    void someoneWhoCanBeWrittenTo() {
        admin = accounts.save(new Account("ines", "x", "Inès", Role.ADMIN, null, Set.of())).asCurrentUser();
        camille = member("camille", Role.AGENT);
    }

    @Test
    void whoIsGivenABranchAndLosesOneReadsWhichTheirsAre() {
        byAdmin(() -> staff.giveBranch(camille, branch.id())).value();
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.delivery().email()).isEqualTo(ADDRESS);
            assertThat(letter.body()).contains("Camille", "Médiathèque du Port");
        });

        byAdmin(() -> staff.takeBranch(camille, branch.id())).value();

        assertThat(toBeSent()).singleElement().satisfies(letter -> assertThat(letter.body()).contains("aucune"));
    }

    @Test
    void whoIsGivenDutiesAndLosesThemReadsWhichTheirsAre() {
        byAdmin(() -> duties.give(camille, new HeldDuty(Duty.HUMAN_RESOURCES, DutyScope.of(null)))).value();
        byAdmin(() -> duties.give(camille, new HeldDuty(Duty.STEERING_GROUP, DutyScope.of(branch.id())))).value();

        assertThat(toBeSent()).singleElement().satisfies(letter -> assertThat(letter.body())
                .contains("Ressources humaines (tout le réseau), Groupe de pilotage (Médiathèque du Port)"));

        byAdmin(() -> duties.take(camille, new HeldDuty(Duty.HUMAN_RESOURCES, DutyScope.of(null)))).value();

        assertThat(toBeSent()).singleElement().satisfies(letter -> assertThat(letter.body())
                .contains("Groupe de pilotage").doesNotContain("Ressources humaines"));
    }

    @Test
    void aClosedAccountIsToldOfOnceHoweverManyDutiesItHeldAndSoIsAReopenedOne() {
        byAdmin(() -> duties.give(camille, new HeldDuty(Duty.HUMAN_RESOURCES, DutyScope.of(null)))).value();
        engine.runDueJobs();

        byAdmin(() -> staff.close(camille)).value();
        assertThat(toBeSent()).extracting(OutboxMessage::subject).containsExactly("Votre compte a été fermé");
        engine.runDueJobs();

        byAdmin(() -> staff.reopen(camille)).value();
        assertThat(toBeSent()).extracting(OutboxMessage::subject).containsExactly("Votre compte est de nouveau ouvert");
    }

    @Test
    void nobodyElseSeesTheLettersAndAPatronGetsNone() {
        byAdmin(() -> staff.giveBranch(camille, branch.id())).value();
        UUID someone = member("usagere", Role.PATRON);
        byAdmin(() -> staff.close(someone));

        assertThat(letters()).singleElement().satisfies(letter -> assertThat(letter.isConfidential()).isTrue());
    }

    @Test
    void whoChangesTheirOwnDutiesWhoHasLeftAndWhoKeepsWhatTheyHaveAreNotWrittenTo() {
        transaction.executeWithoutResult(status -> accounts.findById(admin.accountId()).orElseThrow()
                .reachBy(new Contact("ines@example.org", null, Locale.FRENCH, false)));
        byAdmin(() -> duties.give(admin.accountId(), new HeldDuty(Duty.STEERING_GROUP, DutyScope.of(null)))).value();
        byAdmin(() -> staff.takeBranch(camille, branch.id())).value();
        assertThat(letters()).isEmpty();

        byAdmin(() -> staff.close(camille)).value();
        byAdmin(() -> staff.giveBranch(camille, branch.id())).value();
        transaction.executeWithoutResult(status -> events.publishEvent(new TeamsLookedAfterChanged(camille)));

        assertThat(letters()).extracting(OutboxMessage::template).containsExactly("staff-closed");
    }

    @Test
    void whoLooksAfterOtherTeamsIsToldSo() {
        transaction.executeWithoutResult(status -> events.publishEvent(new TeamsLookedAfterChanged(camille)));

        assertThat(letters()).extracting(OutboxMessage::template).containsExactly("staff-teams");
    }

    private UUID member(String name, Role role) {
        return transaction.execute(status -> {
            Account account = new Account(name, "x", "Camille Roux", role, null, Set.of());
            account.reachBy(new Contact(ADDRESS, null, Locale.FRENCH, false));
            return accounts.save(account).id();
        });
    }

    private List<OutboxMessage> letters() {
        return outbox.findAll();
    }

    private List<OutboxMessage> toBeSent() {
        return letters().stream().filter(letter -> letter.delivery().state() == MessageState.LEAVING).toList();
    }

    private <T> T byAdmin(Supplier<T> work) {
        return signedIn.runAs(admin, work);
    }
}
