package org.passerelle.slots;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.slots.domain.SlotAudience;
import org.passerelle.slots.service.PickupSlots;
import org.passerelle.slots.service.SlotSettings;
import org.passerelle.slots.service.SlotSettingsForm;
import org.passerelle.slots.service.SlotSettingsForm.Window;
import org.passerelle.support.FailurePoints;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A branch's hours, its closed days and its slots change together, or not at all. */
@PasserelleTest
class SlotFailurePointsTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);
    private static final Instant WEDNESDAY_9H = Instant.parse("2026-11-25T08:00:00Z");

    @Autowired
    SlotSettings settings;
    @Autowired
    PickupSlots slots;
    @Autowired
    SignedIn signedIn;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    private UUID branch;

    @BeforeEach
    void aBranchWhereASlotHasBeenBooked() {
        branch = BranchFixture.branch(jdbc, "NORD");
        save(form(0, 3, "09:00", WEDNESDAY.plusDays(1))).value();
        transaction.executeWithoutResult(tx ->
                slots.giveBack(slots.take(branch, WEDNESDAY_9H, SlotAudience.PATRON).value().id()));
    }

    @Test
    void savingOtherHours() {
        FailurePoints.allOrNothingAtEachStatement(jdbc, () -> save(form(1, 5, "08:00", WEDNESDAY.plusDays(2))));
    }

    private Outcome<Void> save(SlotSettingsForm form) {
        CurrentUser manager = new CurrentUser(UUID.randomUUID(), "Nadia", Role.MANAGER, Set.of(), null);
        return signedIn.runAs(manager, () -> settings.save(branch, form));
    }

    private static SlotSettingsForm form(int version, int places, String opensAt, LocalDate closed) {
        return new SlotSettingsForm(version, 30, places, 0, 30, 30, 72,
                List.of(new Window(DayOfWeek.WEDNESDAY, LocalTime.parse(opensAt), LocalTime.NOON)), List.of(closed));
    }
}
