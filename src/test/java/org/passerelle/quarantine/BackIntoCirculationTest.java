package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.WaitId;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.journal.Journal;
import org.passerelle.quarantine.copies.service.CopyDesk;
import org.passerelle.quarantine.copies.service.CopyStories;
import org.passerelle.quarantine.copies.service.CopyStories.OutOfUse;
import org.passerelle.support.Consistency;
import org.passerelle.support.FreshState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A copy that was taken out of use, and is fit for use after all. */
class BackIntoCirculationTest extends CrateTests {

    @Autowired
    CopyDesk desk;
    @Autowired
    CopyStories stories;

    private String book;
    private UUID copy;

    @BeforeEach
    void aWithdrawnBook() {
        book = room.book(branch, "Nana");
        copy = copies.byBarcode(book).orElseThrow().id();
        at(PlaceKind.WITHDRAWN);
    }

    @AfterEach
    void rowsAndEngineTellTheSameStory() {
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = PlaceKind.class, names = {"WITHDRAWN", "OUT_OF_CIRCULATION"})
    void itIsOnItsShelfAgainAndThatIsOnRecord(PlaceKind from) {
        at(from);
        assertThat(room.by(agent, () -> stories.of(book)).orElseThrow().mayComeBack()).isTrue();

        assertThat(room.by(agent, () -> desk.backIntoCirculation(book)).value()).isFalse();

        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.SHELF);
        CopyStories.CopyStory story = room.by(agent, () -> stories.of(book)).orElseThrow();
        assertThat(story.mayComeBack()).isFalse();
        assertThat(story.decisions()).extracting(Journal.Entry::messageKey).containsExactly("journal.copy.backOnShelf");
        assertThat(story.decisions().getFirst().args()).containsExactly("catalogue.place." + from);
    }

    @ParameterizedTest
    @EnumSource(value = PlaceKind.class, names = {"WITHDRAWN", "OUT_OF_CIRCULATION"})
    void whyItWasOutOfUseStaysOnRecord(PlaceKind from) {
        at(from);
        room.jdbc.sql("update app.copy_place set note = 'Couverture déchirée', since = ? where copy = ?")
                .params(Timestamp.from(FreshState.START), copy).update();
        clock.advance(Duration.ofDays(1));

        room.by(agent, () -> desk.backIntoCirculation(book)).value();

        CopyStories.CopyStory story = room.by(agent, () -> stories.of(book)).orElseThrow();
        assertThat(story.note()).isNull();
        assertThat(story.outOfUse()).containsExactly(new OutOfUse(from, FreshState.START,
                FreshState.START.plus(Duration.ofDays(1)), "Couverture déchirée"));
        assertThat(room.jdbc.sql("select count(*) from app.journal_entry where 'Couverture déchirée' = any(args)")
                .query(Integer.class).single()).isZero();

        at(from);
        room.by(agent, () -> desk.backIntoCirculation(book)).value();
        assertThat(room.by(agent, () -> stories.of(book)).orElseThrow().outOfUse()).hasSize(1);
    }

    @Test
    void whoWaitsForItIsServedFirst() {
        Patron patron = drive.patron("Awa", "Diallo");
        at(PlaceKind.ON_LOAN);
        WaitId wait = waiting.ask(patron, copies.byBarcode(book).orElseThrow().title(), branch);
        at(PlaceKind.OUT_OF_CIRCULATION);

        assertThat(room.by(agent, () -> desk.backIntoCirculation(book)).value()).isTrue();
        waiting.makeOffers();

        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.HELD);
        assertThat(waiting.see(patron, wait).isOffered()).isTrue();
        assertThat(room.by(agent, () -> stories.of(book)).orElseThrow().decisions())
                .extracting(Journal.Entry::messageKey).containsExactly("journal.copy.backSetAside");
    }

    @Test
    void whatIsInUseAlreadyStaysWhereItIs() {
        String lent = room.lentBook(branch, "Germinal", LocalDate.parse("2026-12-01"));

        assertThat(room.by(agent, () -> desk.backIntoCirculation(lent)).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
        assertThat(room.by(agent, () -> desk.backIntoCirculation("unknown")).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        assertThat(room.placeOf(lent)).isEqualTo(PlaceKind.ON_LOAN);
    }

    @Test
    void onlyStaffOfItsBranchDecideThat() {
        var elsewhere = room.agentOf(room.branch("GARE"));
        var patron = drive.as(drive.patron("Awa", "Diallo"));

        assertThat(room.by(elsewhere, () -> stories.of(book)).orElseThrow().mayComeBack()).isFalse();
        assertThatThrownBy(() -> room.by(elsewhere, () -> desk.backIntoCirculation(book)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> room.by(patron, () -> desk.backIntoCirculation(book)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.backIntoCirculation(book)).isInstanceOf(AccessDeniedException.class);
        assertThat(room.placeOf(book)).isEqualTo(PlaceKind.WITHDRAWN);
    }

    private void at(PlaceKind place) {
        room.jdbc.sql("update app.copy_place set kind = ?, case_id = null where copy = ?").params(place.name(), copy).update();
    }
}
