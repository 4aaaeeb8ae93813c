package eu.bekaa.standard.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The published texts that the constants were measured on; they stay beside the checkout and are never shipped.
record SampleTexts(Map<String, String> controls, Map<String, String> documents) {
    private static final String WORKBOOK = "scf/Secure Controls Framework (SCF) - 2022.3.xlsx";

    /// Nothing where the samples are absent.
    static Optional<SampleTexts> find() throws Exception {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var samples = at.resolve("shared/samples");
            if (Files.exists(samples.resolve(WORKBOOK))) {
                return Optional.of(new SampleTexts(controls(samples.resolve(WORKBOOK)), documents(samples)));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> documents(Path samples) throws IOException {
        var documents = new TreeMap<String, String>();
        for (var folder : List.of("policies", "procedures")) {
            try (var files = Files.list(samples.resolve("policies-jupiterone").resolve(folder))) {
                for (var file : files.toList()) {
                    var name = file.getFileName().toString().replace(".md.tmpl", "");
                    documents.put(name, Files.readString(file));
                }
            }
        }
        return documents;
    }

    /// Domain, name and description of each control, as evidence analysis asks for them.
    private static Map<String, String> controls(Path workbook) throws IOException, XMLStreamException {
        try (var zip = new ZipFile(workbook.toFile())) {
            var strings = sharedStrings(zip);
            var sheet = rows(zip, strings).stream()
                    .filter(row -> row.containsValue("SCF #"))
                    .findFirst();
            var columns = new HashMap<String, String>();
            sheet.orElseThrow()
                    .forEach((column, title) ->
                            columns.put(title.replaceAll("\\s+", " ").trim(), column));
            var controls = new LinkedHashMap<String, String>();
            for (var row : rows(zip, strings)) {
                var id = cell(row, columns.get("SCF #")).trim();
                if (id.matches("[A-Z]{3}-\\d.*")) {
                    var domain = cell(row, columns.get("SCF Domain"))
                            .replaceAll("\\s+", " ")
                            .trim();
                    var name = cell(row, columns.get("SCF Control")).replaceAll("\\s+", " ");
                    var text = cell(row, columns.get("Secure Controls Framework (SCF) Control Description"));
                    controls.put(
                            id,
                            domain + ": " + name.trim() + ". "
                                    + text.replaceAll("[ \\t]+", " ").trim());
                }
            }
            return controls;
        }
    }

    private static String cell(Map<String, String> row, @Nullable String column) {
        return column == null ? "" : row.getOrDefault(column, "");
    }

    private static List<String> sharedStrings(ZipFile zip) throws IOException, XMLStreamException {
        var strings = new ArrayList<String>();
        var xml = open(zip, "xl/sharedStrings.xml");
        var text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("t")) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(text.toString());
                text.setLength(0);
            }
        }
        return strings;
    }

    /// The rows of the control sheet, the only one that has a header `SCF #` and a thousand rows.
    private static List<Map<String, String>> rows(ZipFile zip, List<String> strings)
            throws IOException, XMLStreamException {
        for (int sheet = 1; zip.getEntry("xl/worksheets/sheet" + sheet + ".xml") != null; sheet++) {
            var rows = rows(open(zip, "xl/worksheets/sheet" + sheet + ".xml"), strings);
            if (rows.size() > 1000 && rows.getFirst().containsValue("SCF #")) {
                return rows;
            }
        }
        throw new IOException("No control sheet.");
    }

    private static List<Map<String, String>> rows(XMLStreamReader xml, List<String> strings) throws XMLStreamException {
        var rows = new ArrayList<Map<String, String>>();
        String column = "";
        boolean shared = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> rows.add(new HashMap<>());
                case "c" -> {
                    column = xml.getAttributeValue(null, "r").replaceAll("\\d", "");
                    shared = "s".equals(xml.getAttributeValue(null, "t"));
                }
                case "v" -> {
                    var value = xml.getElementText();
                    rows.getLast().put(column, shared ? strings.get(Integer.parseInt(value)) : value);
                }
                default -> {}
            }
        }
        return rows;
    }

    private static XMLStreamReader open(ZipFile zip, String entry) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory.createXMLStreamReader(zip.getInputStream(zip.getEntry(entry)));
    }
}
