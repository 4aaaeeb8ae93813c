package eu.bekaa.standard.catalog.workbook;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// The largest sheet of a workbook, read without the product and without its library: the zip and the XML as they are.
public final class RawWorkbook {
    private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private final List<Map<Integer, String>> rows = new ArrayList<>();

    public RawWorkbook(Path file) throws IOException, ParserConfigurationException, SAXException {
        try (var zip = new ZipFile(file.toFile())) {
            var texts = new ArrayList<String>();
            for (var text : elements(document(zip, "xl/sharedStrings.xml"), "si")) {
                texts.add(elements(text, "t").stream()
                        .map(Element::getTextContent)
                        .reduce("", String::concat));
            }
            var largest = zip.stream()
                    .filter(entry -> entry.getName().matches("xl/worksheets/sheet\\d+\\.xml"))
                    .max((one, other) -> Long.compare(one.getSize(), other.getSize()))
                    .orElseThrow();
            for (var row : elements(document(zip, largest.getName()), "row")) {
                var cells = new HashMap<Integer, String>();
                for (var cell : elements(row, "c")) {
                    var values = elements(cell, "v");
                    if (!values.isEmpty()) {
                        var stored = values.getFirst().getTextContent();
                        cells.put(
                                column(cell.getAttribute("r")),
                                cell.getAttribute("t").equals("s") ? texts.get(Integer.parseInt(stored)) : stored);
                    }
                }
                rows.add(cells);
            }
        }
    }

    int controls() {
        return (int) rows.stream().skip(1).filter(row -> row.containsKey(2)).count();
    }

    public String header(int column) {
        return requireNonNull(rows.getFirst().get(column))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// The texts of one column by control, white space collapsed.
    public Map<String, String> texts(String header) {
        int column = rows.getFirst().keySet().stream()
                .filter(at -> header(at).matches(header))
                .min(Integer::compare)
                .orElseThrow();
        var texts = new HashMap<String, String>();
        rows.stream()
                .skip(1)
                .filter(row -> row.containsKey(2))
                .forEach(row -> texts.put(
                        requireNonNull(row.get(2)).strip(),
                        row.getOrDefault(column, "")
                                .replaceAll("[\\s\u00a0]+", " ")
                                .strip()));
        return texts;
    }

    /// Distinct (control, line) pairs of the columns from first to last.
    long pairs(int first, int last) {
        long pairs = 0;
        for (int column = first; column <= last; column++) {
            pairs += pairs(column).size();
        }
        return pairs;
    }

    public Set<List<String>> pairs(int column) {
        var pairs = new HashSet<List<String>>();
        for (var row : rows.subList(1, rows.size())) {
            for (var line : row.getOrDefault(column, "").split("\n", -1)) {
                if (!line.isBlank()) {
                    pairs.add(List.of(
                            requireNonNull(row.get(2)).strip(),
                            line.replace('\u00a0', ' ').strip()));
                }
            }
        }
        return pairs;
    }

    private static Element document(ZipFile zip, String entry)
            throws IOException, ParserConfigurationException, SAXException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try (var in = zip.getInputStream(requireNonNull(zip.getEntry(entry)))) {
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        }
    }

    private static List<Element> elements(Element within, String name) {
        var found = within.getElementsByTagNameNS(SHEET, name);
        var elements = new ArrayList<Element>(found.getLength());
        for (int index = 0; index < found.getLength(); index++) {
            elements.add((Element) found.item(index));
        }
        return elements;
    }

    private static int column(String reference) {
        int column = 0;
        for (char letter : reference.replaceAll("\\d", "").toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }
}
