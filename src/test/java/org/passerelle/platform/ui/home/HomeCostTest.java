package org.passerelle.platform.ui.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.browserless.BrowserlessUIContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.drive.ui.ReservationView;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.MainLayout;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the home costs: a few statements for each card, whatever there is to do. */
@PasserelleTest
class HomeCostTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    List<HomeCard<?>> cards;
    @Autowired
    List<MenuEntry> entries;
    @Autowired
    WorkingBranch working;
    @Autowired
    Drive drive;
    @Autowired
    AppClock clock;

    Screens screens;
    UUID branch;
    Patron jeanne;
    int made;

    @BeforeEach
    void aBranch() {
        branch = drive.branch("PORT");
        drive.branch("GARE");
        jeanne = drive.patron("Jeanne", "Ferrand");
        screens = new Screens(context, Stream.concat(Stream.of(MainLayout.class, ReservationView.class), entries.stream().map(MenuEntry::view))
                .toArray(Class<?>[]::new));
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aCardAsksAtMostThreeThingsWhateverTheVolume(Role role) {
        CurrentUser person = person(role);
        reservations(1);
        clock.setTo(SLOT);
        List<Integer> few = statements(person);
        clock.setTo(SLOT.minus(Duration.ofDays(1)));
        reservations(24);
        clock.setTo(SLOT);

        assertThat(statements(person)).isEqualTo(few).allMatch(count -> count <= 3);
    }

    @Test
    void theWholePageIsAFewStatements() {
        reservations(12);
        clock.setTo(SLOT);

        assertThat(page(person(Role.AGENT))).isLessThanOrEqualTo(10);
        assertThat(page(person(Role.MANAGER))).isLessThanOrEqualTo(13);
        assertThat(page(person(Role.PATRON))).isLessThanOrEqualTo(5);
    }

    /** The person's own frame is there already. */
    private int page(CurrentUser person) {
        BrowserlessUIContext window = screens.of(person);
        Screens.enter(window, "account", "");
        return Statements.during(() -> Screens.enter(window, "", "")).size();
    }

    private List<Integer> statements(CurrentUser person) {
        Place at = person.isStaff() ? drive.by(person, working::places).stream().filter(each -> each.id().equals(branch))
                .findFirst().orElseThrow() : null;
        return cards.stream().filter(card -> card.spot().audience().includes(Optional.of(person)))
                .map(card -> Statements.during(() -> drive.by(person, () -> card.read(at))).size()).toList();
    }

    private CurrentUser person(Role role) {
        return role == Role.PATRON ? drive.as(jeanne) : new CurrentUser(UUID.randomUUID(), "Sacha", role,
                role == Role.AGENT ? Set.of(branch) : Set.of(), null);
    }

    private void reservations(int many) {
        for (int i = 0; i < many; i++, made++) {
            Patron patron = made % 12 == 0 ? jeanne : drive.patron("Ada", "Aubry");
            drive.reserve(patron, branch, SLOT.plus(Duration.ofMinutes(30L * (made / 4))), drive.title(branch, "Germinal", 1));
        }
    }
}
