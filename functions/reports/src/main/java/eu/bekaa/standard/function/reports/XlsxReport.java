package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.content.Dataset;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.render.Csv;
import eu.bekaa.standard.assurance.report.render.Plain;
import eu.bekaa.standard.assurance.report.render.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// The rows behind a report as a workbook, a sheet per dataset. Text stays text, whatever it begins with.
final class XlsxReport {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final CellStyle title = style(VerticalAlignment.CENTER);
    private final CellStyle plain = style(VerticalAlignment.TOP);
    private final CellStyle literal = style(VerticalAlignment.TOP);

    private XlsxReport() {
        var bold = workbook.createFont();
        bold.setBold(true);
        bold.setColor(IndexedColors.WHITE.getIndex());
        title.setFont(bold);
        title.setFillForegroundColor(IndexedColors.DARK_BLUE.getIndex());
        title.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        // shown as typed: a formula's beginning is no formula
        literal.setQuotePrefixed(true);
    }

    static byte[] render(ReportContent content) {
        var report = new XlsxReport();
        try (var workbook = report.workbook;
                var file = new ByteArrayOutputStream()) {
            report.about(content);
            content.datasets().forEach(report::sheet);
            var properties = workbook.getXSSFWorkbook().getProperties().getCoreProperties();
            var made = Optional.of(Date.from(content.cover().generatedAt()));
            properties.setCreated(made);
            properties.setModified(made);
            properties.setCreator(PdfDocument.PRODUCER);
            properties.setTitle(Plain.line(content.cover().title(), 200));
            workbook.write(file);
            return Archive.repacked(file.toByteArray());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void about(ReportContent content) {
        var cover = content.cover();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Report", cover.kind()));
        rows.add(List.of("Title", cover.title()));
        if (cover.marking() != null) {
            rows.add(List.of("Marking", cover.marking()));
        }
        rows.add(List.of("Organization", cover.organization()));
        cover.lines().forEach(fact -> rows.add(List.of(fact.label(), fact.value())));
        var text = Dataset.Field.Kind.TEXT;
        sheet(new Dataset("about", List.of(new Dataset.Field("fact", text), new Dataset.Field("value", text)), rows));
    }

    private void sheet(Dataset dataset) {
        var sheet = workbook.createSheet(Words.label(dataset.name()));
        sheet.createFreezePane(dataset.fields().size() > 2 ? 1 : 0, 1);
        printed(sheet);
        var head = sheet.createRow(0);
        for (int i = 0; i < dataset.fields().size(); i++) {
            var cell = head.createCell(i);
            cell.setCellValue(Words.label(dataset.fields().get(i).name()));
            cell.setCellStyle(title);
            sheet.setColumnWidth(i, 256 * width(dataset, i));
        }
        for (int i = 0; i < dataset.rows().size(); i++) {
            fill(sheet.createRow(i + 1), dataset, dataset.rows().get(i));
        }
        filter(sheet, dataset);
    }

    /// On paper: all columns beside each other, the head on every page.
    private static void printed(SXSSFSheet sheet) {
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        sheet.setFitToPage(true);
        var setup = sheet.getPrintSetup();
        setup.setLandscape(true);
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("Page &P of &N");
    }

    private void fill(Row row, Dataset dataset, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (!value.isEmpty()) {
                set(row.createCell(i), dataset.fields().get(i).kind(), value);
            }
        }
    }

    private void set(Cell cell, Dataset.Field.Kind kind, String value) {
        switch (kind) {
            case NUMBER -> {
                cell.setCellValue(Double.parseDouble(value));
                cell.setCellStyle(plain);
            }
            case TEXT -> {
                var text = Plain.of(value);
                int most = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
                cell.setCellValue(text.length() <= most ? text : text.substring(0, most));
                cell.setCellStyle(Csv.beginsFormula(value) ? literal : plain);
            }
        }
    }

    private static void filter(SXSSFSheet sheet, Dataset dataset) {
        if (!dataset.rows().isEmpty() && dataset.fields().size() > 2) {
            sheet.setAutoFilter(new CellRangeAddress(
                    0, dataset.rows().size(), 0, dataset.fields().size() - 1));
        }
    }

    private static int width(Dataset dataset, int column) {
        int longest = dataset.rows().stream()
                .limit(ROWS_IN_MEMORY)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
        return Math.clamp(Math.max(longest, dataset.fields().get(column).name().length()) + 3L, NARROWEST, WIDEST);
    }

    private CellStyle style(VerticalAlignment alignment) {
        var style = workbook.createCellStyle();
        style.setVerticalAlignment(alignment);
        style.setWrapText(true);
        return style;
    }
}
