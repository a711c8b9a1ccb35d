package org.passerelle.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.ui.InboxView;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How the inbox comes to hand: what is open by itself, what Enter opens, what stands on a row. */
class InboxHandsTest extends InboxTests {

    @Autowired
    ApplicationContext context;

    Screens screens;

    @BeforeEach
    void openScreens() {
        screens = new Screens(context, InboxView.class);
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    void onAWideScreenTheFirstTaskIsOpenWhereTheAddressNamesNone() {
        given.errand("demain", port, NOW.plus(Duration.ofDays(1)));
        given.errand("hier", port, NOW.minus(Duration.ofDays(1)));
        BrowserlessUIContext screen = screens.of(camille);

        screen.navigate("inbox", InboxView.class);
        assertThat(screen.find(H2.class).withText("Choisissez une tâche").exists()).as("as on a phone").isTrue();
        fire(screen.getCurrentView().getElement(), "inbox-wide", JsonNodeFactory.instance.objectNode());

        assertThat(screen.find(Span.class).withText("Course pour hier").exists()).isTrue();
    }

    @Test
    void aTaskThatTheAddressNamesStaysOpenOnAWideScreen() {
        given.errand("hier", port, NOW.minus(Duration.ofDays(1)));
        TaskRef asked = given.taskOf(camille, given.errand("demain", port, NOW.plus(Duration.ofDays(1)))).ref();
        BrowserlessUIContext screen = screens.of(camille);

        screen.navigate("inbox/" + asked.value(), InboxView.class);
        fire(screen.getCurrentView().getElement(), "inbox-wide", JsonNodeFactory.instance.objectNode());

        assertThat(screen.find(Span.class).withText("Course pour demain").exists()).isTrue();
    }

    @Test
    void enterInTheSearchOpensASingleResultAndChoosesAmongSeveralForNobody() {
        given.errand("Mme Ferrand", port, null);
        given.errand("M. Okafor", port, null);
        BrowserlessUIContext screen = screens.of(camille);
        screen.navigate("inbox", InboxView.class);
        Element search = screen.find(TextField.class).withClassName("inbox-search").single().getElement();

        enter(search, "m");
        assertThat(screen.find(H2.class).withText("Choisissez une tâche").exists()).isTrue();
        enter(search, "okafor");
        screen.roundTrip();

        assertThat(screen.find(Span.class).withText("Course pour M. Okafor").exists()).isTrue();
    }

    @Test
    void whoWaitsIsSaidOnTheRowAndBesideTheTask() {
        TaskRef task = given.taskOf(camille, given.waitedFor("Mme Ferrand", port, NOW.plusSeconds(600), NOW.minusSeconds(380))).ref();
        BrowserlessUIContext screen = screens.of(camille);

        screen.navigate("inbox/" + task.value(), InboxView.class);
        rows(screen);

        assertThat(screen.find(Span.class).withClassName("tag-now").all()).extracting(Span::getText)
                .contains("attend depuis 6\u00a0min");
        assertThat(screen.find(Button.class).withText("par urgence").exists()).isTrue();
        assertThat(screen.find(Popover.class).single().isOpenOnFocus()).isTrue();
    }

    @Test
    void onlyWhoWorksForSeveralBranchesIsAskedForOneAndReadsItOnTheRows() {
        given.errand("course", port, null);
        assertThat(branchChoices(camille)).isZero();
        assertThat(branchChoices(manager)).isEqualTo(1);
    }

    private int branchChoices(CurrentUser user) {
        BrowserlessUIContext screen = screens.of(user);
        screen.navigate("inbox", InboxView.class);
        screen.test(screen.find(Button.class).withText("Filtres").single()).click();
        return screen.find(ComboBox.class).all().size();
    }

    private static List<?> rows(BrowserlessUIContext screen) {
        VirtualList<?> list = screen.find(VirtualList.class).single();
        list.getDataCommunicator().setViewportRange(0, 50);
        screen.roundTrip();
        return list.getChildren().toList();
    }

    /** Types these words and Enter. */
    private static void enter(Element search, String words) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("event.key === 'Enter' && !event.isComposing", true);
        data.put("element.value", words);
        fire(search, "keydown", data);
    }

    private static void fire(Element at, String event, ObjectNode data) {
        at.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(at, event, data));
    }
}
