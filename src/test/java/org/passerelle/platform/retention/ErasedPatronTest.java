package org.passerelle.platform.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.reservations.service.ReserveCommand;
import org.passerelle.circulation.waiting.service.WaitingList;
import org.passerelle.patrons.PatronRefusal;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.quarantine.QuarantineRefusal;
import org.passerelle.support.Consistency;
import org.passerelle.support.FailurePoints;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person asks what is known about them, and that it be erased. */
class ErasedPatronTest extends PlantedPersonTests {

    @Autowired
    SecurityRecord record;

    @Test
    void afterAnErasureThePlantedNameIsFoundNowhere() {
        sheDoesWhatPatronsDo();
        drive.by(agent, () -> access.resetPassword(patron)).value();
        engine.runDueJobs();
        Map<String, ?> before = statistics();
        String hash = jdbc.sql("select password_hash from app.account where patron = ?").param(patron)
                .query(String.class).single();

        assertThat(drive.by(agent, () -> files.erase(patron)).isDone()).isTrue();

        assertThat(tablesThatName(WORDS)).isEmpty();
        assertThat(tablesThatName(List.of(hash))).isEmpty();
        // Ids of nobody, in what tells that somebody was erased.
        assertThat(tablesThatName(ids())).isEqualTo(Set.of("app.security_event"));
        assertThat(statistics()).isEqualTo(before);
        assertThat(Consistency.faults(jdbc)).isEmpty();
        assertThat(recorded()).startsWith(SecurityRecord.Kind.PATRON_ERASED);
        assertThat(drive.by(agent, () -> files.erase(patron)).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
    }

    @Test
    void thatTheAccountIsGoneEndsItsSessions() {
        drive.by(agent, () -> files.erase(patron)).value();

        assertThatThrownBy(() -> drive.by(herself, () -> patrons.me())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoHasAnythingOpenIsNotErased() {
        UUID title = drive.title(branch, "Germinal", 1);
        ReservationId id = drive.by(herself, () -> drive.newReservations.reserve(
                new ReserveCommand(patron, branch, Drive.SLOT, List.of(title), Channel.ONLINE))).value().id();
        assertStillOpen();
        drive.pick(agent, id);
        drive.bag(agent, id);
        assertStillOpen();
        clock.setTo(Drive.SLOT);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();
        drive.handOverAll(agent, id).value();
        assertStillOpen();

        room.scan(agent, branch, drive.see(agent, id).lines().getFirst().barcode());
        assertThat(drive.by(agent, () -> files.erase(patron)).isDone()).isTrue();
    }

    @Test
    void whoWaitsIsNotErased() {
        UUID title = drive.title(branch, "Nana", 1);
        waiting.lend(title, branch);
        drive.by(agent, () -> waiting.list.ask(new WaitingList.Wish(patron, title,
                branch, null, Channel.PHONE))).value();

        assertStillOpen();
    }

    @Test
    void theReturnOfAnErasedPersonIsNotUndone() {
        UUID title = drive.title(branch, "Germinal", 1);
        UUID copy = waiting.lend(title, branch);
        jdbc.sql("update app.loan set patron = ? where copy = ?").params(patron, copy).update();
        UUID scan = room.scan(agent, branch, drive.copies.copies(List.of(copy)).getFirst().barcode()).id();
        drive.by(agent, () -> files.erase(patron)).value();

        Outcome<Void> undone = drive.by(agent, () -> room.undoneScans.undo(scan));

        assertThat(undone.refusal()).isEqualTo(QuarantineRefusal.NOTHING_TO_UNDO);
        assertThat(Consistency.faults(jdbc)).isEmpty();
    }

    @Test
    void theFileHoldsWhatEveryModuleKnows() {
        sheDoesWhatPatronsDo();

        JsonNode file = JsonMapper.builder().build().readTree(
                new String(drive.by(agent, () -> files.export(patron)).orElseThrow(), UTF_8));

        assertThat(file.at("/patron/email").asString()).isEqualTo("zephyrine@planted.example");
        assertThat(file.at("/account/0/username").asString()).isEqualTo("PLANTED77");
        assertThat(file.at("/reservations").size()).isEqualTo(3);
        assertThat(file.at("/reservations").toString()).contains("Germinal (COLLECTED)");
        assertThat(file.at("/loans").toString()).contains("Germinal", "RETURNED", "VOIDED");
        assertThat(file.at("/waits").size()).isEqualTo(2);
        assertThat(file.at("/returns/0/title").asString()).isEqualTo("Germinal");
        assertThat(file.at("/messages").toString()).contains("Zéphyrine");
        assertThat(file.at("/email-changes/0/email").asString()).isEqualTo("other@planted.example");
        assertThat(file.at("/journal").size()).isPositive();
        assertThat(file.at("/security").toString()).contains("ACCOUNT_OPENED");
        assertThat(file.toString()).doesNotContain("password_hash", "$2a$");
        assertThat(recorded()).startsWith(SecurityRecord.Kind.DATA_EXPORTED);
    }

    @Test
    void theFileHoldsNoLinkThatOpensAnything() {
        drive.by(herself, () -> drive.newReservations.reserve(new ReserveCommand(patron, branch, Drive.SLOT,
                List.of(drive.title(branch, "Germinal", 1)), Channel.ONLINE))).value();
        engine.runDueJobs();
        String token = jdbc.sql("select token from app.reservation where patron = ?").param(patron).query(String.class).single();
        assertThat(tablesThatName(List.of(token))).contains("app.outbox_message");

        assertThat(new String(drive.by(agent, () -> files.export(patron)).orElseThrow(), UTF_8)).contains("Germinal")
                .doesNotContain(token);
    }

    @Test
    void whoIsGivenTheCardOfSomebodyElseHasNoneOfTheirMessages() {
        sheDoesWhatPatronsDo();
        String card = jdbc.sql("select card_number from app.patron where id = ?").param(patron).query(String.class).single();
        jdbc.sql("update app.patron set card_number = 'ANOTHER1' where id = ?").param(patron).update();
        UUID next = drive.patron("Paul", "Petit").id();
        jdbc.sql("update app.patron set card_number = ? where id = ?").params(card, next).update();

        assertThat(new String(drive.by(agent, () -> files.export(next)).orElseThrow(), UTF_8)).doesNotContain("Zéphyrine");
        drive.by(agent, () -> files.erase(next)).value();
        assertThat(tablesThatName(List.of("Zéphyrine"))).contains("app.outbox_message");
    }

    @Test
    void noPatronAndNobodyWhoIsNotSignedInMayDoEither() {
        for (CurrentUser stranger : List.of(herself,
                new CurrentUser(UUID.randomUUID(), "", Role.PATRON, Set.of(), UUID.randomUUID()))) {
            assertThatThrownBy(() -> drive.by(stranger, () -> files.export(patron))).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> drive.by(stranger, () -> files.erase(patron))).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> files.export(patron)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> files.erase(patron)).isInstanceOf(AccessDeniedException.class);
        assertThat(tablesThatName(WORDS)).contains("app.patron");
    }

    @Test
    void aPersonIsErasedWhollyOrNotAtAll() {
        drive.by(agent, () -> access.resetPassword(patron)).value();

        FailurePoints.allOrNothingUpToItsCommit(jdbc, () -> drive.by(agent, () -> files.erase(patron)));

        assertThat(tablesThatName(WORDS)).isEmpty();
    }

    private void assertStillOpen() {
        assertThat(drive.by(agent, () -> files.erase(patron)).refusal()).isEqualTo(PatronRefusal.STILL_OPEN);
    }

    private List<SecurityRecord.Kind> recorded() {
        CurrentUser administrator = new CurrentUser(UUID.randomUUID(), "", Role.ADMIN, Set.of(), null);
        return drive.by(administrator, () -> record.page(0, 50)).stream().map(SecurityRecord.Entry::kind).toList();
    }
}
