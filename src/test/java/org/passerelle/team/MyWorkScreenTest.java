package org.passerelle.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.sql.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.ui.accounts.StaffView;
import org.passerelle.support.Screens;
import org.passerelle.team.members.domain.LeaveKind;
import org.passerelle.team.members.service.LeaveCalendar;
import org.passerelle.team.members.service.LeaveDesk.Wish;
import org.passerelle.team.members.service.LeaveDesk;
import org.passerelle.team.returns.service.MyReturn;
import org.passerelle.team.ui.MyWorkView;
import org.passerelle.team.ui.ReturnView;
import org.passerelle.team.ui.leave.LeaveCalendarView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody's own page shows what is theirs, and lets them take it back. */
class MyWorkScreenTest extends TeamTests {

    private static final Wish WEEK = new Wish(MONDAY, MONDAY.plusDays(4), LeaveKind.LEAVE);

    @Autowired
    ApplicationContext context;
    @Autowired
    LeaveDesk leave;
    @Autowired
    LeaveCalendar calendar;
    @Autowired
    MyReturn mine;
    @Autowired
    JdbcClient jdbc;

    Screens screens;

    @BeforeEach
    void openScreens() {
        screens = new Screens(context, MyWorkView.class, LeaveCalendarView.class, ReturnView.class, StaffView.class);
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    void onesOwnWishesAreListedAndCanBeTakenBack() {
        given.as(ines, () -> leave.wish(WEEK)).value();
        given.as(colleague, () -> leave.wish(new Wish(MONDAY.plusDays(7), MONDAY.plusDays(9), LeaveKind.LEAVE))).value();

        BrowserlessUIContext page = screens.of(ines);
        Screens.enter(page, "my-work", "");
        assertThat(Screens.text(page)).contains("Mes souhaits de congés", "absence, lun. 7 déc. au ven. 11 déc.")
                .doesNotContain("lun. 14 déc.");
        List<Button> back = page.find(Button.class).all().stream().filter(button -> button.getText().equals("Reprendre")).toList();
        assertThat(back).hasSize(1);
        back.getFirst().click();
        assertThat(given.as(ines, () -> calendar.mine())).as("asked first").hasSize(1);
        ConfirmDialog asked = page.find(ConfirmDialog.class).single();
        ComponentUtil.fireEvent(asked, new ConfirmDialog.ConfirmEvent(asked, false));

        assertThat(Screens.text(page)).contains("Le souhait est repris.");
        assertThat(given.as(ines, () -> calendar.mine())).isEmpty();
        assertThat(given.as(colleague, () -> calendar.mine())).hasSize(1);
    }

    @Test
    void occupationalHealthIsAskedForAfterItIsSaidWhoLearnsOfIt() {
        given.begun(helene, ines, MONDAY);
        BrowserlessUIContext page = screens.of(ines);
        Screens.enter(page, "my-work", "");
        button(page, "Voir la médecine de prévention").click();
        ConfirmDialog asked = page.find(ConfirmDialog.class).single();
        assertThat(asked.getElement().getProperty("message")).contains("Seule la médecine de prévention", "Vous n’avez pas à dire pourquoi");
        assertThat(supports()).isZero();

        ComponentUtil.fireEvent(asked, new ConfirmDialog.ConfirmEvent(asked, false));
        assertThat(supports()).isOne();
        assertThat(Screens.text(page)).contains("C’est demandé.").doesNotContain("personne n’exerce cette fonction");
        assertThat(buttons(page, "Voir la médecine de prévention")).isEmpty();
    }

    @Test
    void whoAsksWhereNobodyHoldsTheDutyReadsItOnTheirOwnPageAndNobodyElseDoes() {
        given.take(admin, health, Duty.OCCUPATIONAL_HEALTH);
        UUID id = given.begun(helene, ines, MONDAY);
        given.as(ines, () -> mine.askForHealth(id)).value();

        BrowserlessUIContext page = screens.of(ines);
        Screens.enter(page, "my-work", "");
        assertThat(Screens.text(page)).contains("personne n’exerce cette fonction", ": Rh. Vous n’avez pas à dire pourquoi.");
        for (CurrentUser other : List.of(helene, admin, colleague)) {
            BrowserlessUIContext theirs = screens.of(other);
            for (String address : List.of("my-work", "return-to-work/" + id, "staff")) {
                Screens.enter(theirs, address, "");
                assertThat(Screens.text(theirs)).as(other.displayName() + " at " + address).doesNotContain("personne n’exerce cette fonction");
            }
        }
    }

    private int supports() {
        return jdbc.sql("select count(*) from app.work_health_support").query(Integer.class).single();
    }

    private static List<Button> buttons(BrowserlessUIContext page, String text) {
        return page.find(Button.class).all().stream().filter(button -> button.getText().equals(text)).toList();
    }

    private static Button button(BrowserlessUIContext page, String text) {
        return buttons(page, text).getFirst();
    }

    @Test
    void whatIsInForceFromAnEarlierReturnIsListedBesideWhatIsProposedNow() {
        UUID first = given.begun(helene, ines, MONDAY);
        jdbc.sql("insert into app.work_measure (id, version, work_return, agent, kind, source, state, review_on) "
                + "values (?, 0, ?, ?, 'SEATED_WORK', 'HEALTH', 'AGREED', ?)")
                .params(UUID.randomUUID(), first, ines.accountId(), Date.valueOf(MONDAY.plusDays(60))).update();
        jdbc.sql("update app.work_return set ended_at = announced_at, outcome = 'CLOSED' where id = ?").param(first).update();
        given.begun(helene, ines, MONDAY.plusDays(30));

        BrowserlessUIContext page = screens.of(ines);
        Screens.enter(page, "my-work", "");

        assertThat(Screens.text(page)).contains("Travail assis");
    }
}
