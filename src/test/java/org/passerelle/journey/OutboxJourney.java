package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.passerelle.support.browser.Screen.check;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.Message;
import org.passerelle.notification.Notifications;
import org.passerelle.notification.Recipient;
import org.passerelle.notification.ui.OutboxView;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.security.Role;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.LooksAt;
import org.passerelle.support.browser.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An agent looks after messages that did not leave, in a library without a mail server. */
@JourneyTest
@LooksAt(OutboxView.class)
class OutboxJourney {

    @Autowired
    People people;
    @Autowired
    BranchRepository branches;
    @Autowired
    Notifications notifications;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatWaitsIsSentByHandAndWhatFailedIsSentAgain(Browser browser) {
        UUID branch = branches.save(new Branch("outbox", "Médiathèque des Messages", "", "", ZoneId.of("Europe/Paris"), "", ""))
                .id();
        people.staff("outbox-agent", "Camille R.", Role.AGENT, Set.of(branch));
        send(branch, new Recipient("Mme <b>Ferrand</b>", "ferrand@example.org", null, Locale.FRENCH, false, "24005"));
        send(branch, new Recipient("M. Okafor", null, null, Locale.ENGLISH, false, "24006"));

        Page page = browser.desk(Locale.FRANCE);
        browser.signIn(page, "outbox-agent");
        page.navigate("outbox?branch=outbox");
        page.locator("vaadin-grid").getByText("M. Okafor").waitFor();
        assertThat(page.getByText("2 messages")).isVisible();
        assertThat(page.locator("vaadin-select")).containsText("Médiathèque des Messages");
        check(page, "outbox-list");

        page.getByText("Mme <b>Ferrand</b>").first().click();
        Locator detail = page.locator(".split-detail");
        assertThat(detail.getByText("Bonjour Ada")).isVisible();
        assertThat(detail.locator(".tag")).hasText("à envoyer à la main");
        check(page, "outbox");
        detail.getByText("Copier le texte").click();
        assertThat(page.getByText("Copié").first()).isVisible();
        detail.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Je l’ai envoyé")).click();
        assertThat(detail.locator(".tag")).hasText("envoyé à la main");

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("À traiter")).click();
        assertThat(page.getByText("1 message").first()).isVisible();
        page.getByText("M. Okafor").first().click();
        assertThat(detail.getByText("Ni adresse ni numéro utilisable.")).isVisible();
        detail.getByText("Renvoyer le message").click();
        Locator email = page.getByLabel("Adresse de courriel");
        email.fill("nobody");
        page.getByRole(AriaRole.DIALOG).locator("vaadin-button", new Locator.LocatorOptions().setHasText("Renvoyer le message")).click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByText("Cette adresse de courriel n’est pas valide")).isVisible();
        assertThat(email).hasValue("nobody");
        check(page, "outbox-send-again");
        email.fill("okafor@example.org");
        email.press("Tab");
        // The sentence goes, and with it the button moves up.
        assertThat(page.getByRole(AriaRole.DIALOG).getByText("Cette adresse de courriel n’est pas valide")).hasCount(0);
        page.getByRole(AriaRole.DIALOG).locator("vaadin-button", new Locator.LocatorOptions().setHasText("Renvoyer le message")).click();
        assertThat(detail.locator(".tag")).hasText("à envoyer à la main");
        page.reload();
        assertThat(detail.getByText("okafor@example.org")).isVisible();
    }

    private void send(UUID branch, Recipient recipient) {
        transaction.executeWithoutResult(caller -> notifications.send(new Message(
                new CaseRef("drive-pickup", UUID.randomUUID()), branch, recipient, "testing",
                Map.of("name", "Ada", "titles", "livres"))));
    }
}
