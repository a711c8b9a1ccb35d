package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.service.CrateLabels;
import org.passerelle.support.Consistency;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What goes wrong around a crate: it goes its way, and the trouble is seen where it is. */
class CrateTroubleTest extends CrateTests {

    private static final LocalDate DUE = LocalDate.parse("2026-12-31");

    @Autowired
    CrateLabels labels;
    @Autowired
    JavaMailSenderImpl mailSender;

    @AfterEach
    void noServer() {
        mailSender.setHost(null);
    }

    @Test
    void aMailServerThatIsDownStopsNoCrate() throws IOException {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        ReturnedCopy wanted = room.see(agent, crate).documents().getFirst();
        ReturnedCopy other = room.see(agent, crate).documents().getLast();
        waiting.ask(drive.patron("Jeanne", "Ferrand"), copies.byBarcode(wanted.barcode()).orElseThrow().title(), branch);
        nobodyListens();
        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        room.inspect(agent, crate, Map.of()).value();
        waiting.makeOffers();
        engine.runDueJobs();

        assertThat(messages("LEAVING")).isPositive();
        room.by(agent, () -> room.putAwayDesk.putAway(crate, other.barcode())).value();
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.DONE);
        assertThat(engine.endOf(QuarantineProcess.caseOf(crate))).contains("end_backInUse");

        for (int n = 0; n < 5; n++) {
            clock.advance(Duration.ofHours(5));
            engine.runDueJobs();
        }
        assertThat(messages("LEAVING")).isZero();
        assertThat(room.jdbc.sql("select failure from app.outbox_message where failure is not null").query(String.class).list())
                .contains("SERVER_FAILED");
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void theLabelPrintsWhateverTheTitles() throws IOException {
        List<String> titles = List.of("Germinal", "\u4e2d\u6587 \uD83D\uDCDA \u202edroite", "L".repeat(2000), "<b>%PDF</b> ${x}");
        CrateId crate = null;
        for (String title : titles) {
            crate = room.scan(agent, branch, room.lentBook(branch, title, DUE)).crate();
        }
        CrateId printed = crate;

        PdfReader label = new PdfReader(room.by(agent, () -> labels.pdf(printed, Locale.ENGLISH)));
        assertThat(new PdfTextExtractor(label).getTextFromPage(2)).contains("Germinal");
        assertThat(room.by(agent, () -> room.crateDesk.seal(printed)).isDone()).isTrue();
    }

    private void nobodyListens() throws IOException {
        mailSender.setHost("localhost");
        try (ServerSocket closed = new ServerSocket(0)) {
            mailSender.setPort(closed.getLocalPort());
        }
    }

    private int messages(String state) {
        return room.jdbc.sql("select count(*) from app.outbox_message where state = ?").param(state).query(Integer.class)
                .single();
    }
}
