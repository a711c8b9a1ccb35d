package org.passerelle.circulation.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.catalogue.SearchFilters;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.queue.domain.WaitState;
import org.passerelle.circulation.waiting.service.WaitDetails;
import org.passerelle.circulation.waiting.service.WaitLinks;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.slots.SlotRefusal;
import org.passerelle.slots.domain.SlotAudience;
import org.passerelle.slots.service.PickupSlots;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.Patience;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class WaitingListTest extends WaitingTests {

    @Autowired
    WaitLinks links;
    @Autowired
    CatalogueSearch search;
    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    PickupSlots slots;

    CurrentUser agent;

    @Override
    Instant dueBack() {
        return Instant.parse("2026-12-01T22:59:59Z");
    }

    @BeforeEach
    void anAgent() {
        agent = drive.agentOf(branch);
    }

    @Test
    void eachPlaceInTheLineExpectsTheCopyThatComesBackInItsTurn() {
        catalogue.copy(title, branch);
        waiting.lend(title, branch, Instant.parse("2026-12-09T10:00:00Z"));
        catalogue.copy(title, branch);
        waiting.lend(title, branch);

        List<WaitDetails> line = List.of(jeanne, ali, drive.patron("Lia", "Costa")).stream()
                .map(patron -> waiting.see(patron, waiting.ask(patron, title, branch))).toList();

        assertThat(line).extracting(WaitDetails::position).containsExactly(1, 2, 3);
        assertThat(line).extracting(WaitDetails::expectedOn).containsExactly(LocalDate.parse("2026-12-01"),
                LocalDate.parse("2026-12-09"), null);
    }

    @Test
    void aDayThatHasPassedIsNotPromisedAnyMore() {
        WaitId wait = waiting.ask(jeanne, title, branch);

        clock.setTo(Instant.parse("2026-12-01T23:00:00Z"));

        assertThat(waiting.see(jeanne, wait).expectedOn()).isNull();
        assertThat(search.title(title, 1).orElseThrow().found().expectedOn()).isEmpty();
    }

    @Test
    void nobodyWaitsForWhatIsOnItsShelfOrForWhatTheBranchDoesNotHave() {
        UUID there = drive.title(branch, "Nana", 1);
        UUID elsewhere = drive.title(drive.branch("GARE"), "Pot-Bouille", 1);

        assertThat(waiting.tryToAsk(jeanne, there, branch).refusal()).isEqualTo(CirculationRefusal.AVAILABLE_NOW);
        assertThat(waiting.tryToAsk(jeanne, elsewhere, branch).refusal()).isEqualTo(CirculationRefusal.NO_COPY_HERE);
    }

    @Test
    void nobodyWaitsTwiceForTheSameNorUntilADayThatIsPastOrFarAway() {
        assertThat(until("2026-11-23").refusal()).isEqualTo(CirculationRefusal.WANTED_UNTIL_OUT_OF_RANGE);
        assertThat(until("2027-02-23").refusal()).isEqualTo(CirculationRefusal.WANTED_UNTIL_OUT_OF_RANGE);
        assertThat(until("2026-11-24").isDone()).isTrue();
        assertThat(waiting.tryToAsk(jeanne, title, branch).refusal()).isEqualTo(CirculationRefusal.ALREADY_WAITING);
    }

    private Outcome<WaitId> until(String day) {
        return waiting.by(jeanne, list -> list.ask(waiting.wish(jeanne, title, branch, LocalDate.parse(day),
                Channel.ONLINE)));
    }

    @Test
    void theLimitsApplyToWaitsAndToWhatBecomesOfThem() {
        int most = IntStream.range(0, 100).map(n -> {
            UUID other = drive.title(branch, "Titre " + n, 1);
            waiting.lend(other, branch);
            return waiting.tryToAsk(jeanne, other, branch).isDone() ? 1 : 0;
        }).takeWhile(done -> done == 1).sum();
        assertThat(waiting.tryToAsk(jeanne, title, branch)).satisfies(refused -> {
            assertThat(refused.refusal()).isEqualTo(CirculationRefusal.TOO_MANY_WAITS);
            assertThat(((Outcome.Refused<?>) refused).args()).containsExactly(most);
        });

        WaitId wait = waiting.ask(ali, title, branch);
        waiting.comesBack(copy);
        block(ali);
        assertThat(waiting.accept(ali, wait, SLOT).refusal()).isEqualTo(CirculationRefusal.PATRON_BLOCKED);
        assertThat(waiting.see(ali, wait).isOffered()).isTrue();
        waiting.giveUp(ali, wait).value();
        assertThat(waiting.tryToAsk(ali, title, branch).refusal()).isEqualTo(CirculationRefusal.PATRON_BLOCKED);
    }

    private void block(Patron patron) {
        drive.jdbc.sql("update app.patron set blocked = true where id = ?").param(patron.id()).update();
    }

    @Test
    void aSlotThatIsRefusedLeavesTheOfferAsItWas() {
        WaitId wait = waiting.ask(jeanne, title, branch);
        waiting.comesBack(copy);

        assertThat(waiting.accept(jeanne, wait, SLOT.plusSeconds(60)).refusal())
                .isEqualTo(SlotRefusal.SLOT_NOT_OFFERED);

        assertThat(waiting.see(jeanne, wait).isOffered()).isTrue();
        assertThat(waiting.accept(jeanne, wait, SLOT).isDone()).isTrue();
        assertThat(waiting.accept(jeanne, wait, LATER_SLOT).refusal()).isEqualTo(CirculationRefusal.WAIT_OVER);
        assertThat(waiting.giveUp(jeanne, wait).refusal()).isEqualTo(CirculationRefusal.WAIT_OVER);
    }

    @Test
    void nobodyTakesACopyOverTheHeadsOfThoseWhoWait() {
        WaitId wait = waiting.ask(jeanne, title, branch);
        waiting.comesBack(copy);

        assertThat(drive.tryToReserve(ali, branch, SLOT, title).refusal())
                .isEqualTo(CirculationRefusal.TITLES_NOT_AVAILABLE);
        assertThat(search.search("Germinal", SearchFilters.NONE, 0, 10).titles().getFirst().available()).isZero();
        assertThat(waiting.tryToAsk(ali, title, branch).isDone()).isTrue();
        assertThat(waiting.see(jeanne, wait).state()).isEqualTo(WaitState.OFFERED);
    }

    @Test
    void aCopyThatTheLibraryBuysGoesToWhoWaits() {
        WaitId wait = waiting.ask(jeanne, title, branch);

        catalogue.copy(title, branch);
        waiting.makeOffers();

        assertThat(waiting.see(jeanne, wait).isOffered()).isTrue();
    }

    @Test
    void aReservationThatIsCancelledGivesItsCopyToWhoWaits() {
        UUID other = drive.title(branch, "Nana", 1);
        ReservationId reservation = drive.reserve(ali, branch, SLOT, other);
        WaitId wait = waiting.ask(jeanne, other, branch);

        drive.by(drive.as(ali), () -> drive.reservations.cancel(reservation)).value();
        waiting.makeOffers();

        assertThat(waiting.see(jeanne, wait).isOffered()).isTrue();
    }

    @Test
    void aMissedAppointmentGivesItsCopyToWhoWaits() {
        UUID other = drive.title(branch, "Nana", 1);
        drive.reserve(ali, branch, SLOT, other);
        WaitId wait = waiting.ask(jeanne, other, branch);

        clock.setTo(SLOT.plusSeconds(3600));
        engine.runDueJobs();
        clock.setTo(clock.instant().plusSeconds(72 * 3600));
        engine.runDueJobs();
        waiting.makeOffers();
        engine.runDueJobs();

        assertThat(waiting.see(jeanne, wait).isOffered()).isTrue();
        assertThat(waiting.templatesWritten(wait)).containsExactly("waiting-offered");
    }

    @Test
    void twoWhoAskAtOnceAndACopyThatComesBackMeanwhileNeverLeaveACopyOnItsShelf() throws Exception {
        for (int round = 0; round < 10; round++) {
            UUID other = drive.title(branch, "Course " + round, 1);
            UUID away = waiting.lend(other, branch);
            Patron one = drive.patron("A" + round, "Test");
            Patron two = drive.patron("B" + round, "Test");
            List<Callable<Object>> race = List.of(() -> waiting.tryToAsk(one, other, branch),
                    () -> waiting.tryToAsk(two, other, branch), () -> {
                        waiting.comesBack(away);
                        return null;
                    });
            Patience.atOnce(race);
        }
        assertThat(drive.jdbc.sql("select count(*) from app.title_wait where state = 'OFFERED'").query(Integer.class)
                .single()).isLessThanOrEqualTo(10);
    }

    @Test
    void twentyWhoWaitForOneCopyMakeOneOffer() throws Exception {
        List<Callable<Outcome<WaitId>>> wishes = IntStream.range(0, 20).mapToObj(n -> drive.patron("P" + n, "Test"))
                .<Callable<Outcome<WaitId>>>map(patron -> () -> waiting.tryToAsk(patron, title, branch)).toList();
        assertThat(Patience.<Outcome<WaitId>>atOnce(wishes)).allMatch(Outcome::isDone);

        waiting.comesBack(copy);

        assertThat(drive.jdbc.sql("select number - min(number) over () from app.title_wait order by state, number")
                .query(Integer.class).list().getFirst()).isZero();
        assertThat(drive.places()).containsOnlyKeys(PlaceKind.HELD);
    }

    @Test
    void acceptingAndGivingUpAtOnceEndsInOneOfThem() throws Exception {
        for (int round = 0; round < 10; round++) {
            UUID other = drive.title(branch, "Course " + round, 1);
            UUID away = waiting.lend(other, branch);
            Patron patron = drive.patron("A" + round, "Test");
            WaitId wait = waiting.ask(patron, other, branch);
            waiting.comesBack(away);
            Instant slot = slots.nearestFree(branch, SLOT, 1, SlotAudience.PATRON).getFirst().startsAt();
            List<Callable<Boolean>> race = List.of(() -> waiting.accept(patron, wait, slot).isDone(),
                    () -> waiting.giveUp(patron, wait).isDone());
            assertThat(Patience.<Boolean>atOnce(race)).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void onlyThePatronAndStaffOfTheBranchAct() {
        WaitId wait = waiting.ask(jeanne, title, branch);
        waiting.comesBack(copy);
        CurrentUser guest = drive.agentOf(drive.branch("GARE"));

        for (CurrentUser other : List.of(drive.as(ali), guest)) {
            assertDenied(other, () -> waiting.list.giveUp(wait));
            assertDenied(other, () -> waiting.list.accept(wait, SLOT, Channel.PHONE));
            assertDenied(other, () -> waiting.list.ask(waiting.wish(jeanne, title, branch, null, Channel.PHONE)));
        }
        assertDenied(drive.as(ali), () -> waiting.list.details(wait));
        assertDenied(drive.as(jeanne), () -> waiting.list.of(jeanne.id()));
        assertDenied(agent, () -> waiting.list.mine());
        assertThat(drive.by(guest, () -> waiting.list.of(jeanne.id()))).hasSize(1);
        assertThat(drive.by(drive.as(ali), () -> waiting.list.mine())).isEmpty();
        assertThatThrownBy(() -> waiting.list.giveUp(wait)).isInstanceOf(AccessDeniedException.class);
    }

    private void assertDenied(CurrentUser user, Supplier<?> gesture) {
        assertThatThrownBy(() -> drive.by(user, gesture)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void staffOfTheBranchWaitAndAcceptForThePatron() {
        WaitId wait = drive.by(agent, () -> waiting.list.ask(waiting.wish(jeanne, title, branch, null, Channel.PHONE)))
                .value();
        waiting.comesBack(copy);

        ReservationId id = drive.by(agent, () -> waiting.list.accept(wait, SLOT, Channel.PHONE)).value().id();

        assertThat(drive.see(agent, id).channel()).isEqualTo(Channel.PHONE);
        assertThat(drive.see(agent, id).patron().id()).isEqualTo(jeanne.id());
    }

    @Test
    void whoHoldsTheLinkMayAnswerTheOffer() {
        WaitId wait = waiting.ask(jeanne, title, branch);
        String token = waiting.tokenOf(wait);
        assertThat(links.accept(token, SLOT).refusal()).isEqualTo(CirculationRefusal.WAIT_OVER);
        waiting.comesBack(copy);

        assertThat(links.open(token)).hasValueSatisfying(seen -> assertThat(seen.isOffered()).isTrue());
        assertThat(links.open(token.substring(1))).isEmpty();
        assertThat(links.giveUp(token.substring(1)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(links.accept(token, SLOT).isDone()).isTrue();
        assertThat(links.giveUp(token).refusal()).isEqualTo(CirculationRefusal.WAIT_OVER);
    }
}
