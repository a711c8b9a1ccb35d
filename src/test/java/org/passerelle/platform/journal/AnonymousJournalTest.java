package org.passerelle.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.journal.Journal.Entry;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.FreshState;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is recorded for nobody: of whom, when and in which order cannot be read from what is kept. */
@PasserelleTest
class AnonymousJournalTest {

    private static final CaseRef CASE = new CaseRef("sample-talk", UUID.randomUUID());
    /** 0 h in Paris on the day of the suite. */
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T23:00:00Z");

    @Autowired
    Journal journal;
    @Autowired
    BranchRepository branches;
    @Autowired
    SignedIn signedIn;
    @Autowired
    AppClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aNetworkInParis() {
        branches.save(new Branch("PORT", "Port", null, null, ZoneId.of("Europe/Paris"), null, null));
    }

    @Test
    void whoeverIsSignedInAnEntryHoldsNobodyAndNoHour() {
        CurrentUser camille = new CurrentUser(UUID.randomUUID(), "Camille", Role.AGENT, Set.of(), null);
        signedIn.runAs(camille, () -> {
            anonymously("sample.subject", "A");
            return null;
        });

        List<Map<String, Object>> rows = jdbc.sql("select * from app.journal_anonymous").query().listOfRows();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row).containsOnlyKeys("id", "process_key", "case_id", "day", "zone", "message_key", "args");
            assertThat(row.get("day")).hasToString("2026-11-24");
            assertThat(row.toString()).doesNotContain(camille.accountId().toString());
        });
        assertThat(journal.story(CASE)).containsExactly(
                new Entry(MIDNIGHT, null, null, Channel.ANONYMOUS, "sample.subject", List.of("A")));
    }

    @Test
    void theDayIsThatOfTheNetworksClock() {
        clock.setTo(Instant.parse("2026-11-24T23:30:00Z"));
        anonymously("sample.subject");

        assertThat(journal.story(CASE)).extracting(Entry::at).containsExactly(MIDNIGHT.plus(Duration.ofDays(1)));
    }

    @Test
    void ofOneDayTheStoryTellsNotWhichCameFirst() {
        anonymously("sample.subject", "A");
        clock.setTo(FreshState.START.plusSeconds(60));
        anonymously("sample.done", "A");
        List<Entry> one = journal.story(CASE);
        jdbc.sql("delete from app.journal_anonymous").update();
        clock.setTo(FreshState.START);
        anonymously("sample.done", "A");
        clock.setTo(FreshState.START.plusSeconds(60));
        anonymously("sample.subject", "A");

        assertThat(journal.story(CASE)).isEqualTo(one).extracting(Entry::messageKey)
                .containsExactly("sample.done", "sample.subject");
    }

    @Test
    void entriesWithNamesKeepTheirPlaceAndNobodyIsMadeResponsibleForTheOthers() {
        transaction.executeWithoutResult(status -> journal.record(CASE, Channel.SYSTEM, "sample.done"));
        anonymously("sample.subject");

        assertThat(journal.story(CASE)).extracting(Entry::channel).containsExactly(Channel.ANONYMOUS, Channel.SYSTEM);
        assertThat(journal.alreadyDone(CASE, "sample.subject").refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
    }

    private void anonymously(String key, Object... args) {
        transaction.executeWithoutResult(status -> journal.recordAnonymously(CASE, key, args));
    }
}
