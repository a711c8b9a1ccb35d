package org.passerelle.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.Recipient;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
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
import org.springframework.security.access.AccessDeniedException;

/** How staff are reached, who says so, and who may not. */
@PasserelleTest
class ContactsTest {

    private static final Contact CAMILLE = new Contact("camille@example.org", "06 12 34 56 78", Locale.ENGLISH, true);

    @Autowired
    Contacts contacts;
    @Autowired
    Staff staff;
    @Autowired
    AccountRepository accounts;
    @Autowired
    SecurityRecord record;
    @Autowired
    SignedIn signedIn;

    private CurrentUser camille;
    private CurrentUser nadia;
    private CurrentUser ines;

    @BeforeEach
    void staff() {
        camille = account("camille", Role.AGENT);
        nadia = account("nadia", Role.MANAGER);
        ines = account("ines", Role.ADMIN);
    }

    @Test
    void somebodyOfTheStaffSaysHowTheyAreReachedAndIsWrittenToSo() {
        assertThat(by(camille, contacts::mine)).contains(Contact.NONE);
        assertThat(Recipient.of(read(camille))).isEqualTo(new Recipient("camille", null, null, Locale.FRENCH, false, null));

        by(camille, () -> contacts.changeMine(CAMILLE)).value();

        assertThat(by(camille, contacts::mine)).contains(CAMILLE);
        assertThat(Recipient.of(read(camille))).isEqualTo(
                new Recipient("camille", "camille@example.org", "06 12 34 56 78", Locale.ENGLISH, true, null));
        by(camille, () -> contacts.changeMine(new Contact(" ", "", null, false))).value();
        assertThat(by(camille, contacts::mine)).contains(Contact.NONE);
    }

    @Test
    void whatIsNoAddressAndNoNumberIsToldAtItsField() {
        assertThat(wrong(new Contact("camille@", "12", Locale.FRENCH, false))).containsExactly("email", "phone");
        assertThat(wrong(new Contact("a@b.example\nBcc: c@d.example", null, null, true))).containsExactly("email", "phone");
        assertThat(by(camille, contacts::mine)).contains(Contact.NONE);
    }

    @Test
    void whoLooksAfterAnAccountWritesHowItsOwnerIsReachedAndNobodyElseSeesIt() {
        by(nadia, () -> contacts.change(camille.accountId(), CAMILLE)).value();
        by(ines, () -> contacts.change(nadia.accountId(), CAMILLE)).value();

        assertThat(by(nadia, () -> contacts.of(camille.accountId()))).contains(CAMILLE);
        CurrentUser noor = account("noor", Role.AGENT);
        CurrentUser patron = account("patron", Role.PATRON);
        assertRefused(noor, camille);
        assertRefused(nadia, ines);
        assertRefused(nadia, account("sacha", Role.MANAGER));
        assertRefused(nadia, nadia);
        assertRefused(ines, patron);
        assertRefused(patron, camille);
        assertThatThrownBy(() -> by(patron, contacts::mine)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> by(patron, () -> contacts.changeMine(CAMILLE))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anotherAddressIsOnRecordAndTheRestIsNot() {
        by(nadia, () -> contacts.change(camille.accountId(), CAMILLE)).value();
        by(camille, () -> contacts.changeMine(new Contact(CAMILLE.email(), null, Locale.FRENCH, false))).value();

        assertThat(by(ines, () -> record.page(0, 10))).singleElement().returns(Kind.EMAIL_CHANGED, Entry::kind)
                .returns("nadia", Entry::actor).returns("camille", Entry::about);
    }

    @Test
    void aNewAccountBeginsWithWhatIsKnownOfItsOwner() {
        UUID lou = by(nadia, () -> staff.create(new Staff.NewMember("lou", "Lou", Role.AGENT, "un mot assez long", Set.of(),
                CAMILLE))).value();

        assertThat(by(nadia, () -> contacts.of(lou))).contains(CAMILLE);
        assertThat(fields(by(nadia, () -> staff.create(new Staff.NewMember("ada", "Ada", Role.AGENT, "court", Set.of(),
                new Contact("ada", null, null, false)))))).containsExactly("password", "email");
    }

    private void assertRefused(CurrentUser who, CurrentUser of) {
        assertThatThrownBy(() -> by(who, () -> contacts.change(of.accountId(), Contact.NONE)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> by(who, () -> contacts.of(of.accountId()))).isInstanceOf(AccessDeniedException.class);
    }

    private List<String> wrong(Contact contact) {
        return fields(by(camille, () -> contacts.changeMine(contact)));
    }

    private static List<String> fields(Outcome<?> refused) {
        return Stream.of(((Outcome.Refused<?>) refused).args()).map(error -> ((FieldError) error).field()).toList();
    }

    private CurrentUser account(String name, Role role) {
        return accounts.save(new Account(name, "x", name, role, null, Set.of())).asCurrentUser();
    }

    private Account read(CurrentUser user) {
        return accounts.findById(user.accountId()).orElseThrow();
    }

    private <T> T by(CurrentUser user, Supplier<T> work) {
        return signedIn.runAs(user, work);
    }
}
