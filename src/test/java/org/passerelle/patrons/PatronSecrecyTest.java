package org.passerelle.patrons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.publicpages.service.PickupLinks;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What opens a reservation for a patron: signing in as its patron, or its long token. Nothing else. */
@PasserelleTest
class PatronSecrecyTest {

    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;
    @Autowired
    PickupLinks links;
    @Autowired
    ReservationBook book;
    @Autowired
    Patrons patrons;
    @Autowired
    JdbcClient jdbc;

    private Patron awa;
    private Patron other;
    private ReservationId id;
    private ReservationDetails details;

    @BeforeEach
    void awaHasAReservation() {
        UUID branch = drive.branch("PORT");
        awa = drive.patron("Awa", "Diallo");
        other = drive.patron("Paul", "Petit");
        id = drive.reserve(awa, branch, Drive.SLOT, drive.title(branch, "Germinal", 1));
        details = drive.see(drive.as(awa), id);
    }

    @Test
    void theTokenOpensItWithoutSignIn() {
        assertThat(links.open(drive.token(id))).contains(details);
    }

    @Test
    void whateverALinkOpensHasASecretOf192Bits() {
        UUID branch = details.branch().id();
        UUID wanted = drive.title(branch, "Nana", 1);
        waiting.lend(wanted, branch);
        waiting.ask(awa, wanted, branch);
        drive.by(drive.as(awa), () -> patrons.reachMeBy(patrons.me().version(),
                new Patrons.Contact("awa@example.net", null, false, Locale.FRENCH))).value();

        List<String> tables = jdbc.sql("""
                select table_name from information_schema.columns where table_schema = 'app' and column_name = 'token'""")
                .query(String.class).list();

        assertThat(tables).contains("reservation", "title_wait", "patron_email_change").allSatisfy(table ->
                assertThat(jdbc.sql("select token from app." + table).query(String.class).list()).isNotEmpty()
                        .allMatch(token -> token.matches("[0-9a-f]{48}")));
    }

    @Test
    void aWrongTokenTheShortCodeAndTheIdOpenNothing() {
        String almost = drive.token(id).substring(1) + "0";
        for (String wrong : new String[] {"", almost, details.code(), id.value().toString(), "' or '1'='1", "%"}) {
            assertThat(links.open(wrong)).as(wrong).isEmpty();
            assertThat(links.arrived(wrong).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
            assertThat(links.cancel(wrong).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
            assertThat(links.changeSlot(wrong, Drive.LATER_SLOT).refusal()).isEqualTo(CommonRefusal.NOT_FOUND);
        }
        assertThat(drive.see(drive.as(awa), id).isOpen()).isTrue();
    }

    @Test
    void theShortCodeOpensNothingWithoutSignInNorForAPatron() {
        assertThatThrownBy(() -> book.byCode(details.code())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drive.by(drive.as(awa), () -> book.byCode(details.code())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anotherPatronSeesAndListsNothingOfIt() {
        assertThatThrownBy(() -> drive.see(drive.as(other), id)).isInstanceOf(AccessDeniedException.class);
        assertThat(drive.by(drive.as(other), book::mine)).isEmpty();
        assertThat(drive.by(drive.as(awa), book::mine)).containsExactly(details);
    }

    @Test
    void theLinkMovesAndCancelsThatReservationOnly() {
        ReservationId second = drive.reserve(awa, details.branch().id(), Drive.SLOT,
                drive.title(details.branch().id(), "Nana", 1));

        assertThat(links.changeSlot(drive.token(id), Drive.LATER_SLOT).isDone()).isTrue();
        assertThat(drive.see(drive.as(awa), id).slotStartsAt()).isEqualTo(Drive.LATER_SLOT);
        assertThat(links.cancel(drive.token(id)).isDone()).isTrue();

        assertThat(drive.see(drive.as(awa), id).outcome()).isEqualTo(ReservationOutcome.CANCELLED);
        assertThat(drive.see(drive.as(awa), second).appointment()).isEqualTo(AppointmentState.BOOKED);
    }

    @Test
    void theMessageAboutItBringsTheAppointmentAsACalendarFile() {
        assertThat(jdbc.sql("""
                select a.name || ' ' || a.content_type from app.outbox_attachment a
                join app.outbox_message m on m.id = a.message where m.about_case = ?""")
                .param(id.value()).query(String.class).list())
                .containsExactly("passerelle.ics text/calendar; charset=utf-8; method=PUBLISH");
    }
}
