package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.FileType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Hundreds of forms in which a file can mean harm, each made when it is asked for.
final class Forms {
    /// @param expectation what must come of it
    record Form(String name, FileType type, Expectation expectation, Supplier<byte[]> bytes) {}

    enum Expectation {
        REFUSED,
        READ_OR_REFUSED
    }

    private static final String DOCTYPE = "<?xml version=\"1.0\"?><!DOCTYPE x [%s]>%s";

    private final List<Form> all = new ArrayList<>();

    private Forms() {}

    static List<Form> all() {
        var forms = new Forms();
        forms.xmlInPackages();
        PackageForms.addTo(forms);
        PdfForms.addTo(forms);
        forms.texts();
        forms.underTheWrongName();
        return forms.all;
    }

    void refused(String name, FileType type, Supplier<byte[]> bytes) {
        all.add(new Form(name, type, Expectation.REFUSED, bytes));
    }

    void survived(String name, FileType type, Supplier<byte[]> bytes) {
        all.add(new Form(name, type, Expectation.READ_OR_REFUSED, bytes));
    }

    static Map<String, byte[]> parts(FileType type) {
        return switch (type) {
            case DOCX -> Hostile.docxParts(Hostile.utf8(Hostile.paragraphs("A policy")));
            case XLSX ->
                Hostile.xlsxParts(
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                                + "<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>Laptop</t></is></c></row></sheetData></worksheet>");
            default -> {
                var parts = new LinkedHashMap<String, byte[]>();
                parts.put("_rels/.rels", Hostile.utf8(relation("officeDocument", "ppt/presentation.xml")));
                parts.put(
                        "ppt/presentation.xml",
                        Hostile.utf8("<p:presentation xmlns:p=\"p\" xmlns:r=\"r\"><p:sldIdLst>"
                                + "<p:sldId r:id=\"r1\"/></p:sldIdLst></p:presentation>"));
                parts.put("ppt/_rels/presentation.xml.rels", Hostile.utf8(relation("slide", "slides/slide1.xml")));
                parts.put(
                        "ppt/slides/slide1.xml",
                        Hostile.utf8("<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>A policy"
                                + "</a:t></a:r></a:p></p:sld>"));
                yield parts;
            }
        };
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\""
                + target + "\"/></Relationships>";
    }

    /// Every attack of XML in every part of every kind of package.
    private void xmlInPackages() {
        for (var type : List.of(FileType.DOCX, FileType.XLSX, FileType.PPTX)) {
            for (var part : parts(type).keySet()) {
                xml().forEach((name, bytes) -> survived(name + " in " + part, type, () -> {
                    var parts = parts(type);
                    parts.put(part, bytes.get());
                    return Hostile.zip(parts);
                }));
            }
        }
    }

    private static Map<String, Supplier<byte[]>> xml() {
        var xml = new LinkedHashMap<String, Supplier<byte[]>>();
        for (var address : List.of(
                "file:///etc/hostname",
                "http://127.0.0.1:9/x",
                "ftp://127.0.0.1/x",
                "jar:file:///tmp/x.jar!/y",
                "netdoc:/etc/hostname")) {
            xml.put("entity of " + address, () -> doctype("<!ENTITY e SYSTEM \"" + address + "\">", "<x>&e;</x>"));
        }
        xml.put("external DTD", () -> Hostile.utf8("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\"><x/>"));
        xml.put("public DTD", () -> Hostile.utf8("<!DOCTYPE x PUBLIC \"-//x\" \"http://127.0.0.1:9/x.dtd\"><x/>"));
        xml.put("parameter entity", () -> doctype("<!ENTITY % e SYSTEM \"http://127.0.0.1:9/x\"> %e;", "<x/>"));
        xml.put("laughs", () -> doctype(laughs(), "<x>&i9;</x>"));
        xml.put(
                "long entity, often",
                () -> doctype("<!ENTITY e \"" + "e".repeat(50_000) + "\">", "<x>" + "&e;".repeat(20_000) + "</x>"));
        xml.put("entity of itself", () -> doctype("<!ENTITY e \"&e;\">", "<x>&e;</x>"));
        xml.put(
                "DTD in UTF-16",
                () -> "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>"
                        .getBytes(StandardCharsets.UTF_16));
        xml.put(
                "inclusion",
                () -> Hostile.utf8(
                        "<x xmlns:i=\"http://www.w3.org/2001/XInclude\"><i:include href=\"file:///etc/hostname\" parse=\"text\"/></x>"));
        xml.put("style sheet", () -> Hostile.utf8("<?xml-stylesheet href=\"http://127.0.0.1:9/x.xsl\"?><x/>"));
        xml.put(
                "schema elsewhere",
                () -> Hostile.utf8("<x xmlns:s=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " s:noNamespaceSchemaLocation=\"http://127.0.0.1:9/x.xsd\"/>"));
        xml.put("depth", () -> Hostile.utf8("<x>".repeat(300_000)));
        xml.put("a hundred thousand attributes", () -> attributes(100_000));
        xml.put("one long attribute", () -> Hostile.utf8("<x a=\"" + "a".repeat(5_000_000) + "\"/>"));
        xml.put("one long name", () -> Hostile.utf8("<" + "x".repeat(3_000_000) + "/>"));
        xml.put("unclosed", () -> Hostile.utf8("<x><![CDATA["));
        xml.put("broken bytes", () -> new byte[] {'<', 'x', '>', (byte) 0xC3, (byte) 0x28, (byte) 0xFF, 0});
        xml.put("unknown encoding", () -> Hostile.utf8("<?xml version=\"1.0\" encoding=\"UTF-7\"?><x/>"));
        xml.put("nothing", () -> new byte[0]);
        return xml;
    }

    private static byte[] doctype(String declarations, String document) {
        return Hostile.utf8(DOCTYPE.formatted(declarations, document));
    }

    private static String laughs() {
        var entities = new StringBuilder("<!ENTITY i0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY i")
                    .append(i)
                    .append(" \"")
                    .append(("&i" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities.toString();
    }

    private static byte[] attributes(int count) {
        var out = new StringBuilder("<x");
        for (int i = 0; i < count; i++) {
            out.append(" a").append(i).append("=\"\"");
        }
        return Hostile.utf8(out.append("/>").toString());
    }

    private void texts() {
        for (var form : List.of(
                "<iframe src=\"http://127.0.0.1:9/\"></iframe>A",
                "<link rel=stylesheet href=\"http://127.0.0.1:9/\">A",
                "<img src=\"http://127.0.0.1:9/\" onerror=alert(1)>A",
                "<script src=\"http://127.0.0.1:9/\"></script>A",
                "<meta http-equiv=refresh content=\"0;url=http://127.0.0.1:9/\">A",
                "<object data=\"file:///etc/hostname\"></object>A",
                "<svg><use href=\"http://127.0.0.1:9/\"/></svg>A",
                "<base href=\"http://127.0.0.1:9/\"><a href=x>A</a>",
                "<!DOCTYPE html [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><p>&e;A",
                "<table>".repeat(5_000) + "A",
                "<select><option>".repeat(20_000) + "A",
                "<a ".repeat(100_000) + ">A",
                "<p style=\"" + "x:y;".repeat(500_000) + "\">A",
                "<!--" + "-".repeat(3_000_000),
                "&#x".repeat(500_000),
                "<p>" + "&amp;".repeat(500_000))) {
            survived("page " + form.substring(0, Math.min(40, form.length())), FileType.HTML, () -> Hostile.utf8(form));
        }
        for (var form : List.of(
                "{\"a\":".repeat(500_000),
                "[".repeat(3_000_000),
                "[" + "9".repeat(2_000_000) + "]",
                "[1e999999999]",
                "{" + "\"a\":1,".repeat(200_000) + "\"a\":2}",
                "[NaN]",
                "\"\\ud800\"",
                "\"" + "\\u0041".repeat(1_000_000) + "\"",
                "[" + "[],".repeat(1_000_000) + "1]")) {
            survived("JSON " + form.substring(0, Math.min(30, form.length())), FileType.JSON, () -> Hostile.utf8(form));
        }
        for (var charset : List.of("UTF-16", "UTF-16LE", "UTF-32", "IBM037", "ISO-2022-JP", "windows-1252")) {
            for (var type : List.of(FileType.TXT, FileType.CSV, FileType.HTML, FileType.JSON)) {
                survived(
                        charset + " as " + type,
                        type,
                        () -> "{\"a\": \"<p>Grüße\"}".getBytes(Charset.forName(charset)));
            }
        }
        for (var text : List.of(
                "\u001B]0;owned\u0007A",
                "A\u202Egnp.exe",
                "\u0000".repeat(100_000),
                "\r".repeat(1_000_000),
                "=cmd|' /C calc'!A0,x\n",
                "\"" + "a,".repeat(1_000_000),
                "\uFEFF\uFEFFA",
                "A" + "\u0301".repeat(500_000))) {
            survived("text of " + text.length(), FileType.CSV, () -> Hostile.utf8(text));
        }
    }

    /// A proper file of each kind under the name of every other.
    private void underTheWrongName() {
        var proper = new LinkedHashMap<FileType, Supplier<byte[]>>();
        proper.put(FileType.PDF, () -> Hostile.pdf(Hostile.utf8("BT /F1 12 Tf (A policy) Tj ET"), ""));
        for (var type : List.of(FileType.DOCX, FileType.XLSX, FileType.PPTX)) {
            proper.put(type, () -> Hostile.zip(parts(type)));
        }
        proper.put(FileType.HTML, () -> Hostile.utf8("<html><p>A policy"));
        proper.put(FileType.JSON, () -> Hostile.utf8("{\"a\":\"policy\"}"));
        proper.put(FileType.TXT, () -> Hostile.utf8("A policy"));
        proper.forEach((really, bytes) -> {
            for (var type : FileType.values()) {
                if (type != really) {
                    survived(really + " called " + type, type, bytes);
                }
            }
        });
    }
}
