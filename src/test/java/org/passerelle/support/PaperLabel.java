package org.passerelle.support;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** A printed label, as people and scanners read it. */
public class PaperLabel {

    private final PdfReader pdf;

    public PaperLabel(byte[] pdf) throws IOException {
        this.pdf = new PdfReader(pdf);
    }

    public int pages() {
        return pdf.getNumberOfPages();
    }

    /** With one ordinary space where there is some. @param page counts from 1 */
    public String text(int page) throws IOException {
        return Screens.withOrdinarySpaces(new PdfTextExtractor(pdf).getTextFromPage(page)).replaceAll(" +", " ");
    }

    /** All that is written after the first page. */
    public String contents() throws IOException {
        List<String> pages = new ArrayList<>();
        for (int page = 2; page <= pages(); page++) {
            pages.add(text(page));
        }
        return pages.stream().collect(Collectors.joining("\n"));
    }

    /** What a scanner makes of the first page's one image, of three bytes a pixel. */
    public String scanned() throws IOException, ReaderException {
        PdfDictionary images = pdf.getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.XOBJECT);
        if (images.size() != 1) {
            throw NotFoundException.getNotFoundInstance();
        }
        PRStream image = (PRStream) PdfReader.getPdfObject(images.get(images.getKeys().iterator().next()));
        int width = image.getAsNumber(PdfName.WIDTH).intValue();
        int height = image.getAsNumber(PdfName.HEIGHT).intValue();
        byte[] bytes = PdfReader.getStreamBytes(image);
        int[] pixels = IntStream.range(0, width * height).map(pixel -> (bytes[3 * pixel] & 0xff) << 16
                | (bytes[3 * pixel + 1] & 0xff) << 8 | bytes[3 * pixel + 2] & 0xff).toArray();
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                new RGBLuminanceSource(width, height, pixels)))).getText();
    }
}
