package eu.bekaa.standard.catalog.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A small workbook written cell by cell, and ways to harm it.
final class WorkbookFile {
    static final Object[] HEADER = {
        "SCF Domain",
        "SCF Control",
        "SCF #",
        "Secure Controls Framework (SCF)\nControl Description",
        "Relative Control\nWeighting (1-10)",
        "NIST\nCSF\nv1.1",
        "PCI DSS\nv3.2"
    };

    private final Workbook workbook = new XSSFWorkbook();

    WorkbookFile sheet(String name, Object[]... rows) {
        var sheet = workbook.createSheet(name);
        for (int at = 0; at < rows.length; at++) {
            var row = sheet.createRow(at);
            for (int column = 0; column < rows[at].length; column++) {
                switch (rows[at][column]) {
                    case Number number -> row.createCell(column).setCellValue(number.doubleValue());
                    case String text
                    when text.startsWith("=") -> {
                        var cell = row.createCell(column);
                        cell.setCellFormula(text.substring(1));
                        workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
                    }
                    case Object text
                    when !text.equals("") -> row.createCell(column).setCellValue(text.toString());
                    default -> {}
                }
            }
        }
        return this;
    }

    static WorkbookFile small() {
        return new WorkbookFile()
                .sheet(
                        "SCF 2099.1",
                        HEADER,
                        new Object[] {
                            "Governance", "Programme", "GOV-01", "A programme is run.", 10, "ID.GV-1\nID.GV-2", 12.1
                        },
                        new Object[] {"Assets", "Inventory", "AST-01", "Assets are listed.", 7, "ID.AM-1", "2.4"});
    }

    byte[] bytes() {
        try (var out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Path in(Path directory) {
        return write(directory, bytes());
    }

    static Path write(Path directory, byte[] bytes) {
        try {
            return Files.write(directory.resolve("workbook.xlsx"), bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The workbook with one entry replaced.
    static byte[] with(byte[] workbook, String entry, byte[] content) {
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook));
                var bytes = new ByteArrayOutputStream();
                var out = new ZipOutputStream(bytes)) {
            for (var next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(next.getName()));
                out.write(next.getName().equals(entry) ? content : in.readAllBytes());
                out.closeEntry();
            }
            out.finish();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
