package org.passerelle.platform.paper;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;
import org.passerelle.platform.PlainText;

/**
 * The letters of what is printed: DejaVu Sans, of which each paper carries those that it uses. It has Latin, Greek,
 * Cyrillic and more; what it has not is printed as an empty box, so that nobody takes a gap for nothing.
 */
enum PdfFonts {

    PLAIN("DejaVuSans.ttf"),
    BOLD("DejaVuSans-Bold.ttf");

    private static final String FOLDER = "net/sf/jasperreports/fonts/dejavu/";
    private static final String UNKNOWN = "\u25a1";

    private final BaseFont letters;

    PdfFonts(String file) {
        try (InputStream font = PdfFonts.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            letters = BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Font of(float size) {
        return new Font(letters, size);
    }

    /** The text as it can be printed, on one line. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder();
        Normalizer.normalize(PlainText.line(text), Normalizer.Form.NFC).codePoints().forEach(point -> {
            if (letters.charExists(point)) {
                printable.appendCodePoint(point);
            } else if (!UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
                printable.append(UNKNOWN);
            }
        });
        return printable.toString();
    }
}
