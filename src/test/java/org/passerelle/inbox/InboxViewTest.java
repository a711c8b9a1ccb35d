package org.passerelle.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.virtuallist.VirtualList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.inbox.ui.InboxView;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.ui.Note;
import org.passerelle.support.FreshState;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.passerelle.support.Statements;
import org.passerelle.support.errand.SampleErrandProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PasserelleTest
class InboxViewTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    InboxFixture given;
    @Autowired
    Inbox inbox;
    @Autowired
    SampleErrandProcess process;

    Screens screens;
    UUID port;
    CurrentUser camille;
    CurrentUser noor;

    @BeforeEach
    void aBranchWithTwoAgents() {
        port = given.branch("Port", "Europe/Paris");
        camille = given.staff("Camille", Role.AGENT, port);
        noor = given.staff("Noor", Role.AGENT, port);
        screens = new Screens(context, InboxView.class);
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    void theAddressOpensTheTaskWithItsFactsAndItsForm() {
        TaskRef task = task("Mme Ferrand");
        BrowserlessUIContext screen = screens.of(camille);

        screen.navigate("inbox/" + task.value(), InboxView.class);

        assertThat(screen.find(H2.class).withText("Faire la course").exists()).isTrue();
        assertThat(screen.find(Span.class).withText("Course pour Mme Ferrand").exists()).isTrue();
        assertThat(screen.find(TextField.class).withCaption("note").exists()).isTrue();
        assertThat(screen.find(Span.class).withText("1 tâche · aucune en retard").exists()).isTrue();
    }

    @Test
    void theDayOfATaskIsSaidOnceWithATagWhereItIsTodayOrLate() {
        assertThat(tags(FreshState.START.plus(Duration.ofDays(2)))).isEmpty();
        assertThat(tags(FreshState.START.plusSeconds(3600))).containsExactly("aujourd’hui");
        assertThat(tags(FreshState.START.minusSeconds(7200))).containsExactly("en retard de 2\u00a0h");
    }

    private List<String> tags(Instant due) {
        BrowserlessUIContext screen = screens.of(camille);
        TaskRef task = given.taskOf(camille, given.errand("course", port, due)).ref();
        screen.navigate("inbox/" + task.value(), InboxView.class);
        return screen.find(Span.class, screen.find(DescriptionList.class).single()).withClassName("tag").all().stream()
                .map(Span::getText).toList();
    }

    @Test
    void theFilterStandsInTheAddressAndWhatMakesNoSenseThereIsLeftOut() {
        given.errand("une", port, FreshState.START.minusSeconds(60));
        BrowserlessUIContext screen = screens.of(camille);

        Screens.enter(screen, "inbox", "show=mine&due=late&branch=nonsense&kind=nonsense");

        assertThat(pressed(screen)).containsExactly("À moi 0", "En retard 0");
        Screens.enter(screen, "inbox", "show=nonsense&due=nonsense");
        assertThat(pressed(screen)).isEmpty();
        screen.test(screen.find(Button.class).withText("Filtres").single()).click();
        screen.test(screen.find(Button.class).withText("Toutes 1").single()).click();
        screen.test(screen.find(Button.class).withText("Cette semaine 1").single()).click();
        assertThat(pressed(screen)).containsExactly("Toutes 1", "Cette semaine 1");
        screen.test(screen.find(Button.class).withText("Toutes 1").single()).click();
        assertThat(pressed(screen)).as("pressed again, it is let go").containsExactly("Cette semaine 1");
    }

    @Test
    void anEmptyListSaysWhatWouldBeThere() {
        BrowserlessUIContext screen = screens.of(camille);

        screen.navigate("inbox", InboxView.class);

        assertThat(screen.find(H2.class).withText("Rien n’attend").exists()).isTrue();
    }

    @Test
    void whoCompletesATaskIsToldAndSeesTheNextOne() {
        TaskRef first = task("première");
        task("deuxième");
        BrowserlessUIContext screen = screens.of(camille);
        screen.navigate("inbox/" + first.value(), InboxView.class);
        screen.test(screen.find(TextField.class).withCaption("note").single()).setValue("rapide");

        screen.test(screen.find(Button.class).withText("run").single()).click();

        assertThat(screen.find(Note.class).single().getText()).isNotEmpty();
        assertThat(screen.find(Span.class).withText("Course pour deuxième").exists()).isTrue();
        assertThat(screen.find(TextField.class).withCaption("note").single().getValue()).isEmpty();

        screen.test(screen.find(Button.class).withText("run").single()).click();
        assertThat(screen.find(H2.class).withText("Rien n’attend").exists()).isTrue();
        assertThat(screen.find(Note.class).single().getText()).isNotEmpty();

        screen.navigate("inbox/" + task("troisième").value(), InboxView.class);
        assertThat(screen.find(Note.class).exists()).isFalse();
    }

    @Test
    void aTaskIsTakenAndGivenBackOnTheScreen() {
        TaskRef task = task("à prendre");
        BrowserlessUIContext screen = screens.of(camille);
        screen.navigate("inbox/" + task.value(), InboxView.class);
        screen.test(screen.find(TextField.class).withCaption("note").single()).setValue("déjà écrit");

        screen.test(screen.find(Button.class).withText("Prendre").single()).click();
        assertThat(screen.find(Button.class).withText("Prendre").exists()).isFalse();
        assertThat(screen.find(Span.class).withText("«\u00a0Faire la course\u00a0»\u00a0: tâche prise").exists()).isTrue();
        screen.test(screen.find(Button.class).withText("Rendre").single()).click();

        assertThat(screen.find(Button.class).withText("Prendre").exists()).isTrue();
        assertThat(screen.find(TextField.class).withCaption("note").single().getValue()).isEqualTo("déjà écrit");
    }

    @Test
    void whenSomebodyElseCompletesTheOpenTaskThePersonIsToldAndWhatTheyTypedCanStillBeRead() {
        TaskRef task = task("disputée");
        BrowserlessUIContext screen = screens.of(camille);
        screen.navigate("inbox/" + task.value(), InboxView.class);
        screen.test(screen.find(TextField.class).withCaption("note").single()).setValue("long texte");

        BrowserlessUIContext other = screens.of(noor);
        other.navigate("inbox/" + task.value(), InboxView.class);
        other.test(other.find(Button.class).withText("run").single()).click();

        Screens.await(screen, () -> told(screen).contains("plus à faire"));
        assertThat(screen.find(TextField.class).withCaption("note").single().getValue()).isEqualTo("long texte");
        assertThat(screen.find(Button.class).withText("run").single().isEnabled()).isFalse();
        assertThat(screen.find(H2.class).withText("Rien n’attend").exists()).isTrue();
    }

    @Test
    void whoCompletesASecondTimeIsToldAndNothingIsDoneTwice() {
        TaskRef task = task("double");
        BrowserlessUIContext screen = screens.of(camille);
        screen.navigate("inbox/" + task.value(), InboxView.class);
        Button run = screen.find(Button.class).withText("run").single();
        process.ran(task);

        run.click();

        assertThat(told(screen)).containsPattern("plus (rien )?à faire");
    }

    @Test
    void whatWasTypedIsThereAgainAfterALookElsewhereAndForgottenWithTheTask() {
        TaskRef task = task("première");
        TaskRef other = task("deuxième");
        BrowserlessUIContext screen = screens.of(camille);
        screen.navigate("inbox/" + task.value(), InboxView.class);
        screen.test(screen.find(TextField.class).withCaption("note").single()).setValue("à moitié");

        screen.navigate("inbox/" + other.value(), InboxView.class);
        assertThat(note(screen)).as("each task has its own").isEmpty();
        screen.navigate("inbox", InboxView.class);
        screen.navigate("inbox/" + task.value(), InboxView.class);
        assertThat(note(screen)).isEqualTo("à moitié");

        BrowserlessUIContext colleague = screens.of(noor);
        colleague.navigate("inbox/" + task.value(), InboxView.class);
        assertThat(note(colleague)).as("nobody else's").isEmpty();
        screen.activate();
        screen.test(screen.find(Button.class).withText("run").single()).click();
    }

    private static String note(BrowserlessUIContext screen) {
        return screen.find(TextField.class).withCaption("note").single().getValue();
    }

    @Test
    void aTaskOfAnotherBranchIsReadOnly() {
        TaskRef task = task("du Port");
        BrowserlessUIContext screen = screens.of(given.staff("Aline", Role.AGENT, given.branch("Gare", "Europe/Paris")));

        Screens.enter(screen, "inbox/" + task.value(), "show=all");

        assertThat(told(screen)).contains("Port");
        assertThat(screen.find(Button.class).withText("run").single().isEnabled()).isFalse();
        assertThat(screen.find(Button.class).withText("Prendre").exists()).isFalse();
    }

    @Test
    void aTaskThatIsGoneOrNeverWasIsSaidInWords() {
        BrowserlessUIContext screen = screens.of(camille);

        screen.navigate("inbox/nonsense", InboxView.class);

        assertThat(screen.find(H2.class).withText("Cette tâche n’est plus à faire").exists()).isTrue();
    }

    @Test
    void openingTheInboxTakesThreeStatementsWhateverTheVolume() {
        for (int i = 0; i < 60; i++) {
            given.errand("course " + i, port, FreshState.START.plusSeconds(i));
        }
        BrowserlessUIContext screen = screens.of(camille);

        assertThat(Statements.during(() -> {
            screen.navigate("inbox", InboxView.class);
            // What a browser asks for when it has drawn the list.
            screen.find(VirtualList.class).single().getDataCommunicator().setViewportRange(0, 50);
            screen.roundTrip();
        })).anyMatch(sql -> sql.contains("limit")).hasSizeLessThanOrEqualTo(3);
        assertThat(screen.find(Span.class).withText("60 tâches · aucune en retard").exists()).isTrue();
    }

    @Test
    void patronsDoNotComeIn() {
        BrowserlessUIContext screen = screens.of(given.staff("Usager", Role.PATRON));

        assertThatThrownBy(() -> screen.navigate("inbox", InboxView.class)).isNotNull();
        assertThat(screen.getCurrentView()).isNotInstanceOf(InboxView.class);
    }

    private TaskRef task(String name) {
        return given.taskOf(camille, given.errand(name, port, null)).ref();
    }

    private static List<String> pressed(BrowserlessUIContext screen) {
        return screen.find(Button.class).withAttribute("aria-pressed", "true").all().stream().map(Button::getText)
                .toList();
    }

    private static String told(BrowserlessUIContext screen) {
        return screen.find(Div.class).withClassName("message").withAttribute("role", "status").single().getText();
    }
}
