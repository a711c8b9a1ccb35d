package org.passerelle.slots;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.circulation.drive.BranchFixture;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.slots.domain.BookedSlot;
import org.passerelle.slots.domain.SlotAudience;
import org.passerelle.slots.domain.SlotLoad;
import org.passerelle.slots.domain.SlotOffer;
import org.passerelle.slots.domain.SlotRules;
import org.passerelle.slots.service.PickupSlots;
import org.passerelle.slots.service.SlotSettings.Preview;
import org.passerelle.slots.service.SlotSettings;
import org.passerelle.slots.service.SlotSettingsForm.Window;
import org.passerelle.slots.service.SlotSettingsForm;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Patience;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
class SlotSettingsTest {

    /** Tests begin on a Tuesday. */
    private static final LocalDate TUESDAY_24TH = LocalDate.of(2026, 11, 24);
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
    void aBranchThatNobodyHasSetUp() {
        branch = BranchFixture.branch(jdbc, "NORD");
    }

    @Test
    void aNewBranchOffersNothingAndHasTheUsualRules() {
        assertThat(asManager(() -> settings.form(branch))).isEqualTo(
                new SlotSettingsForm(0, 30, 4, 48 * 60, 8, 30, 72, List.of(), List.of()));
        assertThat(slots.offers(branch, TUESDAY_24TH, 31, SlotAudience.PATRON)).isEmpty();
        assertThat(slots.rules(branch)).isEqualTo(SlotRules.DEFAULT);
    }

    @Test
    void whatIsSavedIsWhatPatronsAreOffered() {
        SlotSettingsForm form = form(60, 3, window(WEDNESDAY, "14:00", "16:00"), window(WEDNESDAY, "09:00", "11:00"));
        save(form);

        assertThat(slots.offers(branch, TUESDAY_24TH, 7, SlotAudience.PATRON)).extracting(SlotOffer::startsAt)
                .extracting(Instant::toString)
                .containsExactly("2026-11-25T08:00:00Z", "2026-11-25T09:00:00Z", "2026-11-25T13:00:00Z",
                        "2026-11-25T14:00:00Z");
        assertThat(slots.offers(branch, TUESDAY_24TH, 7, SlotAudience.PATRON)).extracting(SlotOffer::free).containsOnly(3);
        assertThat(asManager(() -> settings.form(branch)).version()).isEqualTo(1);
        assertThat(slots.rules(branch)).isEqualTo(new SlotRules(60, 3, 0, 30, 30, 72));
    }

    @Test
    void aClosedDayIsOfferedToNobodyAndShowsInThePreview() {
        SlotSettingsForm open = form(60, 3, window(WEDNESDAY, "09:00", "11:00"));
        SlotSettingsForm form = new SlotSettingsForm(0, 60, 3, 0, 30, 30, 72, open.windows(),
                List.of(TUESDAY_24TH.plusDays(1), TUESDAY_24TH.plusDays(1)));
        Preview preview = asManager(() -> settings.preview(branch, form)).value();
        save(form);

        assertThat(preview.week()).hasSize(7).filteredOn(SlotSettings.Day::closed)
                .containsExactly(new SlotSettings.Day(TUESDAY_24TH.plusDays(1), true, List.of(), 0));
        assertThat(slots.offers(branch, TUESDAY_24TH, 7, SlotAudience.PATRON)).isEmpty();
        assertThat(slots.offers(branch, TUESDAY_24TH, 14, SlotAudience.PATRON)).hasSize(2);
    }

    @Test
    void thePreviewTellsTheWeekAndWhatIsAlreadyBooked() {
        save(form(30, 4, window(WEDNESDAY, "09:00", "12:00")));
        IntStream.range(0, 3).forEach(i -> take(WEDNESDAY_9H));
        take(WEDNESDAY_9H.plusSeconds(1800));

        Preview preview = asManager(() -> settings.preview(branch, form(60, 2, window(WEDNESDAY, "09:00", "12:00")))).value();

        assertThat(preview.outside()).isEqualTo(1);
        assertThat(preview.crowded()).isEqualTo(1);
        assertThat(preview.week().get(1)).isEqualTo(new SlotSettings.Day(TUESDAY_24TH.plusDays(1), false,
                List.of(LocalTime.of(9, 0), LocalTime.of(10, 0), LocalTime.of(11, 0)), 6));
        assertThat(slots.rules(branch).places()).as("a preview changes nothing").isEqualTo(4);
    }

    @Test
    void loweringThePlacesKeepsWhatWasTakenAndOffersNoMore() {
        save(form(30, 4, window(WEDNESDAY, "09:00", "12:00")));
        List<BookedSlot> booked = IntStream.range(0, 3).mapToObj(i -> take(WEDNESDAY_9H).value()).toList();
        save(form(30, 2, window(WEDNESDAY, "09:00", "12:00")));

        assertThat(take(WEDNESDAY_9H).refusal()).isEqualTo(SlotRefusal.SLOT_FULL);
        assertThat(slots.offers(branch, TUESDAY_24TH.plusDays(1), 1, SlotAudience.PATRON).getFirst().free()).isZero();
        save(form(30, 4, window(WEDNESDAY, "09:00", "12:00")));
        assertThat(take(WEDNESDAY_9H).value().id()).isEqualTo(booked.getFirst().id());
    }

    @Test
    void aPlaceGivenBackAfterPlacesWereLoweredIsNotOfferedAgain() {
        save(form(30, 4, window(WEDNESDAY, "09:00", "12:00")));
        List<BookedSlot> booked = IntStream.range(0, 3).mapToObj(i -> take(WEDNESDAY_9H).value()).toList();
        save(form(30, 2, window(WEDNESDAY, "09:00", "12:00")));

        transaction.executeWithoutResult(tx -> slots.giveBack(booked.getFirst().id()));
        assertThat(take(WEDNESDAY_9H).refusal()).isEqualTo(SlotRefusal.SLOT_FULL);
        transaction.executeWithoutResult(tx -> slots.giveBack(booked.get(1).id()));
        assertThat(take(WEDNESDAY_9H).isDone()).isTrue();
    }

    @Test
    void anAppointmentKeepsItsTimesWhenTheSlotsAreCutOtherwise() {
        save(form(30, 4, window(WEDNESDAY, "09:00", "12:00")));
        BookedSlot booked = take(WEDNESDAY_9H).value();
        BookedSlot cancelled = take(WEDNESDAY_9H.plusSeconds(3600)).value();
        transaction.executeWithoutResult(tx -> slots.giveBack(cancelled.id()));
        save(form(60, 4, window(WEDNESDAY, "09:00", "12:00")));

        assertThat(slots.offers(branch, TUESDAY_24TH.plusDays(1), 1, SlotAudience.PATRON)).extracting(SlotOffer::endsAt)
                .containsExactly(
                booked.endsAt(), WEDNESDAY_9H.plusSeconds(7200), WEDNESDAY_9H.plusSeconds(10800));
    }

    @Test
    void whatWasBookedBeforeTakesItsPlaceInEverySlotItOverlaps() {
        save(form(30, 1, window(WEDNESDAY, "09:00", "10:00")));
        BookedSlot booked = take(WEDNESDAY_9H).value();
        save(form(20, 1, window(WEDNESDAY, "09:00", "10:00")));

        assertThat(free()).containsExactly(0, 0, 1);
        assertThat(slots.loads(branch, slots.calendar(branch), LocalDate.ofInstant(WEDNESDAY_9H, ZoneId.of("Europe/Paris")))).extracting(SlotLoad::booked, SlotLoad::taken)
                .containsExactly(tuple(1, 1), tuple(0, 1), tuple(0, 0));
        assertThat(take(WEDNESDAY_9H.plusSeconds(1200)).refusal()).isEqualTo(SlotRefusal.SLOT_FULL);
        transaction.executeWithoutResult(tx -> slots.giveBack(booked.id()));

        assertThat(free()).containsExactly(1, 1, 1);
        assertThat(take(WEDNESDAY_9H.plusSeconds(1200)).isDone()).isTrue();
        assertThat(take(WEDNESDAY_9H).value().endsAt()).as("its length of today").isEqualTo(WEDNESDAY_9H.plusSeconds(1200));
    }

    @Test
    void severalThatAreOverlappedByOneLongerSlotTakeTheirPlacesInIt() {
        save(form(20, 3, window(WEDNESDAY, "09:00", "10:00")));
        take(WEDNESDAY_9H);
        take(WEDNESDAY_9H.plusSeconds(1200));
        take(WEDNESDAY_9H.plusSeconds(2400));
        save(form(30, 3, window(WEDNESDAY, "09:00", "10:00")));

        assertThat(free()).as("the first keeps the end it was booked with").containsExactly(2, 1);
    }

    @Test
    void whoMovesToASlotThatTheirOwnAppointmentOverlapsIsNotInTheirOwnWay() {
        save(form(30, 1, window(WEDNESDAY, "09:00", "10:00")));
        BookedSlot booked = take(WEDNESDAY_9H).value();
        save(form(20, 1, window(WEDNESDAY, "09:00", "10:00")));

        transaction.executeWithoutResult(tx -> {
            assertThat(slots.takeInsteadOf(booked.id(), branch, WEDNESDAY_9H.plusSeconds(1200), SlotAudience.PATRON).isDone())
                    .isTrue();
            slots.giveBack(booked.id());
        });
        assertThat(free()).containsExactly(1, 0, 1);
    }

    @Test
    void aRushOnSlotsThatOverlapNeverTakesMorePlacesThanThereAre() throws Exception {
        save(form(30, 5, window(WEDNESDAY, "09:00", "10:00")));
        take(WEDNESDAY_9H);
        save(form(20, 5, window(WEDNESDAY, "09:00", "10:00")));

        List<Outcome<BookedSlot>> answers = Patience.atOnce(IntStream.range(0, 60).<Callable<Outcome<BookedSlot>>>mapToObj(
                person -> () -> take(WEDNESDAY_9H.plusSeconds(1200L * (person % 2)))).toList());
        assertThat(answers).as("one was booked before").filteredOn(Outcome::isDone).hasSize(4);
    }

    @Test
    void settingsAreNotCutOtherwiseUnderABookingThatIsBeingMade() throws Exception {
        save(form(30, 1, window(WEDNESDAY, "09:00", "10:00")));
        Future<?> saving = transaction.execute(tx -> {
            slots.take(branch, WEDNESDAY_9H, SlotAudience.PATRON);
            Future<?> begun = CompletableFuture.runAsync(() -> save(form(20, 1, window(WEDNESDAY, "09:00", "10:00"))));
            Awaitility.await().until(() -> begun.isDone() || somebodyWaitsForALock());
            assertThat(begun.isDone()).isFalse();
            return begun;
        });
        Patience.within(saving);
        assertThat(take(WEDNESDAY_9H.plusSeconds(1200)).refusal()).isEqualTo(SlotRefusal.SLOT_FULL);
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("select count(*) from pg_locks where not granted").query(Integer.class).single() > 0;
    }

    @Test
    void thePreviewTellsHowManyAppointmentsOverlapTheNewSlots() {
        save(form(30, 2, window(WEDNESDAY, "09:00", "12:00")));
        take(WEDNESDAY_9H);
        take(WEDNESDAY_9H);
        take(WEDNESDAY_9H.plusSeconds(3 * 1800));

        assertThat(overlapping(form(30, 2, window(WEDNESDAY, "09:00", "12:00")))).isZero();
        assertThat(overlapping(form(20, 2, window(WEDNESDAY, "09:00", "12:00")))).isEqualTo(3);
        assertThat(asManager(() -> settings.preview(branch, form(20, 1, window(WEDNESDAY, "09:00", "12:00")))).value()
                .crowded()).as("9:00, and 9:20 which lasts as long as they do").isEqualTo(2);
    }

    private int overlapping(SlotSettingsForm form) {
        return asManager(() -> settings.preview(branch, form)).value().overlapping();
    }

    private List<Integer> free() {
        return slots.offers(branch, TUESDAY_24TH.plusDays(1), 1, SlotAudience.PATRON).stream().map(SlotOffer::free).toList();
    }

    @Test
    void eachWrongLineOfTheWeekIsToldAtItsField() {
        assertThat(wrong(form(60, 3, window(MONDAY, "09:00", "12:00"), window(MONDAY, "11:00", "13:00"),
                window(TUESDAY, "11:00", "13:00"), window(TUESDAY, "10:00", "10:00"), window(TUESDAY, "14:00", "14:59"),
                new Window(WEDNESDAY, null, LocalTime.NOON), new Window(WEDNESDAY, LocalTime.NOON, null))))
                .containsExactly("windows[1].starts", "windows[3].ends", "windows[4].ends", "windows[5].starts",
                        "windows[6].ends");
    }

    @Test
    void eachWrongNumberIsToldAtItsField() {
        assertThat(wrong(new SlotSettingsForm(0, 4, 0, -1, 91, null, 721, List.of(), List.of())))
                .containsExactly("slotMinutes", "places", "leadMinutes", "daysAhead", "graceMinutes", "offerHours");
        List<Window> many = new ArrayList<>();
        IntStream.range(0, 71).forEach(i -> many.add(window(DayOfWeek.of(i % 7 + 1), "%02d:00".formatted(i / 7), "%02d:59".formatted(i / 7))));
        assertThat(wrong(form(30, 1, many.toArray(Window[]::new)))).containsExactly("windows");
    }

    @Test
    void whoeverSavesOverSomebodyElsesSettingsIsTold() {
        SlotSettingsForm opened = form(30, 4, window(WEDNESDAY, "09:00", "12:00"));
        save(opened);

        assertThat(asManager(() -> settings.save(branch, opened)).refusal()).isEqualTo(SlotRefusal.SETTINGS_CHANGED);
        assertThat(new Messages().text(Locale.FRENCH, SlotRefusal.SETTINGS_CHANGED.messageKey()))
                .as("who has them open twice is somebody else to nobody").startsWith("Ces réglages ont changé");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PATRON", "AGENT"})
    void onlyManagersSetUpSlots(Role role) {
        CurrentUser user = new CurrentUser(UUID.randomUUID(), "Camille", role, Set.of(branch), null);
        SlotSettingsForm form = form(30, 4);

        Stream.<Supplier<?>>of(() -> settings.branches(), () -> settings.form(branch),
                        () -> settings.preview(branch, form), () -> settings.save(branch, form))
                .forEach(work -> assertThatThrownBy(() -> signedIn.runAs(user, work))
                        .isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void offersTakeTwoStatementsHoweverManySlotsThereAre() {
        UUID busy = BranchFixture.openBranch(jdbc, "SUD");
        IntStream.range(0, 20).forEach(i -> transaction.execute(tx ->
                slots.take(busy, WEDNESDAY_9H.plusSeconds(1800L * (i % 18)), SlotAudience.PATRON)));

        assertThat(Statements.during(() -> assertThat(slots.offers(busy, TUESDAY_24TH, 31, SlotAudience.PATRON))
                .hasSizeGreaterThan(500)))
                .hasSize(2);
        assertThat(Statements.during(() -> assertThat(slots.nearestFree(busy, WEDNESDAY_9H, 3, SlotAudience.PATRON))
                .hasSize(3))).hasSize(2);
    }

    private List<String> wrong(SlotSettingsForm form) {
        Outcome<Void> outcome = asManager(() -> settings.save(branch, form));
        assertThat(outcome.refusal()).isEqualTo(CommonRefusal.FIELDS_WRONG);
        return Stream.of(((Outcome.Refused<Void>) outcome).args()).map(error -> ((FieldError) error).field()).toList();
    }

    private Outcome<BookedSlot> take(Instant startsAt) {
        return transaction.execute(tx -> slots.take(branch, startsAt, SlotAudience.PATRON));
    }

    private void save(SlotSettingsForm form) {
        int version = asManager(() -> settings.form(branch)).version();
        asManager(() -> settings.save(branch, new SlotSettingsForm(version, form.slotMinutes(), form.places(),
                form.leadMinutes(), form.daysAhead(), form.graceMinutes(), form.offerHours(), form.windows(),
                form.closedDays()))).value();
    }

    private static SlotSettingsForm form(int slotMinutes, int places, Window... windows) {
        return new SlotSettingsForm(0, slotMinutes, places, 0, 30, 30, 72, List.of(windows), List.of());
    }

    private static Window window(DayOfWeek weekday, String starts, String ends) {
        return new Window(weekday, LocalTime.parse(starts), LocalTime.parse(ends));
    }

    private <T> T asManager(Supplier<T> work) {
        return signedIn.runAs(new CurrentUser(UUID.randomUUID(), "Dominique", Role.MANAGER, Set.of(), null), work);
    }
}
