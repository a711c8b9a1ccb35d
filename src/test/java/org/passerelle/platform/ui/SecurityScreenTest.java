package org.passerelle.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.accounts.Staff;
import org.passerelle.platform.ui.accounts.SecurityView;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The security record as an administrator reads it. */
@PasserelleTest
class SecurityScreenTest extends ScreenTest {

    @Autowired
    Staff staff;
    @Autowired
    JdbcClient jdbc;

    @Test
    void anAdministratorReadsWhoDidWhatAboutWhom() {
        signIn(new CurrentUser(UUID.randomUUID(), "Ines", Role.ADMIN, Set.of(), null));
        staff.create(new Staff.NewMember("camille", "Camille Roux", Role.AGENT, "un mot assez long", Set.of())).value();

        navigate(SecurityView.class);

        assertThat(test(list()).getCellComponent(0, 0).getElement().getTextRecursively())
                .contains("Compte ouvert · Camille Roux");
    }

    @Test
    void whatSomebodyDidWhoHasBeenErasedWasNotDoneByNobody() {
        jdbc.sql("insert into app.security_event (at, kind, actor) values (?, ?, gen_random_uuid())")
                .params(java.sql.Timestamp.from(clock.instant()), SecurityRecord.Kind.PASSWORD_CHOSEN.name()).update();
        signIn(new CurrentUser(UUID.randomUUID(), "Ines", Role.ADMIN, Set.of(), null));

        navigate(SecurityView.class);

        assertThat(test(list()).getCellComponent(0, 0).getElement().getTextRecursively()).endsWith("par une personne effacée");
    }

    @Test
    void ofALongRecordOnlyWhatIsInSightIsRead() {
        jdbc.sql("insert into app.security_event (at, kind) select ?, ? from generate_series(1, 300)")
                .params(java.sql.Timestamp.from(clock.instant()), SecurityRecord.Kind.SIGN_IN_FAILED.name()).update();
        signIn(new CurrentUser(UUID.randomUUID(), "Ines", Role.ADMIN, Set.of(), null));

        navigate(SecurityView.class);

        assertThat(Screens.rowsRead(list(), 50, SecurityScreenTest::roundTrip)).isLessThan(150);
    }

    private Grid<?> list() {
        return all(Grid.class).findFirst().orElseThrow();
    }
}
