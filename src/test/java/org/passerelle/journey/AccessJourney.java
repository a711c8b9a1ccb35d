package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.passerelle.support.browser.Screen.button;
import static org.passerelle.support.browser.Screen.check;

import com.microsoft.playwright.Page;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.publicpages.ui.ContactView;
import org.passerelle.circulation.publicpages.ui.EmailView;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.retention.ui.KeptDataView;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.ui.accounts.SecurityView;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.LooksAt;
import org.passerelle.support.browser.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A patron gives another e-mail address, confirms it from there, and an administrator finds that on record. */
@JourneyTest
@LooksAt({SecurityView.class, KeptDataView.class, EmailView.class, ContactView.class})
class AccessJourney {

    @Autowired
    People people;
    @Autowired
    PatronRepository patrons;
    @Autowired
    BranchRepository branches;
    @Autowired
    JdbcClient jdbc;

    @Test
    void anotherAddressIsConfirmedFromThereAndOnRecord(Browser browser) {
        branches.save(new Branch("access", "Médiathèque des Accès", "", "", ZoneId.of("Europe/Paris"), "", ""));
        UUID ines = patrons.save(new Patron("A10001", "Inès", "Accès", PatronCategory.ADULT, Locale.FRENCH)).id();
        people.patron("access-patron", "Inès Accès", ines);
        people.staff("access-admin", "Dominique P.", Role.ADMIN, Set.of());

        Page phone = browser.phone(Locale.FRANCE);
        browser.signIn(phone, "access-patron");
        phone.navigate("account/contact");
        phone.getByLabel("Courriel").last().fill("ines@example.net");
        button(phone, "Enregistrer").click();
        assertThat(phone.getByText("À confirmer")).isVisible();
        check(phone, "contact-to-confirm");

        Page link = browser.phone(Locale.FRANCE);
        link.navigate("email/" + jdbc.sql("select token from app.patron_email_change where patron = ?").param(ines)
                .query(String.class).single());
        assertThat(link.getByText("ines@example.net")).isVisible();
        check(link, "email-to-confirm");
        button(link, "Confirmer cette adresse").click();
        assertThat(link.getByText("L’adresse est confirmée")).isVisible();

        Page desk = browser.desk(Locale.FRANCE);
        browser.signIn(desk, "access-admin");
        desk.navigate("security");
        assertThat(desk.getByText("Adresse électronique changée · Inès Accès")).isVisible();
        check(desk, "security");
        desk.navigate("kept-data");
        assertThat(desk.getByText("qui avait emprunté")).isVisible();
        check(desk, "kept-data");
    }
}
