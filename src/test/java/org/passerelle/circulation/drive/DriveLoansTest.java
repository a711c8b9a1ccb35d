package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.circulation.ReservationId;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What is handed over is lent for as long as the table of limits says. */
@PasserelleTest
class DriveLoansTest {

    @Autowired
    Drive drive;
    @Autowired
    AppClock clock;

    /** Handed over on 25 November at 23 h 30 in London, which is the 26th in Paris. */
    @ParameterizedTest
    @CsvSource({"ADULT, 2026-12-17", "CHILD, 2026-12-17", "GROUP, 2027-01-07"})
    void aLoanIsDueAsManyDaysAfterTheHandoverAsTheTableGrants(PatronCategory category, LocalDate due) {
        UUID branch = drive.branch("PORT");
        CurrentUser agent = drive.agentOf(branch);
        Patron patron = drive.patrons.save(new Patron("7001", "Jeanne", "Ferrand", category, Locale.FRENCH));
        ReservationId id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
        drive.pick(agent, id);
        drive.bag(agent, id);
        assertThat(drive.jdbc.sql("select count(*) from app.loan where due_on is null").query(Integer.class).single())
                .as("loans that are prepared and not yet due").isOne();

        clock.setTo(Instant.parse("2026-11-25T23:30:00Z"));
        drive.handOverAll(agent, id).value();

        assertThat(drive.jdbc.sql("select due_on from app.loan").query(LocalDate.class).single()).isEqualTo(due);
    }
}
