package org.passerelle.circulation.drive.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.publicpages.service.PickupLinks;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.springframework.beans.factory.annotation.Autowired;

/** The day and the case of the drive as staff see them, without a browser. */
class DriveScreensTest extends DriveScreens {

    @Autowired
    PickupLinks links;

    @Test
    void arrivingMovesTheCardAndShowsWhatToDoNext() {
        ReservationId id = ready(reserve("Germinal"));
        clock.setTo(SLOT);
        openDay();

        button("Arrivé").click();

        assertThat(button("Remettre le sac").isEnabled()).isTrue();
        assertThat(texts()).anyMatch(text -> text.contains("Jeanne Ferrand est au drive"));
        assertThat(drive.see(agent, id).arrivedAt()).isEqualTo(SLOT);
    }

    @Test
    void aPartOfTheBagCanBeHandedOver() {
        ReservationId id = ready(reserve("Germinal", "Nana"));
        clock.setTo(SLOT);
        reservations.arrived(id);
        openDay();
        button("Remettre le sac").click();

        CheckboxGroup<?> documents = all(CheckboxGroup.class).findFirst().orElseThrow();
        assertThat(documents.getSelectedItems()).hasSize(2);
        documents.deselectAll();
        lastButton("Remettre le sac").click();
        assertThat(documents.isInvalid()).isTrue();
        selectFirst(documents);
        lastButton("Remettre le sac").click();

        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.PARTLY_COLLECTED);
        assertThat(texts()).contains("partiel · 1 à ranger");
    }

    @Test
    void staffOfAnotherBranchSeeTheDayWithoutItsButtons() {
        reserve("Germinal");
        clock.setTo(SLOT);
        signIn(drive.agentOf(drive.branch("GARE")));

        openDay();

        assertThat(texts()).contains("Jeanne Ferrand").anyMatch(text -> text.startsWith("Vous ne travaillez pas"));
        assertThat(buttons("Arrivé")).isEmpty();
    }

    @Test
    void anAppointmentIsFoundByNameOrCode() {
        ReservationId id = reserve("Germinal");
        patron = drive.patron("Ali", "Diallo");
        reserve("Nana");
        openDay();

        scan("diâllo");
        assertThat(texts()).contains("Ali Diallo").doesNotContain("Jeanne Ferrand");
        scan(drive.see(agent, id).code().replace("-", "").toLowerCase(Locale.ROOT));
        assertThat(texts()).contains("Jeanne Ferrand").doesNotContain("Ali Diallo");
        scan("personne");
        assertThat(texts()).anyMatch(text -> text.contains("Rien ce jour"));
    }

    @Test
    void aCodeIsFoundWhateverTheScannerAddsToIt() {
        ReservationId id = reserve("Germinal");
        patron = drive.patron("Ali", "Diallo");
        reserve("Nana");
        openDay();

        scan("]C1" + drive.see(agent, id).code().toLowerCase(Locale.ROOT));

        assertThat(texts()).contains("Jeanne Ferrand", "Rien de ce qui est cherché.").doesNotContain("Ali Diallo");
    }

    @Test
    void afterEachGestureTheSearchIsOverAndTheWholeDayIsShown() {
        reserve("Germinal");
        patron = drive.patron("Ali", "Diallo");
        reserve("Nana");
        clock.setTo(SLOT);
        openDay();
        scan("ferrand");
        assertThat(texts()).doesNotContain("Ali Diallo", "Personne n’est attendu.");

        button("Arrivé").click();

        assertThat(texts()).contains("Ali Diallo", "Jeanne Ferrand").doesNotContain("Rien de ce qui est cherché.")
                .noneMatch(text -> text.contains("rendez-vous trouvé"));
        assertThat(buttons("Tout montrer")).isEmpty();
    }

    @Test
    void afterARefusalWhatIsLookedForIsStillFound() {
        ReservationId id = reserve("Germinal");
        patron = drive.patron("Ali", "Diallo");
        reserve("Nana");
        clock.setTo(SLOT);
        openDay();
        scan("ferrand");
        Button arrived = button("Arrivé");
        drive.by(drive.agentOf(branch), () -> reservations.arrived(id)).value();

        arrived.click();

        assertThat(texts()).contains("Jeanne Ferrand").doesNotContain("Ali Diallo")
                .anyMatch(text -> text.contains("déjà réglé"));
        assertThat(buttons("Tout montrer")).hasSize(1);
    }

    @Test
    void whatWasFoundOnAnotherDayIsKeptTrueToo() {
        ReservationId id = ready(drive.reserve(patron, branch, LATER_SLOT, drive.title(branch, "Germinal", 1)));
        drive.reserve(patron, branch, LATER_SLOT.plus(Duration.ofMinutes(30)), drive.title(branch, "Nana", 1));
        clock.setTo(LATER_SLOT);
        openDay();
        scan("ferrand");
        assertThat(buttons("Arrivé")).hasSize(2);

        button("Arrivé").click();

        assertThat(buttons("Arrivé")).hasSize(1);
        button("Remettre le sac").click();
        lastButton("Remettre le sac").click();
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.COLLECTED);
        assertThat(buttons("Remettre le sac")).isEmpty();
        assertThat(texts()).filteredOn("Jeanne Ferrand"::equals).hasSize(2);

        button("Tout montrer").click();
        assertThat(texts()).doesNotContain("Jeanne Ferrand");
    }

    @Test
    void oneCaseIsShownWhole() {
        ReservationId id = reserve("Germinal");

        ReservationGestures.openCase(id);

        assertThat(texts()).contains("Germinal · Auteur", "à prendre")
                .anyMatch(text -> text.startsWith("Réservation faite"));
        button("Annuler la réservation").click();
        confirm();
        assertThat(drive.see(agent, id).outcome()).isEqualTo(ReservationOutcome.CANCELLED);
        assertThat(texts()).anyMatch(text -> text.startsWith("annulé"));
    }

    @Test
    void anAgentOfAnotherBranchWhoEntersTheAddressOfACaseReadsAndHasNothingToPress() {
        ReservationId id = ready(reserve("Germinal"));
        signIn(drive.agentOf(drive.branch("GARE")));

        UI.getCurrent().navigate("reservation/" + id.value());

        assertThat(texts()).contains("Germinal · Auteur", drive.see(agent, id).code() + " · Jeanne Ferrand", "étagère B2")
                .anyMatch(text -> text.startsWith("Réservation faite"));
        assertThat(find(Button.class, (Component) getCurrentView()).all()).isEmpty();
    }

    @Test
    void whoCancelsByTheirLinkStandsInTheStory() {
        ReservationId id = reserve("Germinal");
        links.cancel(drive.token(id)).value();

        ReservationGestures.openCase(id);

        assertThat(all(Span.class).filter(by -> by.hasClassName("by")).map(Span::getText))
                .contains("l’usager, par son lien");
    }

    @Test
    void theCaseFollowsWhatOthersDo() {
        ReservationId id = reserve("Germinal");
        ReservationGestures.openCase(id);
        assertThat(buttons("Annuler la réservation")).hasSize(1);

        drive.by(drive.as(patron), () -> reservations.cancel(id)).value();

        awaitText(text -> text.startsWith("annulé"));
        assertThat(buttons("Annuler la réservation")).isEmpty();
    }

    private static <T> void selectFirst(CheckboxGroup<T> group) {
        group.select(group.getListDataView().getItem(0));
    }
}
