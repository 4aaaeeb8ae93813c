package eu.bekaa.standard.bench.reports;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.FindingLine;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Supplier;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/// The floors of office files: POI, given the same rows to be set the same way, and the charts' pages to be drawn.
final class RawOffice {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int PAGE_WIDTH = 9640;
    private static final int COLUMN_WIDTH = 256 * 30;

    private RawOffice() {}

    static double workbook(Supplier<ReportContent> report) throws IOException {
        long start = System.nanoTime();
        var content = report.get();
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            var wrapped = workbook.createCellStyle();
            wrapped.setVerticalAlignment(VerticalAlignment.TOP);
            wrapped.setWrapText(true);
            for (var dataset : content.datasets()) {
                var sheet = workbook.createSheet(dataset.name());
                for (int column = 0; column < dataset.fields().size(); column++) {
                    sheet.setColumnWidth(column, COLUMN_WIDTH);
                }
                for (int i = 0; i < dataset.rows().size(); i++) {
                    var row = sheet.createRow(i);
                    var values = dataset.rows().get(i);
                    for (int column = 0; column < values.size(); column++) {
                        var cell = row.createCell(column);
                        cell.setCellValue(values.get(column));
                        cell.setCellStyle(wrapped);
                    }
                }
            }
            workbook.write(OutputStream.nullOutputStream());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    static double document(Supplier<ReportContent> report) throws IOException {
        long start = System.nanoTime();
        var content = report.get();
        try (var document = new XWPFDocument()) {
            for (var section : content.sections()) {
                for (var block : section.blocks()) {
                    write(document, content, block);
                }
            }
            document.write(OutputStream.nullOutputStream());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void write(XWPFDocument document, ReportContent content, Block block) throws IOException {
        switch (block) {
            case Block.Findings group -> {
                paragraph(document, group.title());
                table(
                        document,
                        3,
                        group.findings().stream().map(RawOffice::cells).toList());
            }
            case Block.Table table ->
                table(
                        document,
                        table.columns().size(),
                        table.rows().stream().map(Block.Row::cells).toList());
            case Block.Register register ->
                content.sources().forEach(source -> paragraph(document, source.label() + " " + source.id()));
            case Block.Paragraph paragraph ->
                paragraph.statements().forEach(statement -> paragraph(document, statement.text()));
            case Block.Heading heading -> paragraph(document, heading.text());
            case Block.Citations citations ->
                table(
                        document,
                        2,
                        citations.quotes().stream()
                                .map(quote -> List.of(quote.citation(), quote.text()))
                                .toList());
            case Block.KeyFigures figures ->
                table(
                        document,
                        2,
                        figures.figures().stream()
                                .map(figure -> List.of(figure.label(), figure.value()))
                                .toList());
            case Block.Radar radar -> RawChart.place(document, radar);
            case Block.Bars bars -> RawChart.place(document, bars);
            case Block.Heatmap heatmap -> RawChart.place(document, heatmap);
        }
    }

    private static List<String> cells(FindingLine finding) {
        return List.of(
                finding.code() + " " + finding.control(),
                finding.status() + " " + finding.severity() + " " + finding.type(),
                finding.summary() + " " + finding.rationale() + " " + finding.recommendation());
    }

    private static void paragraph(XWPFDocument document, String text) {
        var paragraph = document.createParagraph();
        paragraph.setStyle("Cell");
        paragraph.createRun().setText(text);
    }

    private static void table(XWPFDocument document, int columns, List<List<String>> lines) {
        var table = document.createTable(Math.max(1, lines.size()), columns);
        var grid = table.getCTTbl().addNewTblGrid();
        for (int column = 0; column < columns; column++) {
            grid.addNewGridCol().setW(BigInteger.valueOf(PAGE_WIDTH / columns));
        }
        table.setWidth(PAGE_WIDTH);
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, "123A5E");
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "D5DCE5");
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "D5DCE5");
        for (int i = 0; i < lines.size(); i++) {
            var row = table.getRow(i);
            row.setCantSplitRow(true);
            for (int column = 0; column < columns; column++) {
                var cell = row.getCell(column);
                cell.setWidth(String.valueOf(PAGE_WIDTH / columns));
                var paragraph = cell.getParagraphs().getFirst();
                paragraph.setStyle("Cell");
                paragraph.createRun().setText(lines.get(i).get(column));
            }
        }
    }
}
