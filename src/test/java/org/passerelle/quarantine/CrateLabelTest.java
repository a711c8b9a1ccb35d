package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.process.EmergencyReleaseProcess;
import org.passerelle.quarantine.service.CrateLabels;
import org.passerelle.support.PaperLabel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What can be read, by people and by a scanner, on the label of a crate. */
class CrateLabelTest extends CrateTests {

    private static final LocalDate DUE = LocalDate.parse("2026-12-31");

    @Autowired
    CrateLabels labels;

    @Test
    void itShowsTheCodeTheBranchTheReleaseAndTheKindAndTheCodeCanBeScanned() throws Exception {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        String code = room.see(agent, crate).crate().code();

        PaperLabel label = label(crate, Locale.FRENCH);

        assertThat(label.text(1)).contains(code, "Médiathèque MED", "sortie ven. 27 nov., 9 h", "Livres et BD",
                "2 documents");
        assertThat(label.scanned()).isEqualTo(code);
        assertThat(label(crate, Locale.ENGLISH).text(1)).contains(code, "27 Nov");
    }

    @Test
    void itsContentsAreReadInTheOrderOfTheShelves() throws Exception {
        String second = room.lentBook(branch, "Nana", DUE);
        String first = room.lentBook(branch, "Germinal", DUE);
        room.jdbc.sql("update app.copy set shelf_mark = 'R ZOL 2' where barcode = ?").param(second).update();
        room.jdbc.sql("update app.copy set shelf_mark = 'BD 10' where barcode = ?").param(first).update();
        CrateId crate = room.scan(agent, branch, second).crate();
        room.scan(agent, branch, first);
        assertThat(label(crate, Locale.FRENCH).text(1)).contains("pas encore fermée");
        room.by(agent, () -> room.crateDesk.seal(crate)).value();

        assertThat(label(crate, Locale.FRENCH).contents()).startsWith(room.see(agent, crate).crate().code())
                .containsSubsequence("BD 10 · Germinal", "R ZOL 2 · Nana");
    }

    @Test
    void aHostileTitleIsReadAsItStandsAndAVeryLongOneHidesNoOther() throws Exception {
        String hostile = "<img src=x onerror=alert(1)> %PDF (\\) ${1+1}";
        String endless = "Abracadabra".repeat(300);
        CrateId crate = room.scan(agent, branch, room.lentBook(branch, hostile, DUE)).crate();
        room.scan(agent, branch, room.lentBook(branch, "Mot " + "très ".repeat(600) + "long", DUE));
        room.scan(agent, branch, room.lentBook(branch, endless, DUE));
        room.scan(agent, branch, room.lentBook(branch, "Nana", DUE));
        room.by(agent, () -> room.crateDesk.seal(crate)).value();

        PaperLabel label = label(crate, Locale.FRENCH);

        assertThat(label.scanned()).isEqualTo(room.see(agent, crate).crate().code());
        assertThat(label.text(1)).contains("4 documents").doesNotContain("Abracadabra");
        assertThat(label.contents().replaceAll("\\s+", " ")).contains(hostile, "Nana", "très long");
        assertThat(label.contents().replaceAll("\\s", "")).contains(endless);
    }

    @Test
    void theLabelNamesWhatIsInsideAndOnlyThat() throws Exception {
        CrateId crate = room.sealedCrate(agent, branch, 3);
        ReturnedCopy out = room.see(agent, crate).documents().getFirst();
        UUID request = room.by(agent, () -> room.releaseDesk.ask(crate, out.id(), "Club de lecture")).value();
        var decide = room.task(EmergencyReleaseProcess.caseOf(request), EmergencyReleaseProcess.Tasks.DECIDE_RELEASE);
        room.by(room.manager(), () -> room.releaseDesk.approve(decide, request)).value();

        assertThat(room.by(agent, () -> room.releaseDesk.ask(crate, out.id(), "Encore")).refusal())
                .isEqualTo(QuarantineRefusal.NOT_INSIDE_ANY_MORE);
        PdfReader label = new PdfReader(room.by(agent, () -> labels.pdf(crate, Locale.FRENCH)));
        assertThat(new PdfTextExtractor(label).getTextFromPage(1)).contains("2 documents");
        assertThat(new PdfTextExtractor(label).getTextFromPage(2)).contains("Livre 1", "Livre 2")
                .doesNotContain(out.titleText());
    }

    @Test
    void patronsPrintNone() {
        CrateId crate = room.sealedCrate(agent, branch, 1);
        CurrentUser patron = new CurrentUser(UUID.randomUUID(), "Usagère", Role.PATRON, Set.of(),
                UUID.randomUUID());
        assertThatThrownBy(() -> room.by(patron, () -> labels.pdf(crate, Locale.FRENCH)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private PaperLabel label(CrateId crate, Locale locale) throws Exception {
        return new PaperLabel(room.by(agent, () -> labels.pdf(crate, locale)));
    }
}
