package org.passerelle.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.support.Screens;
import org.passerelle.team.members.domain.LeaveKind;
import org.passerelle.team.members.service.LeaveCalendar;
import org.passerelle.team.members.service.LeaveDesk;
import org.passerelle.team.members.service.LeaveDesk.Wish;
import org.passerelle.team.ui.LeaveCalendarView;
import org.passerelle.team.ui.MyWorkView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody's own page shows what is theirs, and lets them take it back. */
class MyWorkScreenTest extends TeamTests {

    private static final Wish WEEK = new Wish(MONDAY, MONDAY.plusDays(4), LeaveKind.LEAVE);

    @Autowired
    ApplicationContext context;
    @Autowired
    LeaveDesk leave;
    @Autowired
    LeaveCalendar calendar;

    Screens screens;

    @BeforeEach
    void openScreens() {
        screens = new Screens(context, MyWorkView.class, LeaveCalendarView.class);
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

        assertThat(Screens.text(page)).contains("Le souhait est repris.");
        assertThat(given.as(ines, () -> calendar.mine())).isEmpty();
        assertThat(given.as(colleague, () -> calendar.mine())).hasSize(1);
    }
}
