package org.passerelle.platform.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** How an account gets its first password, another one, and its owner's own. */
@PasserelleTest
class OwnAccountTest {

    private static final String PASSWORD = "un mot assez long";
    private static final String OTHER = "un autre mot assez long";

    @Autowired
    OwnAccount own;
    @Autowired
    LocalAccounts signIns;
    @Autowired
    AppClock clock;
    @Autowired
    Staff staff;
    @Autowired
    SignedIn signedIn;
    @Autowired
    AccountRepository accounts;
    @Autowired
    NewAccounts newAccounts;
    @Autowired
    PasswordEncoder passwords;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void everybodyChangesTheirOwnPassword() {
        CurrentUser nadia = account("nadia", Role.PATRON);

        assertThat(field(as(nadia, () -> own.choosePassword("faux", OTHER)))).isEqualTo("current");
        assertThat(field(as(nadia, () -> own.choosePassword(PASSWORD, "court")))).isEqualTo("chosen");
        assertThat(field(as(nadia, () -> own.choosePassword(PASSWORD, PASSWORD)))).isEqualTo("chosen");
        assertThat(as(nadia, () -> own.choosePassword(PASSWORD, OTHER)).isDone()).isTrue();

        assertThat(matches("nadia", OTHER)).isTrue();
        assertThatThrownBy(() -> own.choosePassword(OTHER, PASSWORD)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPasswordThatManyPeopleHaveIsRefusedAtItsField() {
        CurrentUser nadia = account("nadia.szczepanowska", Role.PATRON);

        assertThat(error(as(nadia, () -> own.choosePassword(PASSWORD, "motdepasse2026"))))
                .isEqualTo("chosen: account.error.common");
        assertThat(error(as(nadia, () -> own.choosePassword(PASSWORD, "Szczepanowska1"))))
                .isEqualTo("chosen: account.error.common");
        assertThat(error(newAccount("motdepasse2026"))).isEqualTo("password: account.error.common");
        assertThat(newAccount(PASSWORD).isDone()).isTrue();
    }

    @Test
    void theCurrentPasswordCannotBeTriedMoreOftenThanAtASignIn() {
        CurrentUser nadia = account("nadia", Role.PATRON);
        for (int attempt = 0; attempt < Account.ATTEMPTS; attempt++) {
            assertThat(error(as(nadia, () -> own.choosePassword("faux", OTHER))))
                    .isEqualTo("current: account.error.current");
        }

        assertThat(error(as(nadia, () -> own.choosePassword(PASSWORD, OTHER))))
                .isEqualTo("current: account.error.resting");
        assertThat(signIns.loadUserByUsername("nadia").isAccountNonLocked()).isFalse();
        clock.advance(Account.REST);
        assertThat(as(nadia, () -> own.choosePassword(PASSWORD, OTHER)).isDone()).isTrue();
    }

    @Test
    void theRightCurrentPasswordEndsTheCount() {
        CurrentUser nadia = account("nadia", Role.PATRON);
        for (int attempt = 0; attempt < 2 * Account.ATTEMPTS; attempt++) {
            as(nadia, () -> own.choosePassword("faux", OTHER));
            assertThat(field(as(nadia, () -> own.choosePassword(PASSWORD, "court")))).isEqualTo("chosen");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PATRON", "AGENT"})
    void onlyManagersGiveNewPasswords(Role role) {
        UUID agent = account("jeanne", Role.AGENT).accountId();

        assertThatThrownBy(() -> as(account("other", role), () -> staff.resetPassword(agent)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aManagerGivesNoPasswordToManagersAdministratorsOrPatrons() {
        CurrentUser manager = account("camille", Role.MANAGER);
        UUID admin = account("admin", Role.ADMIN).accountId();
        UUID patron = account("nadia", Role.PATRON).accountId();

        assertThatThrownBy(() -> as(manager, () -> staff.resetPassword(admin))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(manager, () -> staff.resetPassword(manager.accountId())))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(as(manager, () -> staff.resetPassword(patron)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndMustChooseAPassword() {
        start("chef", PASSWORD);
        start("intruder", PASSWORD);

        assertThat(accounts.findAll()).singleElement().satisfies(admin -> {
            assertThat(admin.role()).isEqualTo(Role.ADMIN);
            assertThat(admin.isPasswordOnce()).isTrue();
        });
        assertThat(matches("chef", PASSWORD)).isTrue();
    }

    @Test
    void withoutGoodSettingsThereIsNoFirstAdministrator() {
        start("", "");
        start("chef", "court");

        assertThat(accounts.count()).isZero();
    }

    private void start(String username, String password) {
        MockEnvironment settings = new MockEnvironment().withProperty("passerelle.first-admin.username", username)
                .withProperty("passerelle.first-admin.password", password);
        transaction.executeWithoutResult(
                status -> new FirstAdministrator(settings, accounts, newAccounts).open());
    }

    private CurrentUser account(String username, Role role) {
        return accounts.save(new Account(username, passwords.encode(PASSWORD), username, role,
                role == Role.PATRON ? UUID.randomUUID() : null, Set.of())).asCurrentUser();
    }

    private boolean matches(String username, String password) {
        return passwords.matches(password, accounts.findByUsernameIgnoreCase(username).orElseThrow().passwordHash());
    }

    private <T> T as(CurrentUser user, Supplier<T> work) {
        return signedIn.runAs(user, work);
    }

    private Outcome<UUID> newAccount(String password) {
        return transaction.execute(open -> newAccounts.open("lou", "Lou", password, Role.AGENT, null, Set.of()));
    }

    private static String field(Outcome<?> outcome) {
        return wrong(outcome).field();
    }

    private static String error(Outcome<?> outcome) {
        return wrong(outcome).field() + ": " + wrong(outcome).messageKey();
    }

    private static FieldError wrong(Outcome<?> outcome) {
        assertThat(outcome.refusal()).isEqualTo(CommonRefusal.FIELDS_WRONG);
        return (FieldError) ((Outcome.Refused<?>) outcome).args()[0];
    }
}
