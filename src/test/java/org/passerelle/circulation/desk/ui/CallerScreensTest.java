package org.passerelle.circulation.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.ui.DriveScreens;
import org.passerelle.circulation.drive.ui.ReservationView;

/** Somebody calls: what they have reserved is found, wherever it waits for them. */
class CallerScreensTest extends DriveScreens {

    private UUID elsewhere;

    @BeforeEach
    void anotherBranch() {
        elsewhere = drive.branch("GARE");
    }

    @Test
    void theOneAppointmentOfACallerAtAnotherBranchIsOpened() {
        ReservationId id = at(elsewhere, "Nana");
        openDay();

        scan("ferrand");

        assertThat(((Main) getCurrentView())).isInstanceOf(ReservationView.class);
        assertThat(texts()).anyMatch(text -> text.startsWith(drive.see(agent, id).code()))
                .anyMatch(text -> text.startsWith("Médiathèque GARE"));
        assertThat(buttons("Annuler la réservation")).isEmpty();
    }

    @Test
    void severalAreListedWithTheirBranchAndNothingToPressThere() {
        at(elsewhere, "Nana");
        drive.reserve(patron, elsewhere, LATER_SLOT, drive.title(elsewhere, "La Curée", 1));
        openDay();

        scan(patron.cardNumber());

        assertThat(texts()).contains("Dans d’autres bibliothèques")
                .filteredOn(text -> text.endsWith("· Médiathèque GARE")).hasSize(2);
        assertThat(buttons("Arrivé")).isEmpty();
        button("Tout montrer").click();
        assertThat(texts()).doesNotContain("Dans d’autres bibliothèques");
    }

    @Test
    void aPatronsPageListsWhatIsOpenAndWhatEndedAtEveryBranch() {
        ReservationId open = at(elsewhere, "Nana");
        ReservationId ended = reserve("Germinal");
        drive.by(drive.as(patron), () -> reservations.cancel(ended)).value();

        UI.getCurrent().navigate("patrons/" + patron.id());

        assertThat(links()).containsExactly("reservation/" + open.value(), "reservation/" + ended.value());
        assertThat(texts()).anyMatch(text -> text.endsWith("Médiathèque GARE"))
                .anyMatch(text -> text.endsWith("Médiathèque PORT"));

        drive.by(drive.as(patron), () -> reservations.cancel(open)).value();
        awaitText(text -> !texts().contains("attendu"));
        assertThat(texts()).filteredOn("annulé"::equals).hasSize(2);
    }

    @Test
    void aPatronWithoutAnyIsSaidToHaveNone() {
        UI.getCurrent().navigate("patrons/" + patron.id());

        assertThat(texts()).contains("Aucune réservation.");
    }

    private ReservationId at(UUID where, String title) {
        return drive.reserve(patron, where, SLOT, drive.title(where, title, 1));
    }

    private List<String> links() {
        return all(RouterLink.class).map(RouterLink::getHref).filter(href -> href.startsWith("reservation/")).toList();
    }
}
