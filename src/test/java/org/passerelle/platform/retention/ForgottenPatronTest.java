package org.passerelle.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.drive.service.DaySheets;
import org.passerelle.circulation.publicpages.service.PickupLinks;
import org.passerelle.circulation.reservations.service.ReserveCommand;
import org.passerelle.platform.journal.Journal;
import org.passerelle.support.Consistency;
import org.passerelle.support.FreshState;
import org.springframework.beans.factory.annotation.Autowired;

/** What is left of a patron once all has ended long enough ago: the record, and numbers. */
class ForgottenPatronTest extends PlantedPersonTests {

    private static final Set<String> THE_RECORD = Set.of("app.patron", "app.account");

    @Autowired
    Forgetting forgetting;
    @Autowired
    DaySheets sheets;
    @Autowired
    PickupLinks links;

    @Test
    void aPlantedNameIsFoundNowhereButInItsRecordOnceThePeriodsAreOver() {
        sheDoesWhatPatronsDo();
        assertThat(tablesThatName(WORDS)).contains("app.patron", "app.account", "app.outbox_message", "app.reservation",
                "app.patron_email_change", "app.returned_copy", "app.copy_out_of_use", "app.release_request");
        assertThat(tablesThatName(ids())).contains("app.reservation", "app.loan", "app.title_wait", "app.journal_entry",
                "app.security_event", "app.patron_email_change");
        Map<String, ?> before = statistics();

        nightsPass(400);

        assertThat(tablesThatName(WORDS)).isEqualTo(THE_RECORD);
        assertThat(tablesThatName(ids())).isEqualTo(THE_RECORD);
        assertThat(statistics()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from app.returned_copy where loan is not null or note is not null")
                .query(Integer.class).single()).isZero();
    }

    @Test
    void nothingIsForgottenBeforeFourMonthsAreOver() {
        sheDoesWhatPatronsDo();
        forgetting.planMissingRuns();
        clock.setTo(FreshState.START.plus(Duration.ofDays(119)));
        engine.runDueJobs();

        for (String table : List.of("reservation", "loan", "title_wait")) {
            assertThat(jdbc.sql("select count(*) from app." + table + " where patron = ?").param(patron)
                    .query(Integer.class).single()).as(table).isPositive();
        }
        assertThat(jdbc.sql("select count(*) from app.journal_entry where actor = ?").param(herself.accountId())
                .query(Integer.class).single()).isPositive();

        nightsPass(30);
        assertThat(tablesThatName(ids())).doesNotContain("app.reservation", "app.loan", "app.title_wait");
    }

    @Test
    void whatIsStillAtHomeKeepsItsPatronAndItsReservationHoweverLong() {
        UUID title = drive.title(branch, "Germinal", 1);
        ReservationId id = drive.by(herself, () -> drive.newReservations.reserve(
                new ReserveCommand(patron, branch, Drive.SLOT, List.of(title), Journal.Channel.ONLINE))).value().id();
        drive.pick(agent, id);
        drive.bag(agent, id);
        clock.setTo(Drive.SLOT);
        drive.by(agent, () -> drive.reservations.arrived(id)).value();
        drive.handOverAll(agent, id).value();

        nightsPass(300);

        assertThat(drive.see(agent, id).patron().name()).isEqualTo("Zéphyrine Quatrefages");
        assertThat(jdbc.sql("select patron from app.loan").query(UUID.class).list()).containsExactly(patron);
        assertThat(Consistency.faults(jdbc).stream().filter(fault -> !fault.startsWith("message"))).isEmpty();
    }

    @Test
    void aReservationThatIsNobodysAnyMoreIsStillShownAtTheDrive() {
        sheDoesWhatPatronsDo();
        ReservationId id = new ReservationId(jdbc.sql("select id from app.reservation where outcome = 'COLLECTED'")
                .query(UUID.class).single());
        String token = drive.token(id);
        nightsPass(200);

        assertThat(drive.see(agent, id).patron().isForgotten()).isTrue();
        assertThat(drive.by(agent, () -> sheets.sheet(branch, drive.see(agent, id).slotStartsAt()
                .atZone(ZoneOffset.UTC).toLocalDate()).appointments()))
                .anySatisfy(appointment -> assertThat(appointment.patron()).isEmpty());
        assertThat(links.open(token)).isEmpty();
        assertThat(drive.by(herself, () -> drive.book.mine())).isEmpty();
    }

    /** A wait that has become a reservation is forgotten the night after it. */
    private void nightsPass(int nights) {
        forgetting.planMissingRuns();
        daysPass(nights - 1);
        daysPass(1);
    }
}
