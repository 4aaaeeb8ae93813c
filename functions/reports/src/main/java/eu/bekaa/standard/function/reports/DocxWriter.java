package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.content.Cover;
import eu.bekaa.standard.assurance.report.render.HtmlReport;
import eu.bekaa.standard.assurance.report.render.Plain;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/// Writes paragraphs, tables and pictures of a Word document.
final class DocxWriter implements AutoCloseable {
    /// A4 less its margins, in twentieths of a point.
    private static final int PAGE_WIDTH = 9640;

    private static final int PICTURE_WIDTH_POINTS = 480;
    private final XWPFDocument document = new XWPFDocument();
    private int bookmarks;

    DocxWriter(Cover cover) {
        DocxStyle.define(document.createStyles());
        var page = document.getDocument().getBody().addNewSectPr();
        var size = page.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        var margin = page.addNewPgMar();
        margin.setLeft(BigInteger.valueOf(1133));
        margin.setRight(BigInteger.valueOf(1133));
        margin.setTop(BigInteger.valueOf(1300));
        margin.setBottom(BigInteger.valueOf(1100));
        var head = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        style(head, DocxStyle.CAPTION);
        head.createRun().setText(Plain.line(cover.title(), 78) + "   " + Plain.line(cover.organization(), 42));
        var foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        style(foot, DocxStyle.CAPTION);
        var marking = cover.marking() == null ? "" : cover.marking() + "   ";
        foot.createRun()
                .setText(marking + cover.classification() + ", version " + cover.version() + ", "
                        + HtmlReport.MINUTE.format(cover.generatedAt()) + "   Page ");
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
        foot.createRun().setText(" of ");
        foot.getCTP().addNewFldSimple().setInstr("NUMPAGES");
        var properties = document.getProperties().getCoreProperties();
        var made = Optional.of(Date.from(cover.generatedAt()));
        properties.setTitle(Plain.line(cover.title(), 200));
        properties.setCreator(PdfDocument.PRODUCER);
        properties.setCreated(made);
        properties.setModified(made);
    }

    void heading(String text, int level, String anchor) {
        var paragraph = paragraph(DocxStyle.heading(level));
        var bookmark = paragraph.getCTP().addNewBookmarkStart();
        bookmark.setId(BigInteger.valueOf(++bookmarks));
        bookmark.setName(name(anchor));
        paragraph.createRun().setText(Plain.of(text));
        paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(bookmarks));
    }

    /// A line of the contents that leads to a heading.
    void link(int level, String text, String anchor) {
        var paragraph = paragraph(DocxStyle.BODY);
        paragraph.setIndentationLeft(360 * (level - 1));
        var link = paragraph.getCTP().addNewHyperlink();
        link.setAnchor(name(anchor));
        link.addNewR().addNewT().setStringValue(Plain.of(text));
    }

    void text(DocxStyle style, String text) {
        lines(paragraph(style), text);
    }

    void picture(ChartPicture picture, String description) {
        try {
            int height = PICTURE_WIDTH_POINTS * picture.height() / picture.width();
            var run = paragraph(DocxStyle.BODY).createRun();
            var placed = run.addPicture(
                    new ByteArrayInputStream(picture.png()),
                    Document.PICTURE_TYPE_PNG,
                    "chart.png",
                    Units.toEMU(PICTURE_WIDTH_POINTS),
                    Units.toEMU(height));
            placed.getCTPicture().getNvPicPr().getCNvPr().setDescr(Plain.line(description, 250));
        } catch (InvalidFormatException unplaceable) {
            throw new IllegalStateException(unplaceable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @param weights of the columns' widths, relative to each other
    void table(List<String> titles, List<Integer> weights, List<List<String>> rows) {
        int total = weights.stream().mapToInt(Integer::intValue).sum();
        var table = document.createTable(rows.size() + 1, titles.size());
        table.setWidthType(TableWidthType.PCT);
        table.setWidth("100%");
        table.setInsideVBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        table.setLeftBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        table.setRightBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "D5DCE5");
        fill(table, 0, titles, DocxStyle.CELL_TITLE);
        table.getRow(0).setRepeatHeader(true);
        var head = table.getRow(0).getTableCells();
        for (int i = 0; i < head.size(); i++) {
            head.get(i).setWidth(String.valueOf(PAGE_WIDTH * weights.get(i) / total));
        }
        for (int i = 0; i < rows.size(); i++) {
            fill(table, i + 1, rows.get(i), DocxStyle.CELL);
        }
        paragraph(DocxStyle.SMALL);
    }

    byte[] bytes() {
        try (var file = new ByteArrayOutputStream()) {
            document.write(file);
            return Archive.repacked(file.toByteArray());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }

    private static void fill(XWPFTable table, int number, List<String> values, DocxStyle style) {
        var row = table.getRow(number);
        row.setCantSplitRow(true);
        row.setHeightRule(TableRowHeightRule.AUTO);
        List<XWPFTableCell> cells = row.getTableCells();
        for (int i = 0; i < values.size(); i++) {
            var paragraph = cells.get(i).getParagraphs().getFirst();
            style(paragraph, style);
            lines(paragraph, values.get(i));
        }
    }

    private static void lines(XWPFParagraph paragraph, String text) {
        var run = paragraph.createRun();
        var between = false;
        for (var line : Plain.of(text).split("\n", -1)) {
            if (between) {
                run.addBreak();
            }
            run.setText(line, run.getCTR().sizeOfTArray());
            between = true;
        }
    }

    private XWPFParagraph paragraph(DocxStyle style) {
        var paragraph = document.createParagraph();
        style(paragraph, style);
        return paragraph;
    }

    private static void style(XWPFParagraph paragraph, DocxStyle style) {
        paragraph.setStyle(style.id());
    }

    private static String name(String anchor) {
        return anchor.replace('-', '_');
    }
}
