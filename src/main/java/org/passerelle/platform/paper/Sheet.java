package org.passerelle.platform.paper;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** A list to take along, on as many A4 pages as it takes; each row begins with a box to tick. */
public final class Sheet {

    /** In points. */
    private static final int MARGIN = 36;
    private static final int TITLE_FONT = 14;
    private static final int FONT = 9;
    private static final int LEADING = 12;
    private static final int PADDING = 4;
    private static final float BOX_WIDTH = 0.35f;
    private static final String BOX = "\u2610";

    private Sheet() {
    }

    /** @param width its share of the page, beside the others' */
    public record Column(String heading, float width) {
    }

    /**
     * A PDF.
     *
     * @param rows each with a text for each column; a line of it is a line on paper
     * @param none said where there is no row
     */
    public static byte[] pdf(String title, String subtitle, List<Column> columns, List<List<String>> rows, String none) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document page = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(page, bytes);
        page.addTitle(title);
        page.open();
        page.add(new Paragraph(phrase(title, PdfFonts.BOLD, TITLE_FONT)));
        Paragraph below = new Paragraph(phrase(subtitle, PdfFonts.PLAIN, FONT));
        below.setSpacingAfter(LEADING);
        page.add(below);
        page.add(rows.isEmpty() ? new Paragraph(phrase(none, PdfFonts.PLAIN, FONT)) : table(columns, rows));
        page.close();
        return bytes.toByteArray();
    }

    private static PdfPTable table(List<Column> columns, List<List<String>> rows) {
        float[] widths = new float[columns.size() + 1];
        widths[0] = BOX_WIDTH;
        for (int i = 0; i < columns.size(); i++) {
            widths[i + 1] = columns.get(i).width();
        }
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.addCell(cell("", PdfFonts.BOLD));
        columns.forEach(column -> table.addCell(cell(column.heading(), PdfFonts.BOLD)));
        rows.forEach(row -> {
            table.addCell(cell(BOX, PdfFonts.PLAIN));
            row.forEach(text -> table.addCell(cell(text, PdfFonts.PLAIN)));
        });
        return table;
    }

    private static PdfPCell cell(String text, PdfFonts letters) {
        PdfPCell cell = new PdfPCell(phrase(text, letters, FONT));
        cell.setPadding(PADDING);
        cell.setVerticalAlignment(Element.ALIGN_TOP);
        return cell;
    }

    private static Phrase phrase(String text, PdfFonts letters, float size) {
        return new Phrase(LEADING, String.join("\n", text.lines().map(letters::printable).toList()), letters.of(size));
    }
}
