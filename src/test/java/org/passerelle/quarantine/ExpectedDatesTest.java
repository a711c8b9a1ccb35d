package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.BranchCopies;
import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.FoundTitle;
import org.passerelle.catalogue.SearchFilters;
import org.passerelle.catalogue.TitleDetails;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Policy;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.passerelle.quarantine.room.service.RoomSettings;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** When what is away is expected: from the loan, then from the crate. */
class ExpectedDatesTest extends CrateTests {

    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    CatalogueSearch search;
    @Autowired
    Policies policies;
    @Autowired
    RoomSettings settings;

    private UUID title;

    @BeforeEach
    void aTitleWithOneCopy() {
        title = drive.title(branch, "Germinal", 1);
    }

    @Test
    void aLoanIsExpectedOnItsDueDayAndACrateOnItsRelease() {
        Patron patron = drive.patron("Jeanne", "Ferrand");
        ReservationId id = drive.reserve(patron, branch, SLOT, title);
        assertThat(found().expectedOn()).isEmpty();
        drive.pick(agent, id);
        drive.bag(agent, id);
        drive.handOverAll(agent, id).value();
        LocalDate due = room.jdbc.sql("select due_on from app.loan").query(LocalDate.class).single();
        assertThat(found().expectedOn()).contains(due);
        assertThat(search.title(title, 5).orElseThrow().copies()).extracting(TitleDetails.CopyAt::expectedOn)
                .containsExactly(due);

        Scanned scanned = room.scan(agent, branch, drive.see(agent, id).lines().getFirst().barcode());
        // As if its crate were sealed tonight.
        assertThat(found().expectedOn()).contains(LocalDate.parse("2026-11-27"));
        room.by(agent, () -> room.undoneScans.undo(scanned.id())).value();
        assertThat(found().expectedOn()).contains(due);
        CrateId crate = room.scan(agent, branch, drive.see(agent, id).lines().getFirst().barcode()).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();

        assertThat(found().expectedOn()).contains(LocalDate.parse("2026-11-27"));
    }

    @Test
    void aBranchThatHasACopyExpectsNoneAndTheEarliestDayCounts() {
        catalogue.copy(title, branch);
        waiting.lend(title, branch, Instant.parse("2026-12-20T22:59:59Z"));
        assertThat(found().branches()).extracting(BranchCopies::expectedOn).containsOnlyNulls();

        waiting.lend(title, branch, Instant.parse("2026-12-18T22:59:59Z"));

        assertThat(found().branches()).extracting(BranchCopies::expectedOn)
                .containsExactly(LocalDate.parse("2026-12-18"));
        assertThat(copies.availability(List.of(title)).get(branch).get(title).expected())
                .containsExactly(LocalDate.parse("2026-12-18"), LocalDate.parse("2026-12-20"));
        assertThat(Statements.during(this::found)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void whatIsWaitedForFollowsARuleThatChangesAndACrateThatIsReleasedEarly() {
        waiting.lend(title, branch);
        String barcode = room.jdbc.sql("select barcode from app.copy").query(String.class).single();
        Patron jeanne = drive.patron("Jeanne", "Ferrand");
        WaitId wait = waiting.ask(jeanne, title, branch);
        CrateId crate = room.scan(agent, branch, barcode).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        assertThat(waiting.see(jeanne, wait).expectedOn()).isEqualTo(LocalDate.parse("2026-11-27"));

        CurrentUser manager = room.manager();
        Policy now = room.by(manager, () -> policies.open("quarantine-policy")).orElseThrow();
        room.by(manager, () -> policies.publish("quarantine-policy", now.version(), QuarantineRoom.hours(now, "240"),
                "Dix jours", Reach.ALL_RUNNING, Set.of())).value();
        assertThat(waiting.see(jeanne, wait).expectedOn()).isEqualTo(LocalDate.parse("2026-12-04"));
        assertThat(found().expectedOn()).contains(LocalDate.parse("2026-12-04"));

        room.releaseEarly(agent, crate, null);
        assertThat(waiting.see(jeanne, wait).expectedOn()).isNull();
        room.inspect(agent, crate, Map.of()).value();
        waiting.makeOffers();
        assertThat(waiting.see(jeanne, wait).isOffered()).isTrue();
    }

    @Test
    void whatLiesInAnOpenCrateFollowsTheBranchsSettingsAndARuleThatIsPublishedForNewCrates() {
        waiting.lend(title, branch);
        room.scan(agent, branch, room.jdbc.sql("select barcode from app.copy").query(String.class).single());
        assertThat(found().expectedOn()).contains(LocalDate.parse("2026-11-27"));
        CurrentUser manager = room.manager();

        // It is 9 h: what is open is sealed tomorrow.
        RoomSettings.Form now = room.by(manager, () -> settings.form(branch));
        room.by(manager, () -> settings.save(branch, new RoomSettings.Form(now.situation(), now.covered(),
                LocalTime.of(8, 0), now.capacity(), now.version()))).value();
        assertThat(found().expectedOn()).contains(LocalDate.parse("2026-11-28"));

        room.publish(manager, "hours", "240", Reach.NEW_ONLY);
        assertThat(found().expectedOn()).contains(LocalDate.parse("2026-12-05"));
    }

    private FoundTitle found() {
        return search.search("Germinal", SearchFilters.NONE, 0, 10).titles().getFirst();
    }
}
