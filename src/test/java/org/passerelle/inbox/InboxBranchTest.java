package org.passerelle.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.ui.MainLayout;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.support.Screens;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The inbox begins with the branch where its person works, says so, and shows others when it is asked to. */
class InboxBranchTest extends InboxTests {

    @Autowired
    ApplicationContext context;
    @Autowired
    List<MenuEntry> entries;
    @Autowired
    WorkingBranch working;

    Screens screens;
    CurrentUser lou;

    @BeforeEach
    void tasksAtTwoBranches() {
        lou = given.staff("Lou", Role.AGENT, port, gare);
        given.as(lou, () -> {
            working.choose(port);
            return null;
        });
        given.errand("au Port", port, null);
        given.errand("à la Gare", gare, null);
        given.errand("nulle part", null, null);
        UUID mine = given.errand("la mienne", gare, null);
        given.as(lou, () -> inbox.claim(given.taskOf(lou, mine).ref()));
        screens = new Screens(context, Stream.concat(Stream.of(MainLayout.class), entries.stream().map(MenuEntry::view))
                .toArray(Class<?>[]::new));
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    void itHoldsWhatIsOfThatBranchWhatIsOfNoneAndWhatIsTheirsWherever() {
        assertThat(names(lou, given.as(lou, inbox::start))).containsExactly("au Port", "nulle part", "la mienne");
        assertThat(given.as(lou, inbox::waiting)).isEqualTo(3);
        assertThat(names(lou, InboxFilter.START)).hasSize(4);
        assertThat(names(lou, InboxFilter.START.with(Chip.ALL).at(gare))).containsExactly("à la Gare", "nulle part", "la mienne");
        assertThat(names(manager, InboxFilter.START.at(gare))).containsExactly("à la Gare", "nulle part");
        assertThat(given.as(camille, inbox::start)).as("who works at one branch has nothing to choose").isEqualTo(InboxFilter.START);
        given.as(lou, inbox::start);
        assertThat(given.as(lou, () -> Statements.during(inbox::waiting))).hasSize(1);
    }

    @Test
    void itSaysSoAndOnePressShowsAllBranchesAndLetsGoAgain() {
        BrowserlessUIContext window = open("");
        assertThat(shown(window)).isEqualTo("Port: 3 tâches · aucune en retard");
        assertThat(menuNumber(window)).isEqualTo("3");

        press(window, "Toutes les bibliothèques");

        assertThat(shown(window)).isEqualTo(": 4 tâches · aucune en retard");
        assertThat(pressed(window)).containsExactly("Toutes les bibliothèques");
        assertThat(elsewhere(window)).isEmpty();
        assertThat(address(window)).endsWith("branch=all");
        press(window, "Toutes les bibliothèques");
        assertThat(shown(window)).isEqualTo("Port: 3 tâches · aucune en retard");
        assertThat(given.as(lou, working::current)).contains(port);
    }

    @Test
    void anAddressThatNamesAnotherBranchOrAllShowsItAndChangesNothing() {
        BrowserlessUIContext window = open("branch=" + gare);
        assertThat(shown(window)).isEqualTo("Gare: 3 tâches · aucune en retard");
        assertThat(elsewhere(window)).contains("Gare", "Port");

        Screens.enter(window, "inbox", "branch=all");
        assertThat(shown(window)).isEqualTo(": 4 tâches · aucune en retard");
        Screens.enter(window, "inbox", "branch=nonsense");
        assertThat(shown(window)).isEqualTo("Port: 3 tâches · aucune en retard");
        assertThat(given.as(lou, working::current)).contains(port);
    }

    @Test
    void anotherWorkingBranchIsAnotherListAtOnceAndAnotherNumberInTheMenu() {
        given.errand("encore à la Gare", gare, null);
        BrowserlessUIContext window = open("");

        workAt(window, gare);

        assertThat(shown(window)).isEqualTo("Gare: 4 tâches · aucune en retard");
        assertThat(menuNumber(window)).isEqualTo("4");
        assertThat(elsewhere(window)).isEmpty();
        assertThat(address(window)).isEqualTo("inbox");
    }

    @Test
    void theHomeCountsWhatTheListHoldsThatItLeadsTo() {
        BrowserlessUIContext window = screens.of(lou);
        Screens.enter(window, "", "");
        RouterLink group = window.find(RouterLink.class).all().stream().filter(link -> link.getText().contains("pour mon groupe"))
                .findFirst().orElseThrow();
        assertThat(group.getText()).startsWith("2 ");

        Screens.enter(window, "inbox", group.getHref().substring(group.getHref().indexOf('?') + 1));

        assertThat(shown(window)).isEqualTo("Port: 2 tâches · aucune en retard");
    }

    private BrowserlessUIContext open(String query) {
        BrowserlessUIContext window = screens.of(lou);
        Screens.enter(window, "inbox", query);
        return window;
    }

    private List<String> names(CurrentUser user, InboxFilter filter) {
        return given.as(user, () -> inbox.page(filter, 0, 100)).stream().map(InboxTask::subjectArgs).map(List::getFirst).toList();
    }

    private static String shown(BrowserlessUIContext window) {
        Div where = window.find(Div.class).withClassName("inbox-where").single();
        Div numbers = window.find(Div.class).withClassName("sub").single();
        return window.find(Span.class, where).all().getFirst().getText() + ": " + window.find(Span.class, numbers).all().getFirst().getText();
    }

    private static void press(BrowserlessUIContext window, String text) {
        window.find(Button.class).withText(text).single().click();
        window.roundTrip();
    }

    private static List<String> pressed(BrowserlessUIContext window) {
        return window.find(Button.class).withAttribute("aria-pressed", "true").all().stream().map(Button::getText).toList();
    }

    private static String elsewhere(BrowserlessUIContext window) {
        return window.find(Div.class).withClassName("bar-elsewhere").single().getElement().getTextRecursively();
    }

    private static String address(BrowserlessUIContext window) {
        window.activate();
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private static String menuNumber(BrowserlessUIContext window) {
        return window.find(RouterLink.class).all().stream().filter(link -> "inbox".equals(link.getHref())).findFirst().orElseThrow()
                .getElement().getTextRecursively().replaceAll("\\D", "");
    }

    @SuppressWarnings("unchecked")
    private static void workAt(BrowserlessUIContext window, UUID at) {
        Select<Place> choice = (Select<Place>) window.find(Select.class).all().stream().filter(select -> select.getListDataView().getItems()
                .findFirst().filter(Place.class::isInstance).isPresent()).findFirst().orElseThrow();
        choice.setValue(choice.getListDataView().getItems().filter(place -> place.id().equals(at)).findFirst().orElseThrow());
        ComponentUtil.fireEvent(choice, new ComponentValueChangeEvent<>(choice, choice, null, true));
        window.roundTrip();
    }
}
