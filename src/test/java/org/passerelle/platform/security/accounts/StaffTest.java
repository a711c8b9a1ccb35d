package org.passerelle.platform.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Staff.NewMember;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;

@PasserelleTest
class StaffTest {

    private static final String PASSWORD = "un mot assez long";

    @Autowired
    Staff staff;
    @Autowired
    SignedIn signedIn;
    @Autowired
    AccountRepository accounts;
    @Autowired
    BranchRepository branches;
    @Autowired
    PasswordEncoder passwords;

    private UUID north;
    private UUID south;

    @BeforeEach
    void twoBranches() {
        north = branches.save(new Branch("NORD", "Nord", null, null, ZoneId.of("Europe/Paris"), null, null)).id();
        south = branches.save(new Branch("SUD", "Sud", null, null, ZoneId.of("Europe/Paris"), null, null)).id();
    }

    @Test
    void anAgentIsCreatedWithAPasswordThatIsKeptHashed() {
        create(new NewMember(" camille ", "Camille Roux", Role.AGENT, PASSWORD, Set.of(north))).value();

        Account account = accounts.findByUsernameIgnoreCase("CAMILLE").orElseThrow();
        assertThat(account.branches()).containsExactly(north);
        assertThat(account.passwordHash()).doesNotContain(PASSWORD);
        assertThat(passwords.matches(PASSWORD, account.passwordHash())).isTrue();
    }

    @Test
    void anAgentActsForABranchAsSoonAsItIsGivenEvenInAnOpenSession() {
        UUID account = create(new NewMember("camille", "Camille", Role.AGENT, PASSWORD, Set.of(north))).value();
        CurrentUser atSignIn = accounts.findById(account).orElseThrow().asCurrentUser();
        assertThatThrownBy(() -> signedIn.runAs(atSignIn, () -> signedIn.requireAt(south)))
                .isInstanceOf(AccessDeniedException.class);

        as(Role.MANAGER, () -> staff.giveBranch(account, south)).value();
        as(Role.MANAGER, () -> staff.takeBranch(account, north)).value();

        assertThat(signedIn.runAs(atSignIn, () -> signedIn.requireAt(south)).branches()).containsExactly(south);
        assertThatThrownBy(() -> signedIn.runAs(atSignIn, () -> signedIn.requireAt(north)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(accounts.findById(account).orElseThrow().branches()).containsExactly(south);
    }

    @Test
    void theListHoldsEveryMemberAndNoPatronInTwoStatements() {
        accounts.save(new Account("1001", "-", "Une Usagère", Role.PATRON, UUID.randomUUID(), Set.of()));
        IntStream.range(0, 5).forEach(i -> accounts.save(
                new Account("agent" + i, "-", "Agent " + i, Role.AGENT, null, Set.of(north, south))));

        assertThat(Statements.during(() -> assertThat(as(Role.MANAGER, () -> staff.members(0, 50))).hasSize(5)
                .allSatisfy(member -> assertThat(member.branches()).containsExactlyInAnyOrder(north, south)))).hasSize(2);
    }

    @Test
    void eachWrongFieldIsToldAtThatField() {
        create(new NewMember("camille", "Camille", Role.AGENT, PASSWORD, Set.of())).value();

        assertThat(fields(create(new NewMember("CAMILLE", "Autre", Role.AGENT, PASSWORD, Set.of())))).containsExactly("username");
        assertThat(fields(create(new NewMember("é", " ", Role.AGENT, "trop court", Set.of()))))
                .containsExactly("username", "displayName", "password");
        assertThat(fields(create(new NewMember("dominique", "D\r\nX", Role.AGENT, "é".repeat(40), Set.of()))))
                .containsExactly("displayName", "password");
    }

    @Test
    void branchesAreGivenToAgentsOnly() {
        Account manager = accounts.save(new Account("dominique", "-", "Dominique", Role.MANAGER, null, Set.of()));

        assertThat(as(Role.MANAGER, () -> staff.giveBranch(manager.id(), north)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(as(Role.MANAGER, () -> staff.giveBranch(UUID.randomUUID(), north)).refusal())
                .isEqualTo(CommonRefusal.NOT_FOUND);
    }

    @Test
    void aBranchThatDoesNotExistIsGivenToNobody() {
        UUID account = create(new NewMember("camille", "Camille", Role.AGENT, PASSWORD, Set.of())).value();

        assertThat(as(Role.MANAGER, () -> staff.giveBranch(account, UUID.randomUUID())).refusal())
                .isEqualTo(CommonRefusal.NOT_FOUND);
    }

    @Test
    void onlyAnAdministratorMakesManagers() {
        NewMember manager = new NewMember("dominique", "Dominique", Role.MANAGER, PASSWORD, Set.of(north));

        refusedTo(Role.MANAGER, () -> staff.create(manager));
        refusedTo(Role.ADMIN, () -> staff.create(new NewMember("x1", "X", Role.PATRON, PASSWORD, Set.of())));
        assertThat(as(Role.ADMIN, () -> staff.create(manager)).isDone()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PATRON", "AGENT"})
    void onlyManagersSeeAndChangeStaff(Role role) {
        UUID account = UUID.randomUUID();
        refusedTo(role, () -> staff.members(0, 50));
        refusedTo(role, () -> staff.branches());
        refusedTo(role, () -> staff.rolesToGive());
        refusedTo(role, () -> staff.giveBranch(account, north));
        refusedTo(role, () -> staff.takeBranch(account, north));
        refusedTo(role, () -> staff.create(new NewMember("camille", "Camille", Role.AGENT, PASSWORD, Set.of())));
    }

    private Outcome<UUID> create(NewMember member) {
        return as(Role.MANAGER, () -> staff.create(member));
    }

    private void refusedTo(Role role, Supplier<?> work) {
        assertThatThrownBy(() -> as(role, work)).isInstanceOf(AccessDeniedException.class);
    }

    private <T> T as(Role role, Supplier<T> work) {
        return signedIn.runAs(new CurrentUser(UUID.randomUUID(), "Quelqu’un", role, Set.of(), null), work);
    }

    private static List<String> fields(Outcome<?> outcome) {
        assertThat(outcome.refusal()).isEqualTo(CommonRefusal.FIELDS_WRONG);
        return Stream.of(((Outcome.Refused<?>) outcome).args()).map(error -> ((FieldError) error).field()).toList();
    }
}
