package eu.bekaa.standard.function.local;

import eu.bekaa.standard.function.local.demo.StarterCatalog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Work that takes long enough to be caught at.
final class Heavy {
    /// How many further copies of each control the catalog holds.
    static final int COPIES = 40;

    private static final int CODE_COLUMN = 2;

    private Heavy() {}

    /// The starter catalog with each control many times under other codes.
    static byte[] catalog() {
        return catalog(COPIES, "");
    }

    /// @param mark makes it another catalog than those with another mark
    static byte[] catalog(int copies, String mark) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(StarterCatalog.workbook()))) {
            var sheet = workbook.getSheetAt(0);
            var controls = sheet.getLastRowNum();
            var title = sheet.getRow(1).getCell(CODE_COLUMN - 1);
            title.setCellValue(title.getStringCellValue() + mark);
            for (int copy = 1; copy <= copies; copy++) {
                for (int i = 1; i <= controls; i++) {
                    copy(sheet.getRow(i), sheet.createRow(sheet.getLastRowNum() + 1), "." + (100 + copy));
                }
            }
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void copy(Row from, Row to, String suffix) {
        from.forEach(cell -> {
            var copy = to.createCell(cell.getColumnIndex());
            if (cell.getCellType() == CellType.NUMERIC) {
                copy.setCellValue(cell.getNumericCellValue());
            } else {
                var code = cell.getColumnIndex() == CODE_COLUMN;
                copy.setCellValue(cell.getStringCellValue() + (code ? suffix : ""));
            }
        });
        Objects.requireNonNull(to.getCell(CODE_COLUMN));
    }

    /// Much markup around little text: long to read, quick to embed.
    static byte[] page() {
        return page(120_000, "");
    }

    static byte[] page(int elements, String mark) {
        var html = new StringBuilder("<html><body>");
        for (int i = 0; i < elements; i++) {
            html.append("<div class=\"a\"><span></span><b></b></div>");
        }
        return html.append("<p>Access is reviewed every quarter.")
                .append(mark)
                .append("</p></body></html>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Much text of which no two passages are alike: quick to read, long to embed.
    static byte[] text() {
        return text(2_500, "");
    }

    static byte[] text(int reviews, String mark) {
        var text = new StringBuilder("# Register of reviews\n\n");
        for (int i = 0; i < reviews; i++) {
            text.append("Review ")
                    .append(mark)
                    .append(i)
                    .append(" of account group ")
                    .append(i * 7919 % 9973);
            text.append(" was done by the data owner on day ")
                    .append(i * 31 % 365)
                    .append(" and recorded.\n\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
