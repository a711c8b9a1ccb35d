package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.Method;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.springframework.core.io.ClassPathResource;

/** Which documents share a crate, and which rule their crate keeps. */
class CrateRulesTest extends CrateTests {

    private static final LocalDate DUE = LocalDate.parse("2026-12-31");

    @Test
    void stackedAndSpreadDocumentsFillTwoCratesWithTheirOwnHours() {
        Scanned spread = room.scan(agent, branch, book(branch));
        Scanned stacked = room.scanStacked(agent, branch, book(branch));

        assertThat(stacked.crate()).isNotEqualTo(spread.crate());
        assertThat(room.scanStacked(agent, branch, book(branch)).crate()).isEqualTo(stacked.crate());
        assertThat(hours(spread.crate())).isEqualTo(72);
        assertThat(hours(stacked.crate())).isEqualTo(168);
    }

    @Test
    void twoBranchesFillTwoCrates() {
        UUID other = room.branch("ANX");
        Scanned here = room.scan(agent, branch, book(branch));
        Scanned there = room.scan(room.agentOf(other), other, book(other));

        assertThat(there.crate()).isNotEqualTo(here.crate());
        assertThat(room.see(agent, there.crate()).crate().branch()).isEqualTo(other);
    }

    @Test
    void theNextDaysScanOpensAnotherCrateThoughTheFirstIsStillOpen() {
        Scanned first = room.scan(agent, branch, book(branch));
        clock.advance(Duration.ofDays(1));

        Scanned next = room.scan(agent, branch, book(branch));

        assertThat(next.crate()).isNotEqualTo(first.crate());
        assertThat(room.see(agent, next.crate()).crate().day()).isEqualTo(LocalDate.parse("2026-11-25"));
        assertThat(room.see(agent, first.crate()).documents()).hasSize(1);
    }

    @Test
    void theSituationOfTheBranchDecidesForTheCratesThatAreSealedInIt() {
        CrateId before = room.sealedCrate(agent, branch, 1);
        UUID other = room.branch("ANX");
        room.jdbc.sql("update app.quarantine_settings set situation = 'REINFORCED' where branch = ?").param(branch).update();

        CrateId reinforced = room.sealedCrate(agent, branch, 1);
        CrateId elsewhere = room.sealedCrate(room.agentOf(other), other, 1);

        assertThat(room.releaseOf(reinforced)).isEqualTo(clock.instant().plus(Duration.ofHours(240)));
        assertThat(room.releaseOf(before)).isEqualTo(clock.instant().plus(QUARANTINE));
        assertThat(room.releaseOf(elsewhere)).isEqualTo(clock.instant().plus(QUARANTINE));
    }

    @Test
    void aCrateKeepsTheVersionUnderWhichItWasSealedUntilAnotherIsPublishedForItToo() {
        CrateId first = room.sealedCrate(agent, branch, 1);
        int shipped = versionOf(first);
        int published = room.publish(room.manager(), "hours", "96", Reach.NEW_ONLY).version();
        CrateId second = room.sealedCrate(agent, branch, 1);
        assertThat(published).isEqualTo(shipped + 1);
        assertThat(versionOf(first)).isEqualTo(shipped);
        assertThat(versionOf(second)).isEqualTo(published);

        int next = room.publish(room.manager(), "hours", "48", Reach.ALL_RUNNING).version();

        assertThat(versionOf(first)).isEqualTo(next).isEqualTo(versionOf(second));
        assertThat(room.see(agent, first).crate().rule().hours()).isEqualTo(48);
    }

    @Test
    void aCrateOfWhichOnlyTheMethodsChangeIsNotSaidToMove() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        Instant before = room.releaseOf(crate);

        room.publish(room.manager(), "dryWipe", room.see(agent, crate).crate().rule().methods().contains(Method.DRY_WIPE)
                ? "false" : "true", Reach.ALL_RUNNING);

        assertThat(room.releaseOf(crate)).isEqualTo(before);
        assertThat(room.see(agent, crate).story()).last().satisfies(entry -> {
            assertThat(entry.messageKey()).isEqualTo("journal.quarantine.ruleChanged");
            assertThat(entry.args()).containsExactly(before.toString(),
                    String.valueOf(room.see(agent, crate).crate().ruleVersion()));
        });
    }

    @Test
    void aCrateTellsWhoMovedItsRelease() {
        CurrentUser nadia = room.onRecord(room.manager());
        CrateId moved = room.sealedCrate(agent, branch, 1);

        room.publish(nadia, "hours", "240", Reach.ALL_RUNNING);

        assertThat(room.see(agent, moved).story()).last().satisfies(entry -> {
            assertThat(entry.messageKey()).isEqualTo("journal.quarantine.recomputed");
            assertThat(entry.actor()).isEqualTo("Nadia");
            assertThat(entry.at()).isEqualTo(clock.instant());
            // Why is free text, and stays with the version.
            assertThat(entry.args()).containsExactly(room.releaseOf(moved).toString(),
                    String.valueOf(room.see(agent, moved).crate().ruleVersion()));
        });
        CrateId later = room.sealedCrate(agent, branch, 1);
        room.publish(nadia, "hours", "24", Reach.NEW_ONLY);
        assertThat(room.see(agent, later).story()).extracting(Journal.Entry::messageKey)
                .containsExactly("journal.quarantine.sealed");
    }

    @Test
    void reasonsThatStoriesHadCopiedAreTakenOutOfThem() throws Exception {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        String clean = new ClassPathResource("db/migration/V034__journal_without_reasons.sql")
                .getContentAsString(StandardCharsets.UTF_8).replace("journal_entry", "app.journal_entry");
        room.jdbc.sql("""
                insert into app.journal_entry (process_key, case_id, at, channel, message_key, args)
                values ('quarantine', ?, ?, 'STAFF', 'journal.quarantine.recomputed', '{2026-12-01T08:00:00Z,2,Consigne}')""")
                .params(crate.value(), Timestamp.from(clock.instant())).update();

        room.jdbc.sql(clean).update();

        assertThat(room.see(agent, crate).story()).last().satisfies(entry ->
                assertThat(entry.args()).containsExactly("2026-12-01T08:00:00Z", "2"));
        assertThat(room.see(agent, crate).story()).first().satisfies(entry -> assertThat(entry.args()).hasSize(2));
    }

    private String book(UUID ofBranch) {
        return room.lentBook(ofBranch, "Nana", DUE);
    }

    private int hours(CrateId crate) {
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        Crate sealed = room.see(agent, crate).crate();
        assertThat(sealed.releaseAt()).isEqualTo(sealed.sealedAt().plus(Duration.ofHours(sealed.rule().hours())));
        return sealed.rule().hours();
    }

    private int versionOf(CrateId crate) {
        return room.see(agent, crate).crate().ruleVersion();
    }
}
