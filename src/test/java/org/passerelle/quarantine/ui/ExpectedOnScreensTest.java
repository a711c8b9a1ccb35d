package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.quarantine.CrateId;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;

/** The day on which a crate will be opened, as patrons read it wherever they ask for what lies in it. */
@PasserelleTest
class ExpectedOnScreensTest extends QuarantineScreens {

    @Autowired
    CatalogueFixture catalogue;

    private UUID title;
    private CrateId crate;
    private Patron jeanne;

    @BeforeEach
    void theOnlyCopyLiesInACrateUntilFriday() {
        title = drive.title(branch, "Germinal", 1);
        waiting.lend(title, branch);
        String barcode = room.jdbc.sql("select barcode from app.copy").query(String.class).single();
        crate = room.scan(agent, branch, barcode).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        jeanne = drive.patron("Jeanne", "Ferrand");
        signIn(drive.as(jeanne));
    }

    @Test
    void theCatalogueAndThePageOfTheTitleTellIt() {
        UI.getCurrent().navigate("catalogue");
        assertThat(read()).contains("attendu le ven. 27 nov.");

        UI.getCurrent().navigate("title/" + title);
        assertThat(read()).contains("attendu le ven. 27 nov.", "en quarantaine jusqu’au ven. 27 nov.");
    }

    @Test
    void thePageOfTheTitleFollowsARuleThatChanges() {
        UI.getCurrent().navigate("title/" + title);
        roundTrip();
        room.publish(room.manager(), "hours", "96", Reach.ALL_RUNNING);
        awaitText(text -> text.equals("en quarantaine jusqu’au sam. 28 nov."));
        assertThat(read()).noneMatch(text -> text.contains("27"));
    }

    @Test
    void theBasketTellsItAtTheTitleAndAtTheBranch() {
        inBasket();
        assertThat(read()).filteredOn(text -> text.equals("Attendu vendredi 27 novembre")).hasSize(1);

        NativeButton place = all(NativeButton.class).filter(each -> each.hasClassName("place")).findFirst().orElseThrow();
        ComponentUtil.fireEvent(place, new ClickEvent<>(place));
        assertThat(read()).filteredOn(text -> text.equals("Attendu vendredi 27 novembre")).hasSize(2);
    }

    @Test
    void whoWaitsReadsItAmongTheirReservations() {
        waiting.ask(jeanne, title, branch);
        UI.getCurrent().navigate("my");
        assertThat(read()).contains("Un exemplaire est attendu pour vous vendredi 27 novembre.");
    }

    @Test
    void whereACopyWasNotFoundTheReservationTellsWhenTheOtherIsExpected() {
        catalogue.copy(title, branch);
        ReservationId id = drive.reserve(jeanne, branch, Drive.SLOT, title, drive.title(branch, "Nana", 1));
        UUID copy = drive.see(agent, id).lines().stream().filter(each -> each.title().equals(title)).findFirst()
                .orElseThrow().copy();
        drive.by(agent, () -> drive.pickingDesk.notFound(id, copy)).value();

        UI.getCurrent().navigate("pickup/" + drive.token(id));

        assertThat(read()).contains("Un autre exemplaire est attendu vendredi 27 novembre.");
    }

    private void inBasket() {
        UI.getCurrent().navigate("title/" + title);
        button("Ajouter au panier").click();
        UI.getCurrent().navigate("basket");
    }

    private List<String> read() {
        return texts().stream().map(Screens::withOrdinarySpaces).toList();
    }
}
