package eu.bekaa.standard.function.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// A policy as a Word document.
final class PolicyDocx {
    private static final int TITLE = 20;
    private static final int HEADING = 14;
    private static final int BODY = 11;

    private PolicyDocx() {}

    /// @param markdown headings and paragraphs
    static byte[] of(String markdown) {
        try (var document = new XWPFDocument()) {
            markdown.lines().filter(line -> !line.isBlank()).forEach(line -> {
                var run = document.createParagraph().createRun();
                var words = line.replaceFirst("^#+ ", "");
                run.setText(words);
                run.setBold(!words.equals(line));
                run.setFontSize(line.startsWith("# ") ? TITLE : line.startsWith("#") ? HEADING : BODY);
            });
            return OfficeBytes.of(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
