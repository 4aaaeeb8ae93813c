package eu.bekaa.standard.function.ingestion.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Office packages and PDFs written by hand, as nobody's word processor writes them.
final class Hostile {
    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private Hostile() {}

    static byte[] docx(String documentXml) {
        return zip(docxParts(documentXml.getBytes(StandardCharsets.UTF_8)));
    }

    static Map<String, byte[]> docxParts(byte[] documentXml) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", types("word/document.xml", "wordprocessingml.document.main+xml"));
        parts.put("_rels/.rels", relation("word/document.xml"));
        parts.put("word/document.xml", documentXml);
        return parts;
    }

    static Map<String, byte[]> xlsxParts(String sheetXml) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", utf8("""
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                        </Types>"""));
        parts.put("_rels/.rels", relation("xl/workbook.xml"));
        parts.put("xl/workbook.xml", utf8("""
                        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                        <sheets><sheet name="Assets" sheetId="1" r:id="rId1"/></sheets></workbook>"""));
        parts.put("xl/_rels/workbook.xml.rels", utf8("""
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                        </Relationships>"""));
        parts.put("xl/worksheets/sheet1.xml", utf8(sheetXml));
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static String paragraphs(String... texts) {
        var body = new StringBuilder();
        for (var text : texts) {
            body.append("<w:p><w:r><w:t>").append(text).append("</w:t></w:r></w:p>");
        }
        return "<w:document xmlns:w=\"" + WORD + "\"><w:body>" + body + "</w:body></w:document>";
    }

    /// A one-page PDF whose page is this content stream, compressed.
    static byte[] pdf(byte[] content, String moreObjects) {
        var packed = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(packed)) {
            deflate.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(utf8("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                + "/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>\nendobj\n"
                + "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n" + moreObjects
                + "4 0 obj\n<</Filter/FlateDecode/Length " + packed.size() + ">>\nstream\n"));
        out.writeBytes(packed.toByteArray());
        out.writeBytes(utf8("\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 7>>\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] types(String main, String type) {
        return utf8(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/"
                        + main + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + type
                        + "\"/></Types>");
    }

    private static byte[] relation(String main) {
        return utf8(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\""
                        + main
                        + "\"/></Relationships>");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
