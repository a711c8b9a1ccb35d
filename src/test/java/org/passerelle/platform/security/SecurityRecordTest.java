package org.passerelle.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.SecurityRecord.Entry;
import org.passerelle.platform.security.SecurityRecord.Kind;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.security.accounts.OwnAccount;
import org.passerelle.platform.security.accounts.PatronSignIns;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.platform.security.signin.AddressThrottle;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of what was done about accounts, by whom and about whom. */
@PasserelleTest
class SecurityRecordTest {

    private static final String PASSWORD = "un mot assez long";

    @Autowired
    SecurityRecord record;
    @Autowired
    Staff staff;
    @Autowired
    OwnAccount own;
    @Autowired
    PatronSignIns patronSignIns;
    @Autowired
    AccountRepository accounts;
    @Autowired
    BranchRepository branches;
    @Autowired
    AuthenticationConfiguration authentication;
    @Autowired
    PasswordEncoder passwords;
    @Autowired
    SignedIn signedIn;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    AppClock clock;
    @Autowired
    AddressThrottle addresses;
    @Autowired
    FilterChainProxy filters;

    private CurrentUser nadia;

    @BeforeEach
    void aManager() {
        nadia = accounts.save(new Account("nadia", passwords.encode(PASSWORD), "Nadia", Role.MANAGER, null, Set.of()))
                .asCurrentUser();
    }

    @Test
    void whatAManagerDoesAboutAColleaguesAccountIsOnRecord() {
        UUID north = branches.save(new Branch("NORD", "Nord", null, null, ZoneId.of("Europe/Paris"), null, null)).id();
        UUID lou = by(nadia, () -> staff.create(new Staff.NewMember("lou", "Lou", Role.AGENT, PASSWORD, Set.of()))).value();
        by(nadia, () -> staff.giveBranch(lou, north)).value();
        by(nadia, () -> staff.takeBranch(lou, north)).value();
        by(nadia, () -> staff.resetPassword(lou)).value();
        by(nadia, () -> staff.close(lou)).value();
        by(nadia, () -> staff.reopen(lou)).value();

        assertThat(read()).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo("Nadia");
            assertThat(entry.about()).isEqualTo("Lou");
            assertThat(entry.at()).isEqualTo(clock.instant());
        });
        assertThat(read()).extracting(Entry::kind).containsExactly(Kind.ACCOUNT_REOPENED, Kind.ACCOUNT_CLOSED,
                Kind.PASSWORD_GIVEN, Kind.BRANCH_TAKEN, Kind.BRANCH_GIVEN, Kind.ACCOUNT_OPENED);
        assertThat(read()).filteredOn(entry -> entry.branch() != null).extracting(Entry::branch)
                .containsExactly("Nord", "Nord");
    }

    @Test
    void whatStaffDoAboutAPatronsAccessIsOnRecord() {
        UUID patron = UUID.randomUUID();
        asOne(() -> patronSignIns.open(patron, "1001", "Ada", PASSWORD).value());
        asOne(() -> patronSignIns.rename(patron, "1001", "2002"));
        asOne(() -> patronSignIns.resetPassword(patron).value());
        asOne(() -> patronSignIns.close(patron).value());
        asOne(() -> patronSignIns.reopen(patron).value());

        assertThat(read()).extracting(Entry::kind).containsExactly(Kind.ACCOUNT_REOPENED, Kind.ACCOUNT_CLOSED,
                Kind.PASSWORD_GIVEN, Kind.ACCOUNT_RENAMED, Kind.ACCOUNT_OPENED);
        assertThat(read()).extracting(Entry::about).containsOnly("Ada");
    }

    @Test
    void aPasswordOfOnesOwnIsOnRecord() {
        by(nadia, () -> own.choosePassword(PASSWORD, "un autre mot assez long")).value();

        assertThat(read()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.PASSWORD_CHOSEN);
            assertThat(List.of(entry.actor(), entry.about())).containsOnly("Nadia");
        });
    }

    @Test
    void whatIsNotDoneIsNotOnRecord() {
        assertThat(by(nadia, () -> own.choosePassword(PASSWORD, PASSWORD)).isDone()).isFalse();
        assertThat(by(nadia, () -> staff.resetPassword(UUID.randomUUID())).isDone()).isFalse();

        assertThat(read()).isEmpty();
    }

    @Test
    void failedSignInsAreOnRecordNowAndThenHoweverManyThereAre() {
        for (int attempt = 0; attempt < Account.ATTEMPTS + 3; attempt++) {
            fail("nadia");
        }
        assertThat(read()).extracting(Entry::kind).containsExactly(Kind.SIGN_IN_HELD_BACK, Kind.SIGN_IN_FAILED);
        assertThat(read()).allSatisfy(entry -> {
            assertThat(entry.about()).isEqualTo("Nadia");
            assertThat(entry.actor()).isNull();
        });

        clock.advance(SecurityRecord.BETWEEN_FAILURES);
        fail("nadia");
        assertThat(read()).hasSize(3);
    }

    @Test
    void wrongCurrentPasswordsAreOnRecordNowAndThenHoweverManyThereAre() {
        for (int attempt = 0; attempt < Account.ATTEMPTS + 3; attempt++) {
            assertThat(by(nadia, () -> own.choosePassword("faux", "un autre mot assez long")).isDone()).isFalse();
        }
        assertThat(read()).extracting(Entry::kind)
                .containsExactly(Kind.SIGN_IN_HELD_BACK, Kind.CURRENT_PASSWORD_WRONG);
        assertThat(read()).allSatisfy(entry -> assertThat(List.of(entry.actor(), entry.about())).containsOnly("Nadia"));

        clock.advance(SecurityRecord.BETWEEN_FAILURES);
        by(nadia, () -> own.choosePassword("faux", "un autre mot assez long"));
        assertThat(read()).hasSize(3);
    }

    @Test
    void thatAnAddressWasSentBackIsOnRecordOnceInAWindowHoweverManyAddressesThereAre() throws Exception {
        for (String address : List.of("192.0.2.71", "192.0.2.72")) {
            while (addresses.mayTry(address)) {
                assertThat(read()).isEmpty();
            }
        }
        for (String address : List.of("192.0.2.71", "192.0.2.71", "192.0.2.72")) {
            assertThat(signInFrom(address)).isEqualTo("/login?error=resting");
        }

        assertThat(read()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.ADDRESS_HELD_BACK);
            assertThat(entry.about()).isNull();
            assertThat(entry.actor()).isNull();
        });
    }

    @Test
    void ofNamesThatNobodyHasOnlyThatTheyWereTried() {
        List.of("my secret password", "a stranger", "nul\0name", "\ud800").forEach(this::fail);

        assertThat(read()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.SIGN_IN_FAILED);
            assertThat(entry.about()).isNull();
        });
    }

    @Test
    void nobodyChangesItOrTakesAnythingOut() {
        by(nadia, () -> staff.create(new Staff.NewMember("lou", "Lou", Role.AGENT, PASSWORD, Set.of()))).value();

        for (String change : List.of("update app.security_event set actor = null", "delete from app.security_event",
                "truncate app.security_event")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("only added to");
        }
        assertThat(read()).hasSize(1);
    }

    @Test
    void onlyAdministratorsReadIt() {
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.ADMIN))) {
            assertThatThrownBy(() -> by(new CurrentUser(UUID.randomUUID(), "", role, Set.of(), null),
                    () -> record.page(0, 10))).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> record.page(0, 10)).isInstanceOf(AccessDeniedException.class);
    }

    private String signInFrom(String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filters.doFilter(request, response, new MockFilterChain());
        return response.getRedirectedUrl();
    }

    private void fail(String name) {
        assertThatThrownBy(() -> authentication.getAuthenticationManager()
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, "faux")))
                .isInstanceOf(AuthenticationException.class);
    }

    private List<Entry> read() {
        return by(new CurrentUser(UUID.randomUUID(), "", Role.ADMIN, Set.of(), null), () -> record.page(0, 50));
    }

    private void asOne(Supplier<?> gesture) {
        by(nadia, () -> transaction.execute(status -> gesture.get()));
    }

    private <T> T by(CurrentUser user, Supplier<T> work) {
        return signedIn.runAs(user, work);
    }
}
