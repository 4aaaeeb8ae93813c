package eu.bekaa.standard.bench.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The control sheet as POI's event reader gives it, without any of the product's checks.
/// @param controls the texts of a control's own columns, joined, by its code
record FloorSheet(Map<String, String> controls, List<Pair> pairs) {
    private static final String CODE = "SCF #";
    private static final String SHEET = "SCF 2022.3";

    FloorSheet {
        controls = new LinkedHashMap<>(controls);
        pairs = List.copyOf(pairs);
    }

    /// A control answers a requirement.
    record Pair(String control, String framework, String requirement) {}

    static FloorSheet read(Path workbook, Set<String> mappingHeaders) throws IOException {
        try (var file = OPCPackage.open(workbook.toFile(), PackageAccess.READ)) {
            var reader = new XSSFReader(file);
            var handler = new Handler(mappingHeaders);
            var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (var sheet = sheets.next()) {
                    if (sheets.getSheetName().equals(SHEET)) {
                        var parser = XMLHelper.newXMLReader();
                        parser.setContentHandler(new XSSFSheetXMLHandler(
                                reader.getStylesTable(), new ReadOnlySharedStringsTable(file), handler, false));
                        parser.parse(new InputSource(sheet));
                    }
                }
            }
            return new FloorSheet(handler.controls, List.copyOf(handler.pairs));
        } catch (OpenXML4JException | SAXException | ParserConfigurationException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static final class Handler implements SheetContentsHandler {
        private final Set<String> mappingHeaders;
        private final Map<Integer, String> headers = new HashMap<>();
        private final Map<Integer, String> cells = new HashMap<>();
        private final Map<String, String> controls = new LinkedHashMap<>();
        private final Set<Pair> pairs = new LinkedHashSet<>();
        private int row;

        Handler(Set<String> mappingHeaders) {
            this.mappingHeaders = mappingHeaders;
        }

        @Override
        public void startRow(int number) {
            row = number;
            cells.clear();
        }

        @Override
        public void cell(@Nullable String reference, String value, @Nullable XSSFComment comment) {
            int column = new CellReference(reference).getCol();
            if (row == 0) {
                headers.put(column, value.replaceAll("\\s+", " ").strip());
            } else {
                cells.put(column, value);
            }
        }

        @Override
        public void endRow(int number) {
            var own = new StringBuilder();
            var code = new StringBuilder();
            cells.forEach((column, value) -> {
                var header = headers.getOrDefault(column, "");
                if (header.equals(CODE)) {
                    code.append(value.strip());
                } else if (!mappingHeaders.contains(header)) {
                    own.append(value).append('\n');
                }
            });
            if (!code.isEmpty()) {
                controls.put(code.toString(), own.toString());
                cells.forEach((column, value) -> {
                    var header = headers.getOrDefault(column, "");
                    if (mappingHeaders.contains(header)) {
                        value.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .forEach(line -> pairs.add(new Pair(code.toString(), header, line)));
                    }
                });
            }
        }
    }
}
