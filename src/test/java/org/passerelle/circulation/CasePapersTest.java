package org.passerelle.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.circulation.Drive.SLOT;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.passerelle.circulation.domain.Patron;
import org.passerelle.circulation.service.BagLabels;
import org.passerelle.circulation.service.CaseFiles;
import org.passerelle.circulation.service.CaseFiles.CaseFile;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The file of a case, and the label of its bag. */
@PasserelleTest
class CasePapersTest {

    @Autowired
    Drive drive;
    @Autowired
    CaseFiles files;
    @Autowired
    BagLabels labels;

    UUID branch;
    Patron patron;
    CurrentUser agent;
    CurrentUser agentElsewhere;
    ReservationId id;

    @BeforeEach
    void aReservation() {
        branch = drive.branch("PORT");
        patron = drive.patron("Jeanne", "Ferrand");
        agent = drive.agentOf(branch);
        agentElsewhere = drive.agentOf(drive.branch("GARE"));
        id = drive.reserve(patron, branch, SLOT, drive.title(branch, "Germinal", 1));
    }

    @Test
    void theFileHoldsTheStoryAndThePlaceInTheProcess() {
        drive.pick(agent, id);

        CaseFile file = drive.by(agent, () -> files.file(id)).orElseThrow();

        assertThat(file.mayAct()).isTrue();
        assertThat(file.story()).extracting(Journal.Entry::messageKey)
                .containsExactly("journal.drive-pickup.reserved", "journal.drive-pickup.picked");
        assertThat(file.diagram().orElseThrow().active()).contains("user_prepareBag");
    }

    @Test
    void staffOfAnotherBranchReadTheFileOnly() {
        assertThat(drive.by(agentElsewhere, () -> files.file(id)).orElseThrow().mayAct()).isFalse();
    }

    @Test
    void patronsHaveNoFileAndNobodyOneThatDoesNotExist() {
        assertThatThrownBy(() -> drive.by(drive.as(patron), () -> files.file(id)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(drive.by(agent, () -> files.file(new ReservationId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void theLabelShowsTheCodeAndTheSlotAndNoName() throws IOException {
        drive.pick(agent, id);

        PdfReader label = new PdfReader(drive.by(agent, () -> labels.pdf(id, Locale.FRENCH)));

        assertThat(label.getNumberOfPages()).isEqualTo(1);
        assertThat(new PdfTextExtractor(label).getTextFromPage(1)).contains(drive.see(agent, id).code(), "14", "1 document")
                .doesNotContain("Ferrand");
    }

    @Test
    void theCodeOnTheLabelCanBeScanned() throws Exception {
        drive.pick(agent, id);

        PdfReader label = new PdfReader(drive.by(agent, () -> labels.pdf(id, Locale.FRENCH)));

        PdfDictionary images = label.getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.XOBJECT);
        assertThat(images.getKeys()).hasSize(1);
        PRStream image = (PRStream) PdfReader.getPdfObject(images.get(images.getKeys().iterator().next()));
        assertThat(read(image)).isEqualTo(drive.see(agent, id).code());
    }

    /** What a scanner makes of an image of three bytes a pixel. */
    private static String read(PRStream image) throws Exception {
        int width = image.getAsNumber(PdfName.WIDTH).intValue();
        int height = image.getAsNumber(PdfName.HEIGHT).intValue();
        byte[] bytes = PdfReader.getStreamBytes(image);
        int[] pixels = IntStream.range(0, width * height).map(pixel -> (bytes[3 * pixel] & 0xff) << 16
                | (bytes[3 * pixel + 1] & 0xff) << 8 | bytes[3 * pixel + 2] & 0xff).toArray();
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                new RGBLuminanceSource(width, height, pixels)))).getText();
    }

    @Test
    void onlyStaffOfTheBranchPrintTheLabel() {
        assertThatThrownBy(() -> drive.by(agentElsewhere, () -> labels.pdf(id, Locale.FRENCH)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drive.by(drive.as(patron), () -> labels.pdf(id, Locale.FRENCH)))
                .isInstanceOf(AccessDeniedException.class);
    }
}
