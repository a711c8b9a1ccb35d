package org.passerelle.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.publicpages.ui.ContactView;
import org.passerelle.platform.people.Contacts;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.SignedInAccount;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.ui.accounts.AccountView;
import org.passerelle.platform.ui.accounts.StaffView;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How staff are reached, on the screens of the account and of the staff; and in which language they sign in. */
@PasserelleTest
class StaffContactScreensTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    AccountRepository accounts;
    @Autowired
    Contacts contacts;
    @Autowired
    SignedIn signedIn;

    private Screens screens;
    private CurrentUser camille;

    @BeforeEach
    void anAgent() {
        screens = new Screens(context, AccountView.class, StaffView.class, ContactView.class);
        camille = account("Camille", Role.AGENT);
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    void anAgentWritesTheirOwnAddressOnTheirAccountAndIsToldWhatIsWrong() {
        BrowserlessUIContext window = screens.of(camille);
        window.navigate(AccountView.class);

        field(window, "Courriel").setValue("camille");
        press(window, "Enregistrer");
        assertThat(field(window, "Courriel").isInvalid()).isTrue();
        field(window, "Courriel").setValue("camille@example.org");
        press(window, "Enregistrer");

        assertThat(Screens.text(window)).contains("C’est enregistré.");
        assertThat(signedIn.runAs(camille, contacts::mine).orElseThrow().email()).isEqualTo("camille@example.org");
    }

    @Test
    void aPatronsAccountHasNoSuchCard() {
        BrowserlessUIContext window = screens.of(account("Usagère", Role.PATRON));
        window.navigate(AccountView.class);

        assertThat(window.find(H2.class).all()).extracting(H2::getText).doesNotContain("Comment me joindre");
    }

    @Test
    void whoSignsInReadsTheLanguageOfTheirAccountUntilTheyChooseAnother() {
        BrowserlessUIContext window = screens.after(new SignedInAccount(camille, "camille", "", true, false,
                Long.MAX_VALUE, UUID.randomUUID(), Locale.ENGLISH));
        window.navigate(AccountView.class);
        assertThat(Screens.text(window)).contains("My account");

        window.getUI().getSession().setLocale(Locale.FRENCH);
        assertThat(Language.of(window.getUI().getSession(), signedIn.inTheirLanguage())).isEqualTo(Locale.FRENCH);
    }

    private static TextField field(BrowserlessUIContext window, String label) {
        return window.find(TextField.class).all().stream().filter(field -> label.equals(field.getLabel())).findFirst()
                .orElseThrow();
    }

    private static void press(BrowserlessUIContext window, String text) {
        window.find(Button.class).all().stream().filter(button -> text.equals(button.getText())).findFirst().orElseThrow()
                .click();
        window.roundTrip();
    }

    private CurrentUser account(String name, Role role) {
        return accounts.save(new Account(name.toLowerCase(), "x", name, role, null, Set.of())).asCurrentUser();
    }
}
