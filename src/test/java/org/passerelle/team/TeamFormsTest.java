package org.passerelle.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.ui.InboxView;
import org.passerelle.support.Screens;
import org.passerelle.team.members.domain.AgentFile;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.TalkWay;
import org.passerelle.team.returns.process.ReturnToWorkProcess.Tasks;
import org.passerelle.team.returns.service.MyReturn;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.ui.MyWorkView;
import org.passerelle.team.ui.TeamImportView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is typed or handed in at the screens of a team. */
class TeamFormsTest extends TeamTests {

    private static final Instant TALK = MONDAY.minusDays(3).atTime(12, 0).toInstant(ZoneOffset.UTC);

    @Autowired
    ApplicationContext context;
    @Autowired
    ReturnDesk desk;
    @Autowired
    MyReturn mine;

    Screens screens;

    @BeforeEach
    void openScreens() {
        screens = new Screens(context, TeamImportView.class, InboxView.class, MyWorkView.class);
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    void aListThatIsTooLargeIsNotReadWhateverItsSenderSaysOfIt() {
        BrowserlessUIContext screen = screens.of(helene);
        Screens.enter(screen, "team-import/" + team, "");

        screen.test(UploadTester.class, screen.find(Upload.class).single()).upload("equipe.csv", "text/csv",
                "nom;prénom\n".repeat(AgentFile.LARGEST / 10).getBytes());
        screen.roundTrip();

        assertThat(Screens.text(screen)).contains("Ce fichier est trop gros.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theMeasuresThatWereChosenAreStillThereForWhoLooksElsewhere() {
        UUID id = given.begun(helene, ines, MONDAY);
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, new Needs(Needs.Hours.LATER_START, null, Set.of(), null,
                Set.of(), false, ""))).value();
        given.as(helene, () -> desk.proposeTalk(given.ref(id, Tasks.PROPOSE_TALK), id, List.of(TALK), TalkWay.PHONE)).value();
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, TALK)).value();
        String task = "inbox/" + given.ref(id, Tasks.AGREE_MEASURES).value();
        BrowserlessUIContext screen = screens.of(helene);
        Screens.enter(screen, task, "");
        Select<MeasureKind> more = (Select<MeasureKind>) screen.find(Select.class).all().stream()
                .filter(select -> "Ajouter une mesure".equals(select.getLabel())).findFirst().orElseThrow();
        screen.test(more).selectItem(more.getItemLabelGenerator().apply(MeasureKind.NO_ROUNDS));
        LocalDate review = MONDAY.plusDays(50);
        screen.find(DatePicker.class).all().getFirst().setValue(review);
        Button drop = screen.find(Button.class).all().stream().filter(button -> button.getText().equals("Laisser de côté")).toList().getLast();
        String dropped = drop.getAriaLabel().orElseThrow();

        drop.click();
        Screens.enter(screen, "my-work", "");
        Screens.enter(screen, task, "");

        assertThat(screen.find(DatePicker.class).all().getFirst().getValue()).isEqualTo(review);
        assertThat(screen.find(Button.class).all()).extracting(button -> button.getAriaLabel().orElse("")).doesNotContain(dropped);
    }
}
