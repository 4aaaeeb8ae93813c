package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.render.HtmlReport;
import eu.bekaa.standard.assurance.report.render.Medium;
import eu.bekaa.standard.assurance.report.render.Plain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A report as PDF: paged and bookmarked. Dates and ids in the file come from the content.
final class PdfReport {
    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");
    private static final DateTimeFormatter ZONED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'").withZone(ZoneOffset.UTC);

    private PdfReport() {}

    static byte[] render(ReportContent content) {
        var html = HtmlReport.render(content, Medium.PRINT);
        return PdfDocument.of(html, document -> {
            stamp(document, content, html);
            return saved(document);
        });
    }

    private static byte[] saved(PDDocument document) {
        try (var file = new ByteArrayOutputStream()) {
            document.save(file);
            return file.toByteArray();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void stamp(PDDocument document, ReportContent content, String html) {
        var made = GregorianCalendar.from(content.cover().generatedAt().atZone(ZoneOffset.UTC));
        var about = document.getDocumentInformation();
        about.setTitle(Plain.line(content.cover().title(), 200));
        about.setAuthor(Plain.line(content.cover().organization(), 200));
        about.setCreator(PdfDocument.PRODUCER);
        about.setCreationDate(made);
        catalogued(document, content.cover().generatedAt());
        // the file's id is made from this number instead of the time of saving
        document.setDocumentId((long) Arrays.hashCode(html.getBytes(StandardCharsets.UTF_8)));
    }

    /// Gives the metadata the content's date in the place of the rendering's.
    private static void catalogued(PDDocument document, Instant made) {
        var metadata = document.getDocumentCatalog().getMetadata();
        try (var stream = metadata.createInputStream()) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var dated = CREATED.matcher(text).replaceAll("<xmp:CreateDate>" + ZONED.format(made) + "</xmp:CreateDate>");
            metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
