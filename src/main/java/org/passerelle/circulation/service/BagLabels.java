package org.passerelle.circulation.service;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.FontFactory;
import org.openpdf.text.Image;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.domain.Reservation;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.i18n.Moments;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The label of a bag: its code, large and as a QR code, and its slot. No name: bags stand where everybody passes.
 */
@Service
public class BagLabels {

    /** 100 × 62 mm, a common roll of label printers, in points. */
    private static final Rectangle SIZE = new Rectangle(283, 176);
    private static final int QR_POINTS = 90;
    private static final int QR_PIXELS = 384;

    private final ReservationAccess access;
    private final BranchRepository branches;
    private final Messages messages;

    BagLabels(ReservationAccess access, BranchRepository branches, Messages messages) {
        this.access = access;
        this.branches = branches;
        this.messages = messages;
    }

    /** A PDF of one page; for staff of the reservation's branch. */
    @Transactional(readOnly = true)
    public byte[] pdf(ReservationId id, Locale locale) {
        Reservation reservation = access.toReadAtDesk(id);
        Branch branch = branches.findById(reservation.branch()).orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document page = new Document(SIZE);
        PdfWriter writer = PdfWriter.getInstance(page, bytes);
        page.addTitle(reservation.code());
        page.open();
        PdfContentByte paper = writer.getDirectContent();
        line(paper, reservation.code(), FontFactory.HELVETICA_BOLD, 40, 132);
        paper.addImage(qr(reservation.code()));
        line(paper, branch.name(), FontFactory.HELVETICA, 9, 22);
        line(paper, Moments.dayAndTime(reservation.slotStartsAt(), branch.zone(), locale) + " · "
                + messages.text(locale, "staff.documents", reservation.found().size()), FontFactory.HELVETICA, 9, 10);
        page.close();
        return bytes.toByteArray();
    }

    /** @param above points above the lower edge */
    private static void line(PdfContentByte paper, String text, String font, float size, float above) {
        ColumnText.showTextAligned(paper, Element.ALIGN_CENTER, new Phrase(text, FontFactory.getFont(font, size)),
                SIZE.getWidth() / 2, above, 0);
    }

    private static Image qr(String code) {
        try {
            BitMatrix squares = new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, QR_PIXELS, QR_PIXELS,
                    Map.of(EncodeHintType.MARGIN, 2));
            BufferedImage picture = new BufferedImage(QR_PIXELS, QR_PIXELS, BufferedImage.TYPE_BYTE_BINARY);
            for (int x = 0; x < QR_PIXELS; x++) {
                for (int y = 0; y < QR_PIXELS; y++) {
                    picture.setRGB(x, y, squares.get(x, y) ? 0x000000 : 0xFFFFFF);
                }
            }
            Image image = Image.getInstance(picture, null);
            image.scaleAbsolute(QR_POINTS, QR_POINTS);
            image.setAbsolutePosition((SIZE.getWidth() - QR_POINTS) / 2, 36);
            return image;
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code can hold this", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
