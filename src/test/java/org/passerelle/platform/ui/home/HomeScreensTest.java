package org.passerelle.platform.ui.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.ui.CatalogueView;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.drive.service.DriveToday;
import org.passerelle.circulation.drive.ui.ReservationView;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.MainLayout;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The first page: everybody's own day, and nobody else's. */
@PasserelleTest
class HomeScreensTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    List<MenuEntry> entries;
    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;
    @Autowired
    WorkingBranch working;
    @Autowired
    AppClock clock;

    Screens screens;
    UUID branch;
    CurrentUser agent;
    Patron jeanne;

    @BeforeEach
    void aBranch() {
        branch = drive.branch("PORT");
        agent = drive.agentOf(branch);
        jeanne = drive.patron("Jeanne", "Ferrand");
        screens = new Screens(context, Stream.concat(Stream.of(MainLayout.class, ReservationView.class), entries.stream().map(MenuEntry::view))
                .toArray(Class<?>[]::new));
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    void whoWaitsOutsideComesFirstAndOnlyTheLongestWaitHasThePrimaryButton() {
        ReservationId first = ready(jeanne);
        ReservationId second = reserve(drive.patron("Lucien", "Delorme"));
        clock.setTo(SLOT);
        arrives(first);
        clock.advance(Duration.ofMinutes(4));
        arrives(second);
        clock.advance(Duration.ofMinutes(2));

        BrowserlessUIContext home = home(agent);

        assertThat(Screens.text(home)).contains("Dehors maintenant", "6 min", "2 min", "Jeanne Ferrand", "Lucien Delorme",
                "prêt · étagère B2");
        List<RouterLink> buttons = home.find(RouterLink.class).withClassName("go").all();
        assertThat(buttons).extracting(RouterLink::getText).containsExactly("Remettre le sac", "Préparer les documents");
        assertThat(buttons).extracting(button -> button.hasClassName("primary")).containsExactly(true, false);
        assertThat(buttons.getFirst().getHref()).endsWith(first.value().toString());
    }

    @Test
    void theDayThatIsLeftSaysWhoIsLateAndWhatItLeavesOut() {
        reserve(jeanne);
        for (int i = 0; i < 6; i++) {
            drive.reserve(drive.patron("Ada", "Aubry" + i), branch, SLOT.plus(Duration.ofMinutes(60 + 30L * (i / 4))),
                    drive.title(branch, "Nana", 1));
        }
        clock.setTo(SLOT.plus(Duration.ofMinutes(40)));

        String text = Screens.text(home(agent));

        assertThat(text).contains("Attendus", "7, dont 1 en retard", "en retard de 10 min", "Encore 2 retraits, à partir de 15 h 30");
        assertThat(drive.by(agent, context.getBean(DriveToday.class)::toServe))
                .as("as the menu counts").isEqualTo(7);
    }

    @Test
    void theHeadingSaysUntilWhenTheDriveIsOpen() {
        clock.setTo(SLOT.minus(Duration.ofHours(12)));
        assertThat(Screens.text(home(agent))).contains("drive ouvert à partir de");
        clock.setTo(SLOT.plusSeconds(60));
        assertThat(Screens.text(home(agent))).contains("drive ouvert jusqu’à");
        clock.setTo(SLOT.plus(Duration.ofHours(8)));
        assertThat(Screens.text(home(agent))).contains("plus de drive aujourd’hui");
    }

    @Test
    void anOpenHomeFollowsTheDayByItself() {
        ReservationId id = ready(jeanne);
        clock.setTo(SLOT);
        BrowserlessUIContext home = home(agent);
        assertThat(Screens.text(home)).doesNotContain("Dehors maintenant");

        arrives(id);

        Screens.await(home, () -> Screens.text(home).contains("Dehors maintenant"));
        assertThat(Screens.text(home)).doesNotContain("Attendus");
    }

    @Test
    void whoPrefersToBeCalledStandsThereWithTheNumber() {
        reserve(drive.patronByPhone("Huguette", "Marchal"));

        BrowserlessUIContext home = home(agent);
        assertThat(Screens.text(home)).contains("À appeler", "Huguette Marchal", "06 01 02 03 04");
        assertThat(home.find(RouterLink.class).all()).filteredOn(link -> link.getText().equals("Huguette Marchal"))
                .singleElement().extracting(RouterLink::getHref).asString().startsWith("inbox/");
        assertThat(Screens.text(home(drive.agentOf(drive.branch("GARE"))))).doesNotContain("Huguette");
    }

    @Test
    void theCallsLeadToTheListOfThatBranchAlone() {
        reserve(drive.patronByPhone("Huguette", "Marchal"));
        UUID gare = drive.branch("GARE");
        drive.reserve(drive.patronByPhone("Marcel", "Petit"), gare, SLOT, drive.title(gare, "Nana", 1));

        BrowserlessUIContext window = home(agent);
        URI address = URI.create(window.find(RouterLink.class).all().stream().map(RouterLink::getHref)
                .filter(href -> href.startsWith("outbox?")).findFirst().orElseThrow());
        Screens.enter(window, address.getPath(), address.getQuery());

        assertThat(Screens.text(window)).contains("1 message").doesNotContain("2 messages");
    }

    @Test
    void anAgentOfAnotherBranchSeesNothingOfIt() {
        ReservationId id = ready(jeanne);
        clock.setTo(SLOT);
        arrives(id);

        String text = Screens.text(home(drive.agentOf(drive.branch("GARE"))));

        assertThat(text).contains("Rien n’attend").doesNotContain("Jeanne", "PORT");
    }

    @Test
    void whoWorksAtSeveralBranchesReadsHowTheOthersStand() {
        UUID gare = drive.branch("GARE");
        ReservationId id = ready(jeanne);
        clock.setTo(SLOT);
        arrives(id);
        CurrentUser both = drive.agentOf(branch, gare);
        drive.by(both, () -> {
            working.choose(gare);
            return true;
        });

        String atGare = Screens.text(home(both));
        String manager = Screens.text(home(new CurrentUser(UUID.randomUUID(), "Nadia", Role.MANAGER, Set.of(), null)));

        assertThat(atGare).contains("Médiathèque PORT", "1 personne dehors").doesNotContain("Jeanne Ferrand");
        assertThat(manager).contains("Médiathèque GARE", "Médiathèque PORT", "1 personne dehors");
    }

    @Test
    void whatElseIsToBeDoneElsewhereIsToldWithTheWayThere() {
        UUID gare = drive.branch("GARE");
        drive.branch("QUIET");
        drive.reserve(drive.patronByPhone("Marcel", "Petit"), gare, SLOT, drive.title(gare, "Nana", 1));
        CurrentUser both = drive.agentOf(branch, gare);
        drive.by(both, () -> {
            working.choose(branch);
            return true;
        });

        BrowserlessUIContext home = home(both);

        assertThat(Screens.text(home)).contains("Médiathèque GARE", "1 appel à passer").doesNotContain("Marcel", "QUIET");
        assertThat(home.find(RouterLink.class).all()).filteredOn(link -> link.getText().equals("1 appel à passer"))
                .singleElement().extracting(RouterLink::getHref).asString().endsWith("branch=" + gare);
        assertThat(Screens.text(home(agent))).doesNotContain("GARE");
    }

    @Test
    void whoWorksNowhereIsToldSo() {
        assertThat(Screens.text(home(drive.agentOf()))).contains("Vous n’avez pas encore de bibliothèque");
    }

    @Test
    void aPatronsTitleIsTheStateOfTheirPickup() {
        ReservationId id = ready(jeanne);
        clock.setTo(SLOT.minus(Duration.ofMinutes(30)));

        BrowserlessUIContext home = home(drive.as(jeanne));

        assertThat(titles(home)).containsExactly("Votre sac est prêt");
        assertThat(Screens.text(home)).contains("Aujourd’hui, 14 h", drive.see(agent, id).code(), "Médiathèque PORT",
                "1 document.");
        home.find(Button.class).all().stream().filter(button -> button.getText().equals("Je suis arrivé")).findFirst()
                .orElseThrow().click();
        Screens.await(home, () -> titles(home).contains("Nous savons que vous êtes là"));
    }

    @Test
    void aPatronReadsOffersAndWhatIsToBringBackAndNothingOfOthers() {
        Patron paul = drive.patron("Paul", "Morel");
        ReservationId id = ready(jeanne);
        clock.setTo(SLOT);
        drive.handOverAll(agent, id);
        UUID away = drive.title(branch, "L’Enfant", 1);
        UUID copy = waiting.lend(away, branch);
        waiting.ask(jeanne, away, branch);
        waiting.comesBack(copy);

        String hers = Screens.text(home(drive.as(jeanne)));
        String his = Screens.text(home(drive.as(paul)));

        assertThat(hers).contains("« L’Enfant » est revenu pour vous", "À rendre", "Germinal");
        BrowserlessUIContext home = home(drive.as(jeanne));
        assertThat(home.find(RouterLink.class).all()).as("the way to all of it")
                .anyMatch(link -> link.getText().equals("Mes réservations") && !link.hasClassName("menu-link"));
        assertThat(his).contains("Ni retrait, ni prêt").doesNotContain("L’Enfant", "Germinal");
    }

    @Test
    void whoHasNotSignedInFindsASearchAndTheBranchesWithTheirDrive() {
        ready(jeanne);

        BrowserlessUIContext home = home(null);

        assertThat(Screens.text(home)).contains("Vos bibliothèques", "Médiathèque PORT", "Drive : ")
                .doesNotContain("Jeanne", "Germinal");
        TextField words = home.find(TextField.class).single();
        words.setValue("germinal");
        home.find(Button.class).all().stream().filter(button -> button.getText().equals("Chercher")).findFirst()
                .orElseThrow().click();
        home.roundTrip();
        assertThat(home.getCurrentView()).isInstanceOf(CatalogueView.class);
        assertThat(home.getUI().getActiveViewLocation().getQueryParameters().getSingleParameter("q")).contains("germinal");
    }

    private BrowserlessUIContext home(CurrentUser person) {
        BrowserlessUIContext window = person == null ? screens.nobody() : screens.of(person);
        Screens.enter(window, "catalogue", "");
        Screens.enter(window, "", "");
        return window;
    }

    private static List<String> titles(BrowserlessUIContext window) {
        window.activate();
        return window.find(H1.class).all().stream().map(H1::getText).toList();
    }

    private ReservationId reserve(Patron patron) {
        return drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
    }

    private ReservationId ready(Patron patron) {
        ReservationId id = reserve(patron);
        drive.pick(agent, id);
        drive.bag(agent, id);
        return id;
    }

    private void arrives(ReservationId id) {
        drive.by(agent, () -> drive.reservations.arrived(id)).value();
    }
}
