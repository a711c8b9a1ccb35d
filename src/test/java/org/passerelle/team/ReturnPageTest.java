package org.passerelle.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.inbox.ui.InboxView;
import org.passerelle.platform.process.steps.Step.State;
import org.passerelle.platform.process.steps.Step;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Screens;
import org.passerelle.support.Statements;
import org.passerelle.team.members.domain.LeaveKind;
import org.passerelle.team.members.service.LeaveCalendar;
import org.passerelle.team.members.service.LeaveDesk.Wish;
import org.passerelle.team.members.service.LeaveDesk;
import org.passerelle.team.members.service.TeamForm;
import org.passerelle.team.members.service.Teams;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.Preparation;
import org.passerelle.team.returns.domain.TalkWay;
import org.passerelle.team.returns.process.ReturnToWorkProcess.Tasks;
import org.passerelle.team.returns.service.MyReturn;
import org.passerelle.team.returns.service.ReturnDesk;
import org.passerelle.team.returns.service.ReturnPages.Facts;
import org.passerelle.team.returns.service.ReturnPages;
import org.passerelle.team.returns.service.ReturnStart.ReturnDates;
import org.passerelle.team.ui.MyWorkView;
import org.passerelle.team.ui.ReturnView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The page of a return: what is to be done is done there, the talks have their days, the team's wishes for leave stand beside. */
class ReturnPageTest extends TeamTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    ApplicationContext context;
    @Autowired
    ReturnPages pages;
    @Autowired
    ReturnDesk desk;
    @Autowired
    MyReturn mine;
    @Autowired
    LeaveCalendar calendar;
    @Autowired
    LeaveDesk leave;
    @Autowired
    Teams teams;
    @Autowired
    AppClock clock;

    private Screens screens;
    private UUID id;

    @BeforeEach
    void aReturn() {
        screens = new Screens(context, ReturnView.class, MyWorkView.class, InboxView.class);
        id = given.begun(helene, ines, MONDAY);
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    @SuppressWarnings("unchecked")
    void timesForTheTalkAreProposedAndOneIsChosenWhereTheReturnIsShown() {
        needs();
        BrowserlessUIContext page = open(helene);
        CheckboxGroup<Instant> likely = page.find(CheckboxGroup.class).single();
        assertThat(likely.getValue()).as("the next working days").containsExactlyInAnyOrder(at(25, 14, 0), at(26, 10, 0), at(27, 9, 30));
        likely.setValue(Set.of(at(26, 10, 0)));
        press(page, "Autre moment…");
        page.find(DateTimePicker.class).all().getFirst().setValue(LocalDateTime.of(2026, 11, 30, 11, 0));
        press(page, "Proposer ces moments");

        assertThat(see().talkTimes()).containsExactly(at(26, 10, 0), at(30, 11, 0));
        assertThat(Screens.text(page)).contains("Proposé à Inès Carpentier.").doesNotContain("Moments proposés");

        BrowserlessUIContext own = screens.of(ines);
        Screens.enter(own, "my-work", "");
        RadioButtonGroup<Instant> times = own.find(RadioButtonGroup.class).single();
        press(own, "Choisir ce moment");
        assertThat(times.getErrorMessage()).isEqualTo("Choisissez un moment, ou dites qu’aucun ne convient.");
        times.setValue(at(30, 11, 0));
        press(own, "Choisir ce moment");
        ConfirmDialog sure = own.find(ConfirmDialog.class).all().stream().filter(ConfirmDialog::isOpened).findFirst().orElseThrow();
        ComponentUtil.fireEvent(sure, new ConfirmDialog.ConfirmEvent(sure, false));
        own.roundTrip();
        assertThat(see().preparation()).isEqualTo(Preparation.MEASURES_TO_AGREE);
        Screens.await(page, () -> Screens.text(page).contains("Noter les mesures"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatIsHalfTypedThereStaysWhateverChangesAroundItAndIsTheInboxsToo() {
        needs();
        BrowserlessUIContext page = open(helene);
        ((CheckboxGroup<Instant>) page.find(CheckboxGroup.class).single()).setValue(Set.of(at(27, 9, 30)));

        given.as(helene, () -> desk.changeDate(id, new ReturnDates(MONDAY.plusDays(1), null)))
                .value();
        Screens.await(page, () -> Screens.text(page).contains("mardi 8 décembre"));

        assertThat(((CheckboxGroup<Instant>) page.find(CheckboxGroup.class).single()).getValue()).containsExactly(at(27, 9, 30));
        Screens.enter(page, "inbox/" + given.ref(id, Tasks.PROPOSE_TALK).value(), "");
        assertThat(((CheckboxGroup<Instant>) page.find(CheckboxGroup.class).single()).getValue()).containsExactly(at(27, 9, 30));
    }

    @Test
    void aMeasureIsAddedThereWithWhatIsWrongSaidAtItsField() {
        needs();
        BrowserlessUIContext page = open(helene);
        press(page, "Ajouter une mesure");
        TextArea note = page.find(TextArea.class).single();
        note.setValue("La première semaine");
        press(page, "Ajouter cette mesure");
        Select<MeasureKind> kind = kind(page);
        assertThat(kind.getErrorMessage()).isEqualTo("Choisissez une mesure.");
        assertThat(note.getValue()).isEqualTo("La première semaine");
        assertThat(note.getHelperText()).contains("Rien sur la santé");

        kind.setValue(MeasureKind.NO_ROUNDS);
        press(page, "Ajouter cette mesure");

        assertThat(Screens.text(page)).contains("La mesure est ajoutée à ce qui est à convenir.").contains("Sans tournée")
                .doesNotContain("La première semaine");
        assertThat(page.find(TextArea.class).all()).isEmpty();
    }

    @Test
    void theThreeTalksAreStepsWithTheDaysPlannedFromTheRealReturnOn() {
        assertThat(steps()).endsWith(tuple("back", State.TO_COME, MONDAY), tuple("day7", State.TO_COME, MONDAY.plusDays(7)),
                tuple("day30", State.TO_COME, MONDAY.plusDays(30)), tuple("day90", State.TO_COME, MONDAY.plusDays(90)));
        agreed();
        LocalDate real = MONDAY.plusDays(1);
        clock.setTo(real.atTime(12, 0).atZone(PARIS).toInstant());
        engine.runDueJobs();
        given.as(helene, () -> desk.holdBriefing(given.ref(id, Tasks.HOLD_BRIEFING), id, real, true)).value();
        given.as(ines, () -> mine.sign(given.ref(id, Tasks.SIGN_BRIEFING), id)).value();
        assertThat(steps()).endsWith(tuple("back", State.DONE, real), tuple("day7", State.CURRENT, real.plusDays(7)),
                tuple("day30", State.TO_COME, real.plusDays(30)), tuple("day90", State.TO_COME, real.plusDays(90)));

        given.as(ines, () -> mine.skipTalk(id, 30)).value();
        clock.setTo(real.plusDays(7).atTime(12, 0).atZone(PARIS).toInstant());
        engine.runDueJobs();
        given.as(helene, () -> desk.talkHeld(given.ref(id, Tasks.TALK_7), id, Tasks.TALK_7)).value();

        assertThat(steps()).endsWith(tuple("back", State.DONE, real), tuple("day7", State.DONE, null), tuple("day30", State.SKIPPED, null),
                tuple("day90", State.CURRENT, real.plusDays(90)));
        assertThat(Screens.text(open(helene))).contains("tenu mar. 15 déc.").contains("n’a pas eu lieu").contains("8 mars 2027");
        given.as(ines, () -> mine.skipTalk(id, 90)).value();
        engine.runDueJobs();
        assertThat(steps()).endsWith(tuple("day7", State.DONE, null), tuple("day30", State.SKIPPED, null), tuple("day90", State.SKIPPED, null));
    }

    @Test
    void whoIsAwayAgainHasAllStepsBeforeThem() {
        agreed();
        given.as(helene, () -> desk.awayAgain(id)).value();
        assertThat(steps()).contains(tuple("needs", State.TO_COME, null), tuple("talk", State.TO_COME, null), tuple("measures", State.TO_COME, null),
                tuple("back", State.TO_COME, null), tuple("day7", State.TO_COME, null));
    }

    @Test
    void theWishesOfTheTeamStandBesideWithWhoWouldBeMissing() {
        TeamForm form = given.as(admin, () -> teams.form(team)).orElseThrow();
        given.as(admin, () -> teams.change(team, new TeamForm(form.name(), Map.of(DayOfWeek.WEDNESDAY, 1), Set.of(helene.accountId()),
                false, form.version()))).value();
        given.as(ines, () -> leave.wish(new Wish(LocalDate.of(2026, 12, 22), LocalDate.of(2026, 12, 24), LeaveKind.LEAVE))).value();
        given.as(colleague, () -> leave.wish(new Wish(LocalDate.of(2026, 12, 23), LocalDate.of(2026, 12, 23), LeaveKind.LEAVE))).value();

        String text = Screens.text(open(helene));

        assertThat(text).contains("Souhaits de congés de l’équipe").contains("21 –\u2060 25 décembre")
                .contains("Il manquerait une personne mer. 23 déc. si tout était accordé.").contains("souhaité");
        assertThat(given.as(helene, () -> calendar.around(team, ines.accountId(), TUESDAY, 14)).orElseThrow().from())
                .isEqualTo(LocalDate.of(2026, 12, 21));
    }

    @Test
    void whereSomebodyIsInAnotherTeamTheirWishesMoveNoCalendar() {
        given.as(bastien, () -> leave.wish(new Wish(LocalDate.of(2026, 12, 22), LocalDate.of(2026, 12, 24), LeaveKind.LEAVE))).value();

        assertThat(given.as(helene, () -> calendar.around(team, bastien.accountId(), TUESDAY, 14)).orElseThrow().from())
                .isEqualTo(TUESDAY.minusDays(1));
        for (CurrentUser stranger : List.of(otherManager, bastien, health, humanResources, admin)) {
            assertThat(given.as(stranger, () -> calendar.around(team, ines.accountId(), TUESDAY, 14))).as(stranger.displayName()).isEmpty();
        }
    }

    @Test
    void thePageCostsTheSameWhateverTheSizeOfTheTeam() {
        needs();
        int few = cost();
        for (int i = 0; i < 5; i++) {
            CurrentUser more = given.staff("Collègue " + i, Role.AGENT, canal);
            given.place(helene, more, team, canal);
            given.as(more, () -> leave.wish(new Wish(MONDAY, MONDAY.plusDays(2), LeaveKind.LEAVE))).value();
        }
        assertThat(cost()).isLessThanOrEqualTo(few);
    }

    private int cost() {
        BrowserlessUIContext window = screens.of(helene);
        return Statements.during(() -> Screens.enter(window, "return-to-work/" + id, "")).size();
    }

    private BrowserlessUIContext open(CurrentUser user) {
        BrowserlessUIContext window = screens.of(user);
        Screens.enter(window, "return-to-work/" + id, "");
        return window;
    }

    private static void press(BrowserlessUIContext window, String text) {
        Button button = window.find(Button.class).all().stream().filter(each -> each.getText().equals(text) && each.isVisible()).findFirst()
                .orElseThrow(() -> new AssertionError("no " + text));
        window.test(button).click();
        window.roundTrip();
    }

    @SuppressWarnings("unchecked")
    private static Select<MeasureKind> kind(BrowserlessUIContext window) {
        return (Select<MeasureKind>) window.find(Select.class).all().stream().filter(each -> "Mesure".equals(each.getLabel())).findFirst()
                .orElseThrow();
    }

    private Instant at(int day, int hour, int minute) {
        return LocalDate.of(2026, 11, day).atTime(hour, minute).atZone(PARIS).toInstant();
    }

    private Facts see() {
        return given.as(helene, () -> pages.page(id)).orElseThrow().facts();
    }

    private List<Tuple> steps() {
        return given.as(helene, () -> pages.page(id)).orElseThrow().standing().steps().stream().map(step -> tuple(name(step), step.state(),
                step.planned())).toList();
    }

    private static String name(Step step) {
        return step.messageKey().substring(step.messageKey().lastIndexOf('.') + 1);
    }

    private void needs() {
        given.as(ines, () -> mine.sayNeeds(given.ref(id, Tasks.SAY_NEEDS), id, Needs.NONE)).value();
    }

    private void agreed() {
        needs();
        given.as(helene, () -> desk.proposeTalk(given.ref(id, Tasks.PROPOSE_TALK), id, List.of(at(30, 11, 0)), TalkWay.PHONE)).value();
        given.as(ines, () -> mine.chooseTalk(given.ref(id, Tasks.CHOOSE_TALK), id, at(30, 11, 0))).value();
        given.as(helene, () -> desk.recordMeasures(given.ref(id, Tasks.AGREE_MEASURES), id, List.of(), 0)).value();
        given.as(ines, () -> mine.confirm(given.ref(id, Tasks.CONFIRM_MEASURES), id)).value();
    }
}
