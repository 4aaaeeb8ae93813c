package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.content.Cover;
import eu.bekaa.standard.assurance.report.render.Outline;
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
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/// Writes paragraphs, tables and pictures of a Word document.
final class DocxWriter implements AutoCloseable {
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
                .setText(marking + cover.classification() + ", version " + cover.version() + ", " + cover.asOf()
                        + "   Page ");
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

    /// The first section begins a page, after the contents.
    void heading(String text, int level, String anchor) {
        var paragraph = paragraph(DocxStyle.heading(level));
        paragraph.setPageBreak(level == 1 && bookmarks == 0);
        var bookmark = paragraph.getCTP().addNewBookmarkStart();
        bookmark.setId(BigInteger.valueOf(++bookmarks));
        bookmark.setName(name(anchor));
        paragraph.createRun().setText(Plain.of(text));
        paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(bookmarks));
    }

    /// A table of contents. Word numbers the pages: the field is marked as out of date, so that it does when it opens
    /// the document.
    void contents(List<Outline.Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            var paragraph = paragraph(DocxStyle.contents(entries.get(i).level()));
            if (i == 0) {
                begin(paragraph, " TOC \\o \"1-2\" \\h \\z ");
            }
            var anchor = name(entries.get(i).anchor());
            var link = paragraph.getCTP().addNewHyperlink();
            link.setAnchor(anchor);
            link.addNewR().addNewT().setStringValue(Plain.of(entries.get(i).line()));
            paragraph.createRun().addTab();
            begin(paragraph, " PAGEREF " + anchor + " \\h ");
            mark(paragraph, STFldCharType.END);
            if (i == entries.size() - 1) {
                mark(paragraph, STFldCharType.END);
            }
        }
    }

    private static void begin(XWPFParagraph paragraph, String instruction) {
        var begin = paragraph.createRun().getCTR().addNewFldChar();
        begin.setFldCharType(STFldCharType.BEGIN);
        begin.setDirty(true);
        paragraph.createRun().getCTR().addNewInstrText().setStringValue(instruction);
        mark(paragraph, STFldCharType.SEPARATE);
    }

    private static void mark(XWPFParagraph paragraph, STFldCharType.Enum type) {
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(type);
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
        var table = document.createTable(rows.size() + 1, titles.size());
        DocxGrid.lay(table, weights);
        fill(table, 0, titles, DocxStyle.CELL_TITLE);
        table.getRow(0).setRepeatHeader(true);
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
