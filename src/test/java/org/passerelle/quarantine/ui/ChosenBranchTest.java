package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.service.DaySheets;
import org.passerelle.quarantine.returns.ui.ReturnsView;
import org.passerelle.quarantine.service.CrateRoom;

/** Somebody who works at two branches says once at which one they are today. */
class ChosenBranchTest extends QuarantineScreens {

    private UUID other;

    @BeforeEach
    void twoBranches() {
        other = room.branch("GARE");
        signIn(room.agentOf(branch, other));
    }

    @Test
    void theBranchChosenAtTheDriveIsTheOneWhereReturnsAreScanned() {
        String book = room.lentBook(other, "Germinal", DUE);
        UI.getCurrent().navigate("drive");
        chooseAtTheDrive(other);

        navigate("returns", ReturnsView.class);
        scan(book);

        assertThat(chosen()).isEqualTo(other);
        assertThat(room.jdbc.sql("select branch from app.crate").query(UUID.class).list()).containsExactly(other);
    }

    @Test
    void whatIsChosenAtTheReturnsDeskHoldsInTheRoomAndAtTheDrive() {
        navigate("returns", ReturnsView.class);
        UUID first = chosen();
        choose(all(BranchChooser.class).findFirst().orElseThrow(), first.equals(branch) ? other : branch);

        navigate("quarantine", RoomView.class);
        assertThat(chosen()).isNotEqualTo(first);
        UI.getCurrent().navigate("drive");
        assertThat(texts()).anyMatch(text -> text.contains(first.equals(branch) ? "GARE" : "PORT"));
    }

    @Test
    void whereOneDoesNotWorkNothingIsTakenIn() {
        signIn(room.agentOf(branch));
        UI.getCurrent().navigate("drive");
        chooseAtTheDrive(other);

        navigate("returns", ReturnsView.class);

        assertThat(chosen()).isEqualTo(branch);
    }

    private UUID chosen() {
        return all(BranchChooser.class).findFirst().orElseThrow().getValue().id();
    }

    @SuppressWarnings("unchecked")
    private void chooseAtTheDrive(UUID at) {
        Select<DaySheets.Place> select = (Select<DaySheets.Place>) all(Select.class).findFirst().orElseThrow();
        select.setValue(select.getListDataView().getItems().filter(place -> place.id().equals(at)).findFirst().orElseThrow());
        byThePerson(select);
    }

    private void choose(BranchChooser chooser, UUID at) {
        chooser.setValue(chooser.getListDataView().getItems().map(CrateRoom.Place.class::cast)
                .filter(place -> place.id().equals(at)).findFirst().orElseThrow());
        byThePerson(chooser);
    }

    private <T> void byThePerson(Select<T> select) {
        ComponentUtil.fireEvent(select, new ComponentValueChangeEvent<>(select, select, null, true));
        roundTrip();
    }
}
