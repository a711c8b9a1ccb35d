package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.ui.BranchScreen;
import org.passerelle.platform.ui.MainLayout;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody who works at two branches says once at which one they are today, and every screen follows. */
@PasserelleTest
class WorkingBranchScreensTest {

    private static final String PORT = "Médiathèque PORT";
    private static final String ZOLA = "Médiathèque ZOLA";

    @Autowired
    ApplicationContext context;
    @Autowired
    List<MenuEntry> entries;
    @Autowired
    WorkingBranch working;
    @Autowired
    QuarantineRoom room;

    Screens screens;
    UUID port;
    UUID zola;
    CurrentUser agent;

    @BeforeEach
    void twoBranches() {
        port = room.branch("PORT");
        zola = room.branch("ZOLA");
        agent = room.agentOf(port, zola);
        screens = new Screens(context, Stream.concat(Stream.of(MainLayout.class), entries.stream().map(MenuEntry::view))
                .toArray(Class<?>[]::new));
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "drive", "returns", "quarantine", "reserve", "inbox", "outbox"})
    void screensFollowTheBranchThatIsChosenInTheFrame(String screen) {
        BrowserlessUIContext window = screens.of(agent);
        Screens.enter(window, screen, "");
        assertThat(shown(window)).isEqualTo(PORT);

        workAt(window, zola);
        assertThat(shown(window)).as("open").isEqualTo(ZOLA);
        assertThat(elsewhere(window)).isEmpty();

        Screens.enter(window, "catalogue", "");
        Screens.enter(window, screen, "");
        assertThat(shown(window)).as("opened again").isEqualTo(ZOLA);
    }

    @Test
    void otherWindowsFollowWhenTheirPersonGoesOn() {
        List<BrowserlessUIContext> two = screens.two(agent);
        two.forEach(window -> Screens.enter(window, "quarantine", ""));

        two.getFirst().activate();
        workAt(two.getFirst(), zola);

        two.getLast().activate();
        assertThat(shown(two.getLast())).isEqualTo(PORT);
        Screens.enter(two.getLast(), "drive", "");
        assertThat(shown(two.getLast())).isEqualTo(ZOLA);
        assertThat(choices(two.getLast()).getFirst().getValue().id()).isEqualTo(zola);
    }

    @Test
    void anAddressThatNamesAnotherBranchShowsItSaysSoAndChangesNothing() {
        BrowserlessUIContext window = screens.of(agent);
        Screens.enter(window, "quarantine/" + zola, "");

        assertThat(shown(window)).isEqualTo(ZOLA);
        assertThat(elsewhere(window)).contains(ZOLA, PORT);
        assertThat(room.by(agent, working::current)).contains(port);

        window.find(Button.class).all().stream().filter(button -> button.getText().equals("Montrer " + PORT)).findFirst()
                .orElseThrow().click();
        window.roundTrip();
        assertThat(shown(window)).isEqualTo(PORT);
        assertThat(elsewhere(window)).isEmpty();
    }

    @Test
    void whoWorksAtOneBranchReadsItAndHasNothingToChoose() {
        BrowserlessUIContext window = screens.of(room.agentOf(port));
        Screens.enter(window, "returns", "");

        assertThat(choices(window)).isEmpty();
        assertThat(window.find(Span.class).withClassName("workplace-name").single().getText()).isEqualTo(PORT);
    }

    private static String shown(BrowserlessUIContext window) {
        return ((BranchScreen) window.getCurrentView()).shownBranch().orElseThrow().name();
    }

    private static String elsewhere(BrowserlessUIContext window) {
        return window.find(Div.class).withClassName("bar-elsewhere").single().getElement().getTextRecursively();
    }

    @SuppressWarnings("unchecked")
    private static List<Select<Place>> choices(BrowserlessUIContext window) {
        return window.find(Select.class).all().stream().filter(select -> select.getListDataView().getItems().findFirst()
                .filter(Place.class::isInstance).isPresent()).map(select -> (Select<Place>) select).toList();
    }

    private static void workAt(BrowserlessUIContext window, UUID at) {
        Select<Place> choice = choices(window).getFirst();
        choice.setValue(choice.getListDataView().getItems().filter(place -> place.id().equals(at)).findFirst().orElseThrow());
        ComponentUtil.fireEvent(choice, new ComponentValueChangeEvent<>(choice, choice, null, true));
        window.roundTrip();
    }
}
