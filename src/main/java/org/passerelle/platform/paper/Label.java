package org.passerelle.platform.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/** A label of 100 × 62 mm, a common roll of label printers: a code, large and as a QR code, and two lines below. */
public final class Label {

    /** In points. */
    private static final Rectangle SIZE = new Rectangle(283, 176);
    private static final int MARGIN = 12;
    private static final int LIST_FONT = 8;
    private static final int LIST_LEADING = 10;
    private static final int QR_POINTS = 90;
    private static final int QR_PIXELS = 384;

    private Label() {
    }

    /** A PDF of one page. */
    public static byte[] pdf(String code, String upperLine, String lowerLine) {
        return pdf(code, upperLine, lowerLine, List.of());
    }

    /** @param contents lines for as many pages after the first as they take */
    public static byte[] pdf(String code, String upperLine, String lowerLine, List<String> contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document page = new Document(SIZE, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(page, bytes);
        page.addTitle(code);
        page.open();
        PdfContentByte paper = writer.getDirectContent();
        line(paper, code, PdfFonts.BOLD, 40, 132);
        paper.addImage(qr(code));
        line(paper, upperLine, PdfFonts.PLAIN, 9, 22);
        line(paper, lowerLine, PdfFonts.PLAIN, 9, 10);
        if (!contents.isEmpty()) {
            page.newPage();
            page.add(new Paragraph(PdfFonts.BOLD.printable(code), PdfFonts.BOLD.of(LIST_FONT)));
            contents.forEach(text -> page.add(new Paragraph(LIST_LEADING, PdfFonts.PLAIN.printable(text),
                    PdfFonts.PLAIN.of(LIST_FONT))));
        }
        page.close();
        return bytes.toByteArray();
    }

    /** @param above points above the lower edge */
    private static void line(PdfContentByte paper, String text, PdfFonts font, float size, float above) {
        ColumnText.showTextAligned(paper, Element.ALIGN_CENTER, new Phrase(font.printable(text), font.of(size)),
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
