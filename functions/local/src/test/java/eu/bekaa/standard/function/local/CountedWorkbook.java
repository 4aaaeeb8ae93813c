package eu.bekaa.standard.function.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// What a workbook maps to one framework, counted cell by cell with POI's object model.
/// @param pairs        distinct control and requirement pairs
/// @param requirements distinct requirements
/// @param controls     controls mapped to at least one of them
record CountedWorkbook(int pairs, int requirements, int controls) {
    private static final DataFormatter TEXT = new DataFormatter();

    static CountedWorkbook read(byte[] workbook, String framework) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : book) {
                var header = sheet.getRow(0);
                var code = header == null ? -1 : column(header, "SCF #");
                var mapping = header == null ? -1 : column(header, framework);
                if (code >= 0 && mapping >= 0) {
                    return count(sheet, code, mapping);
                }
            }
        }
        throw new IllegalArgumentException("No sheet maps " + framework);
    }

    private static CountedWorkbook count(Sheet sheet, int code, int mapping) {
        Set<String> pairs = new HashSet<>();
        Set<String> requirements = new HashSet<>();
        Set<String> controls = new HashSet<>();
        for (Row row : sheet) {
            if (row.getRowNum() == 0) {
                continue;
            }
            var control = text(row, code);
            for (var reference : text(row, mapping).split("\\R")) {
                if (!reference.isBlank() && !control.isBlank()) {
                    pairs.add(control + "\u0000" + reference.strip());
                    requirements.add(reference.strip());
                    controls.add(control);
                }
            }
        }
        return new CountedWorkbook(pairs.size(), requirements.size(), controls.size());
    }

    private static int column(Row header, String wanted) {
        for (var cell : header) {
            var title = TEXT.formatCellValue(cell).replaceAll("\\s+", " ").strip();
            if (title.equals(wanted)) {
                return cell.getColumnIndex();
            }
        }
        return -1;
    }

    private static String text(Row row, int column) {
        var cell = row.getCell(column);
        if (cell == null) {
            return "";
        }
        return cell.getCellType() == CellType.FORMULA
                ? cell.getStringCellValue()
                : TEXT.formatCellValue(cell).strip();
    }
}
