package eu.bekaa.standard.bench.reports;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// The floors of office files: POI, given the same rows.
final class RawOffice {
    private static final int ROWS_IN_MEMORY = 100;

    private RawOffice() {}

    static double workbook(ReportContent content) throws IOException {
        long start = System.nanoTime();
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            for (var dataset : content.datasets()) {
                var sheet = workbook.createSheet(dataset.name());
                for (int i = 0; i < dataset.rows().size(); i++) {
                    var row = sheet.createRow(i);
                    var values = dataset.rows().get(i);
                    for (int column = 0; column < values.size(); column++) {
                        row.createCell(column).setCellValue(values.get(column));
                    }
                }
            }
            workbook.write(OutputStream.nullOutputStream());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    static double document(ReportContent content) throws IOException {
        long start = System.nanoTime();
        try (var document = new XWPFDocument()) {
            for (var section : content.sections()) {
                for (var block : section.blocks()) {
                    switch (block) {
                        case Block.Findings group -> findings(document, group);
                        case Block.Table table -> table(document, table);
                        case Block.Register register ->
                            content.sources()
                                    .forEach(source -> document.createParagraph()
                                            .createRun()
                                            .setText(source.label() + " " + source.id()));
                        default -> document.createParagraph();
                    }
                }
            }
            document.write(OutputStream.nullOutputStream());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void findings(XWPFDocument document, Block.Findings group) {
        document.createParagraph().createRun().setText(group.title());
        var table = document.createTable();
        for (var finding : group.findings()) {
            var row = table.createRow();
            row.getCell(0).setText(finding.code() + " " + finding.control());
            row.createCell().setText(finding.status() + " " + finding.severity() + " " + finding.type());
            row.createCell().setText(finding.summary() + " " + finding.rationale() + " " + finding.recommendation());
        }
    }

    private static void table(XWPFDocument document, Block.Table from) {
        var table = document.createTable();
        for (var line : from.rows()) {
            var row = table.createRow();
            for (int i = 0; i < line.cells().size(); i++) {
                (i == 0 ? row.getCell(0) : row.createCell())
                        .setText(line.cells().get(i));
            }
        }
    }
}
