package org.passerelle.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.virtuallist.VirtualList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.desk.ui.DayView;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.drive.ui.ReservationView;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.inbox.ui.InboxView;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.ui.accounts.LoginView;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the frame around the screens costs, once for each window, and what a screen in it costs. */
@PasserelleTest
class FrameCostTest {

    private static final Map<Role, Integer> FRAME =
            Map.of(Role.PATRON, 0, Role.AGENT, 4, Role.MANAGER, 5, Role.ADMIN, 5);

    @Autowired
    ApplicationContext context;
    @Autowired
    List<MenuEntry> entries;
    @Autowired
    Drive drive;

    Screens screens;
    UUID branch;
    ReservationId last;
    int made;

    @BeforeEach
    void aBranch() {
        branch = drive.branch("PORT");
        screens = new Screens(context, Stream.concat(Stream.of(MainLayout.class, LoginView.class, ReservationView.class),
                entries.stream().map(MenuEntry::view)).toArray(Class<?>[]::new));
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aWindowAsksForItsFrameOnce(Role role) {
        reservations(12);
        CurrentUser person = new CurrentUser(UUID.randomUUID(), "Sacha", role,
                role == Role.AGENT ? Set.of(branch) : Set.of(), role == Role.PATRON ? UUID.randomUUID() : null);
        List<BrowserlessUIContext> window = new ArrayList<>();

        List<String> opened = Statements.during(() -> window.add(screens.of(person)));

        // A window opens on the first screen of the person's menu: what that screen asks by itself is no part of the frame.
        Screens.enter(window.getFirst(), "account", "");
        List<String> firstScreen = Statements.during(() -> Screens.enter(window.getFirst(), "", ""));
        assertThat(opened.size() - firstScreen.size()).as("%s then %s", opened, firstScreen)
                .isEqualTo(FRAME.get(role));
    }

    @Test
    void withItsFrameAScreenAsksNoMoreThanItsOwn() {
        reservations(12);
        BrowserlessUIContext screen = screens.of(drive.agentOf(branch));

        assertThat(Statements.during(() -> screen.navigate("drive/" + branch + "/2026-11-25", DayView.class)))
                .hasSizeBetween(2, 4);
        assertThat(Statements.during(() -> inbox(screen, "inbox"))).hasSizeBetween(2, 3);
    }

    @Test
    void anOpenedTaskAsksTheSameWhateverTheVolume() {
        reservations(1);
        int alone = opened().size();
        reservations(30);

        assertThat(opened()).hasSizeLessThanOrEqualTo(alone).hasSizeLessThanOrEqualTo(3 + 13);
    }

    /** The statements of the inbox with the last reservation's task opened. */
    private List<String> opened() {
        BrowserlessUIContext screen = screens.of(drive.agentOf(branch));
        screen.navigate("inbox", InboxView.class);
        String task = drive.task(last, Tasks.PICK_DOCUMENTS).value();
        return Statements.during(() -> inbox(screen, "inbox/" + task));
    }

    private static void inbox(BrowserlessUIContext screen, String path) {
        screen.navigate(path, InboxView.class);
        // What a browser asks for when it has drawn the list.
        screen.find(VirtualList.class).single().getDataCommunicator().setViewportRange(0, 50);
        screen.roundTrip();
    }

    private void reservations(int many) {
        for (int i = 0; i < many; i++, made++) {
            last = drive.reserve(drive.patron("Jeanne", "Ferrand"), branch, SLOT.plus(Duration.ofMinutes(30L * (made / 4))),
                    drive.title(branch, "Germinal", 1));
        }
    }
}
