package org.passerelle.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.circulation.drive.BranchFixture.openBranch;
import static org.passerelle.circulation.drive.BranchFixture.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.slots.domain.BookedSlot;
import org.passerelle.slots.domain.SlotAudience;
import org.passerelle.slots.domain.SlotOffer;
import org.passerelle.slots.domain.SlotRules;
import org.passerelle.slots.service.PickupSlots;
import org.passerelle.slots.service.SlotSettingsForm;
import org.passerelle.support.FreshState;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Patience;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
class PickupSlotsTest {

    /** 14 h the next day in Paris. */
    private static final Instant TOMORROW_14H = Instant.parse("2026-11-25T13:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    PickupSlots slots;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    SignedIn signedIn;

    private UUID branch;

    @BeforeEach
    void aBranchIsOpenEveryDay() {
        branch = openBranch(jdbc, "NORD");
    }

    @Test
    void twoHundredPeopleRacingForTheLastPlaceYieldOneBooking() throws Exception {
        rules(jdbc, branch, new SlotRules(30, 1, 0, 8, 30, 72));

        List<Outcome<BookedSlot>> outcomes = race(200);

        assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> outcome.refusal() == SlotRefusal.SLOT_FULL)).hasSize(199);
        assertThat(slots.nearestFree(branch, TOMORROW_14H, 2, SlotAudience.PATRON)).extracting(SlotOffer::startsAt)
                .containsExactly(TOMORROW_14H.minus(Duration.ofMinutes(30)), TOMORROW_14H.plus(Duration.ofMinutes(30)));
    }

    @Test
    void aRaceForSeveralPlacesTakesThemAllAndNoMore() throws Exception {
        rules(jdbc, branch, new SlotRules(30, 7, 0, 8, 30, 72));

        assertThat(race(60).stream().filter(Outcome::isDone)).hasSize(7);
        assertThat(jdbc.sql("select taken from app.pickup_slot").query(Integer.class).list()).containsExactly(7);
    }

    @Test
    void aPlaceGivenBackIsFreeAgain() {
        rules(jdbc, branch, new SlotRules(30, 1, 0, 8, 30, 72));
        BookedSlot booked = take(TOMORROW_14H).value();
        assertThat(take(TOMORROW_14H).refusal()).isEqualTo(SlotRefusal.SLOT_FULL);

        transaction.executeWithoutResult(tx -> slots.giveBack(booked.id()));

        assertThat(take(TOMORROW_14H).isDone()).isTrue();
    }

    @Test
    void aPlaceTakenInATransactionThatFailsIsNotTaken() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> {
            slots.take(branch, TOMORROW_14H, SlotAudience.PATRON);
            throw new IllegalArgumentException("planned");
        })).hasMessage("planned");

        assertThat(jdbc.sql("select count(*) from app.pickup_slot").query(Integer.class).single()).isZero();
    }

    @Test
    void aPlaceIsNeverGivenBackTwice() {
        BookedSlot booked = take(TOMORROW_14H).value();
        transaction.executeWithoutResult(tx -> slots.giveBack(booked.id()));

        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> slots.giveBack(booked.id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPlaceIsTakenOnlyWithinTheTransactionOfWhoeverNeedsIt() {
        assertThatThrownBy(() -> slots.take(branch, TOMORROW_14H, SlotAudience.PATRON))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aSlotThatHasBegunIsPast() {
        assertThat(take(FreshState.START).refusal()).isEqualTo(SlotRefusal.SLOT_PAST);
        assertThat(take(FreshState.START.minus(Duration.ofDays(1))).refusal()).isEqualTo(SlotRefusal.SLOT_PAST);
    }

    @Test
    void theLeadTimeIsCheckedToTheMinute() {
        rules(jdbc, branch, new SlotRules(30, 4, 29 * 60, 8, 30, 72));
        assertThat(take(TOMORROW_14H).isDone()).isTrue();

        rules(jdbc, branch, new SlotRules(30, 4, 29 * 60 + 1, 8, 30, 72));
        assertThat(take(TOMORROW_14H).refusal()).isEqualTo(SlotRefusal.SLOT_TOO_SOON);
    }

    @Test
    void aSlotBeyondTheHorizonIsTooFar() {
        rules(jdbc, branch, new SlotRules(30, 4, 0, 8, 30, 72));

        assertThat(take(TOMORROW_14H.plus(Duration.ofDays(7))).isDone()).isTrue();
        assertThat(take(TOMORROW_14H.plus(Duration.ofDays(8))).refusal()).isEqualTo(SlotRefusal.SLOT_TOO_FAR);
    }

    @Test
    void onlyTheStartOfASlotOfAnOpenDayIsOffered() {
        assertThat(take(TOMORROW_14H.plusSeconds(60)).refusal()).isEqualTo(SlotRefusal.SLOT_NOT_OFFERED);
        assertThat(take(Instant.parse("2026-11-25T17:00:00Z")).refusal()).isEqualTo(SlotRefusal.SLOT_NOT_OFFERED);

        jdbc.sql("insert into app.closed_day values (?, ?)").params(branch, TODAY.plusDays(1)).update();
        assertThat(take(TOMORROW_14H).refusal()).isEqualTo(SlotRefusal.SLOT_NOT_OFFERED);
        assertThat(slots.offers(branch, TODAY.plusDays(1), 1, SlotAudience.PATRON)).isEmpty();
    }

    @Test
    void staffMayBookWithoutLeadTimeAndEvenTheSlotUnderWay() {
        rules(jdbc, branch, new SlotRules(30, 4, 48 * 60, 8, 30, 72));

        assertThat(as(agentOf(branch), () -> takeAsStaff(FreshState.START)).isDone()).isTrue();
        assertThat(as(agentOf(branch), () -> takeAsStaff(FreshState.START.minus(Duration.ofMinutes(30)))).refusal())
                .isEqualTo(SlotRefusal.SLOT_PAST);
        assertThat(as(agentOf(branch), () -> slots.offers(branch, TODAY, 1, SlotAudience.STAFF))).first()
                .isEqualTo(new SlotOffer(branch, FreshState.START, FreshState.START.plus(Duration.ofMinutes(30)), 3));
    }

    @Test
    void anAgentOfAnotherBranchBooksNothing() {
        assertThatThrownBy(() -> as(agentOf(UUID.randomUUID()), () -> takeAsStaff(TOMORROW_14H)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> takeAsStaff(TOMORROW_14H)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void agentsOfAnotherBranchSeeWhatStaffMayChooseAndPatronsAndPassersByDoNot() {
        CurrentUser patron = new CurrentUser(UUID.randomUUID(), "Jeanne", Role.PATRON, Set.of(), UUID.randomUUID());

        assertThat(as(agentOf(UUID.randomUUID()), () -> slots.offers(branch, TODAY, 1, SlotAudience.STAFF))).isNotEmpty();
        assertThat(as(agentOf(UUID.randomUUID()), () -> slots.nearestFree(branch, TOMORROW_14H, 1, SlotAudience.STAFF)))
                .hasSize(1);
        Stream.<Runnable>of(() -> slots.offers(branch, TODAY, 1, SlotAudience.STAFF),
                () -> slots.nearestFree(branch, TOMORROW_14H, 1, SlotAudience.STAFF)).forEach(look -> {
            assertThatThrownBy(look::run).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> as(patron, () -> {
                look.run();
                return null;
            })).isInstanceOf(AccessDeniedException.class);
        });
    }

    @Test
    void offersTellThePlacesLeftOfEachSlotFullOnesIncluded() {
        rules(jdbc, branch, new SlotRules(240, 1, 0, 8, 30, 72));
        transaction.execute(tx -> slots.take(branch, Instant.parse("2026-11-25T08:00:00Z"), SlotAudience.PATRON));

        assertThat(slots.offers(branch, TODAY.plusDays(1), 1, SlotAudience.PATRON)).containsExactly(
                new SlotOffer(branch, Instant.parse("2026-11-25T08:00:00Z"), Instant.parse("2026-11-25T12:00:00Z"), 0),
                new SlotOffer(branch, Instant.parse("2026-11-25T12:00:00Z"), Instant.parse("2026-11-25T16:00:00Z"), 1));
    }

    @Test
    void howeverManyDaysAreAskedForTheAnswerIsBounded() {
        rules(jdbc, branch, new SlotRules(240, 1, 0, 90, 30, 72));

        assertThat(slots.offers(branch, TODAY.plusDays(1), Integer.MAX_VALUE, SlotAudience.PATRON))
                .hasSize(2 * SlotSettingsForm.Bound.daysAhead.most);
    }

    private List<Outcome<BookedSlot>> race(int people) {
        return Patience.atOnce(people, () -> take(TOMORROW_14H));
    }

    private Outcome<BookedSlot> take(Instant startsAt) {
        return transaction.execute(tx -> slots.take(branch, startsAt, SlotAudience.PATRON));
    }

    private Outcome<BookedSlot> takeAsStaff(Instant startsAt) {
        return transaction.execute(tx -> slots.take(branch, startsAt, SlotAudience.STAFF));
    }

    private <T> T as(CurrentUser user, Supplier<T> work) {
        return signedIn.runAs(user, work);
    }

    private static CurrentUser agentOf(UUID branch) {
        return new CurrentUser(UUID.randomUUID(), "Camille", Role.AGENT, Set.of(branch), null);
    }
}
