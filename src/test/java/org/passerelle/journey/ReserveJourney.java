package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.support.browser.Screen.check;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.Cataloguing;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.NewCopy;
import org.passerelle.catalogue.NewTitle;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.circulation.publicpages.ui.MyReservationsView;
import org.passerelle.circulation.publicpages.ui.PickupView;
import org.passerelle.circulation.publicpages.ui.basket.BasketView;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.slots.domain.SlotRules;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.LooksAt;
import org.passerelle.support.browser.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A patron finds titles, reserves them, follows the reservation, and gives it up: on a phone, in both languages. */
@JourneyTest
@LooksAt({PickupView.class, BasketView.class, MyReservationsView.class})
class ReserveJourney {

    @Autowired
    People people;
    @Autowired
    BranchRepository branches;
    @Autowired
    PatronRepository patrons;
    @Autowired
    Cataloguing cataloguing;
    @Autowired
    ReservationBook book;
    @Autowired
    SignedIn signedIn;
    @Autowired
    JdbcClient jdbc;

    private String own;
    private UUID port;
    private UUID centre;
    private Patron awa;

    @BeforeEach
    void aLibraryIsOpen() {
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        own = UUID.randomUUID().toString().substring(0, 8);
        port = branch("Médiathèque du Port", "3, quai Nord");
        centre = branch("Bibliothèque du Centre", "12, rue des Écoles");
        awa = new Patron("24-" + own, "Awa", "Diallo", PatronCategory.ADULT, Locale.FRENCH);
        awa.reachBy("awa@example.org", null, false, Locale.FRENCH);
        patrons.save(awa);
        people.patron("awa-" + own, "Awa Diallo", awa.id());
        title("Les Misérables", "Hugo, Victor", port, centre);
        title("Germinal", "Zola, Émile", port);
    }

    @Test
    void aPatronReservesAndCancels(Browser browser) throws Exception {
        Page page = browser.phone(Locale.FRANCE);
        fillBasket(page, "Ajouter au panier", "Les Misérables", "Germinal");
        check(page, "reserve-catalogue-fr");
        page.getByText("Voir le panier (2)").last().click();
        choose(page, "Bibliothèque du Centre " + own);
        assertThat(page.getByText("un titre n’y est pas disponible")).isVisible();
        chooseSlot(page, 1);
        check(page, "reserve-basket-fr");
        page.getByText("Continuer sans lui").click();
        assertThat(page.getByText("Mis de côté pour une autre fois")).isVisible();
        choose(page, "Médiathèque du Port " + own);
        assertThat(page.getByText("Mis de côté pour une autre fois")).not().isVisible();
        chooseSlot(page, 1);
        page.getByText("Se connecter pour réserver").click();

        assertThat(page.locator("input[name=username]")).isVisible();
        check(page, "reserve-sign-in-fr");
        signIn(page);
        assertThat(page.getByText("2 titres à retirer")).isVisible();
        assertThat(page.locator(".slot[aria-pressed=true]")).hasCount(1);
        check(page, "reserve-confirm-fr");
        page.getByText("Réserver ces titres").dblclick();

        assertThat(page.getByText("Nous préparons vos documents")).isVisible();
        List<ReservationDetails> made = mine();
        assertThat(made).hasSize(1);
        assertThat(page.getByText(made.getFirst().code(), new Page.GetByTextOptions().setExact(true))).isVisible();
        assertThat(page.getByAltText("Code QR de " + made.getFirst().code())).isVisible();
        check(page, "reserve-done-fr");
        Download calendar = page.waitForDownload(() -> page.getByText("Ajouter à mon agenda").click());
        assertThat(Files.readString(calendar.path())).contains("BEGIN:VEVENT", made.getFirst().code());

        page.getByText("Changer de créneau").click();
        page.locator(".slot").nth(3).click();
        assertThat(page.getByText("C’est noté")).isVisible();
        assertThat(mine().getFirst().slotStartsAt()).isNotEqualTo(made.getFirst().slotStartsAt());

        page.getByText("Annuler la réservation").click();
        assertThat(page.getByText("Oui, annuler")).isVisible();
        check(page, "reserve-cancel-fr");
        page.getByText("Oui, annuler").click();
        assertThat(page.getByText("Cette réservation est annulée")).isVisible();
        check(page, "reserve-cancelled-fr");
        page.getByText("Toutes mes réservations").click();
        assertThat(page.getByText("Terminées")).isVisible();
        check(page, "reserve-mine-fr");
    }

    @Test
    void theLinkOpensThePickupWithoutSignInAndAWrongOneTellsNothing(Browser browser) {
        Page page = browser.open(Locale.UK, 1280, 800, ColorScheme.DARK);
        browser.signIn(page, "awa-" + own);
        fillBasket(page, "Add to basket", "Germinal");
        check(page, "reserve-catalogue-en");
        page.getByText("See the basket (1)").last().click();
        choose(page, "Médiathèque du Port " + own);
        chooseSlot(page, 1);
        check(page, "reserve-basket-en");
        page.getByText("Reserve these titles").click();
        assertThat(page.getByText("We are preparing your documents")).isVisible();
        check(page, "reserve-done-en");
        ReservationDetails made = mine().getFirst();

        String token = jdbc.sql("select token from app.reservation where id = ?").param(made.id().value())
                .query(String.class).single();
        Page link = browser.open(Locale.UK, 390, 844, ColorScheme.DARK);
        Response response = link.navigate("pickup/" + token);
        assertThat(response.headerValue("referrer-policy")).isEqualTo("same-origin");
        assertThat(response.headerValue("x-robots-tag")).contains("noindex");
        assertThat(link.getByAltText("QR code of " + made.code())).isVisible();
        check(link, "reserve-link-en");
        for (String wrong : List.of(made.code(), made.id().value().toString(), token.substring(1) + "0")) {
            link.navigate("pickup/" + wrong);
            assertThat(link.getByText("This link opens nothing")).isVisible();
        }
        check(link, "reserve-wrong-link-en");
        link.navigate("basket");
        assertThat(link.getByText("Your basket is empty")).isVisible();
        check(link, "reserve-empty-basket-en");

        Patron paul = new Patron("25-" + own, "Paul", "Petit", PatronCategory.ADULT, Locale.ENGLISH);
        patrons.save(paul);
        people.patron("paul-" + own, "Paul Petit", paul.id());
        Page other = browser.desk(Locale.UK);
        browser.signIn(other, "paul-" + own);
        other.navigate("my/" + made.id().value());
        assertThat(other.getByText(made.code())).not().isVisible();
        assertThat(other.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1))).isVisible();
        other.navigate("my");
        assertThat(other.getByText("No reservation for now")).isVisible();
        check(other, "reserve-mine-empty-en");
    }

    private void fillBasket(Page page, String button, String... titles) {
        for (String title : titles) {
            page.navigate("catalogue?q=" + own + "+" + title.split(" ")[title.split(" ").length - 1]);
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(title + " " + own)).click();
            page.locator(".basket-action a").waitFor();
        }
    }

    private static void choose(Page page, String branch) {
        page.locator(".place", new Page.LocatorOptions().setHasText(branch)).click();
        page.locator(".place[aria-pressed=true]", new Page.LocatorOptions().setHasText(branch)).waitFor();
    }

    /** The last step stays in sight only once the server knows the choice. */
    private static void chooseSlot(Page page, int slot) {
        page.locator(".slot").nth(slot).click();
        page.locator(".confirmation").waitFor();
    }

    private void signIn(Page page) {
        page.locator("input[name=username]").fill("awa-" + own);
        page.locator("input[name=password]").fill(People.PASSWORD);
        page.locator("vaadin-login-form vaadin-button[slot=submit]").click();
        page.waitForURL(url -> url.contains("/basket"));
    }

    private List<ReservationDetails> mine() {
        return signedIn.runAs(new CurrentUser(UUID.randomUUID(), "Awa", Role.PATRON, Set.of(), awa.id()), book::mine);
    }

    private UUID branch(String name, String address) {
        UUID id = branches.save(new Branch(UUID.randomUUID().toString(), name + " " + own, address, null,
                ZoneId.of("Europe/Paris"), "Parking gratuit derrière le bâtiment ; entrée par la cour.",
                "Free parking behind the building; entrance by the yard.")).id();
        BranchFixture.rules(jdbc, id, new SlotRules(30, 4, 0, 8, 30, 72));
        for (DayOfWeek day : DayOfWeek.values()) {
            BranchFixture.window(jdbc, id, day, LocalTime.of(14, 0), LocalTime.of(18, 0));
        }
        return id;
    }

    private void title(String title, String author, UUID... at) {
        CurrentUser manager = new CurrentUser(UUID.randomUUID(), "Camille", Role.MANAGER, Set.of(), null);
        signedIn.runAs(manager, () -> {
            UUID id = cataloguing.addTitle(NewTitle.of(UUID.randomUUID().toString(), title + " " + own, author, 1885,
                    MaterialType.BOOK));
            for (UUID branch : at) {
                cataloguing.addCopy(new NewCopy(id, UUID.randomUUID().toString(), branch, "R " + title.charAt(0),
                        MaterialType.BOOK, null));
            }
            return id;
        });
    }
}
