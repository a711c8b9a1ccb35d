package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.domain.Situation;
import org.passerelle.quarantine.room.service.RoomSettings;
import org.passerelle.quarantine.room.service.RoomSettings.Form;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/** What managers say about a room, two of them at a time. */
@PasserelleTest
class RoomSettingsTest {

    @Autowired
    QuarantineRoom room;
    @Autowired
    RoomSettings settings;

    @Test
    void ofTwoManagersWhoSetUpABranchTheSecondIsTold() {
        UUID branch = BranchFixture.branch(room.jdbc, "MED");
        CurrentUser manager = room.manager();
        Form seenByBoth = room.by(manager, () -> settings.form(branch));

        room.by(manager, () -> settings.save(branch, capacity(seenByBoth, 12))).value();

        assertThatThrownBy(() -> room.by(room.manager(), () -> settings.save(branch, capacity(seenByBoth, 70))))
                .isInstanceOf(OptimisticLockingFailureException.class);
        Form now = room.by(manager, () -> settings.form(branch));
        assertThat(now.capacity()).isEqualTo(12);
        room.by(manager, () -> settings.save(branch, capacity(now, 70))).value();
    }

    @Test
    void anAgentChangesNothing() {
        UUID branch = room.branch("MED");
        CurrentUser agent = room.agentOf(branch);
        Form form = room.by(agent, () -> settings.form(branch));

        assertThatThrownBy(() -> room.by(agent, () -> settings.save(branch, form)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private static Form capacity(Form seen, int crates) {
        return new Form(Situation.ORDINARY, seen.covered(), LocalTime.of(19, 0), crates, seen.version());
    }
}
