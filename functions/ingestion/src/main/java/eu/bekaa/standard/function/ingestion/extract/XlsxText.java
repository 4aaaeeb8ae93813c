package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.knowledge.text.PageText;
import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import eu.bekaa.standard.knowledge.text.UnreadableDocument.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/// A workbook: a page per sheet, labelled with its name, a line per row, a tab between cells that hold something.
/// Values are shown as a reader of the sheet sees them.
final class XlsxText {
    private XlsxText() {}

    static ExtractedText read(OfficePackage workbook)
            throws IOException, UnreadableDocument, OpenXML4JException, SAXException, ParserConfigurationException {
        workbook.checkStructure();
        try (var parts = OPCPackage.open(workbook)) {
            var reader = new XSSFReader(parts);
            var strings = new ReadOnlySharedStringsTable(parts);
            var styles = reader.getStylesTable();
            var pages = new ArrayList<PageText>();
            long length = 0;
            var sheets = reader.getSheetIterator();
            while (sheets.hasNext()) {
                try (var sheet = sheets.next()) {
                    var rows = new Rows(length, workbook.deadline());
                    var xml = xmlReader();
                    xml.setContentHandler(new XSSFSheetXMLHandler(styles, strings, rows, new DataFormatter(), false));
                    xml.parse(new InputSource(sheet));
                    pages.add(new PageText(pages.size() + 1, sheets.getSheetName(), rows.text()));
                    length += rows.text().length();
                }
            }
            return new ExtractedText(pages);
        } catch (SAXException refused) {
            if (String.valueOf(refused.getMessage()).contains("DOCTYPE")) {
                throw new UnreadableDocument(Reason.FILE_UNSAFE);
            }
            throw refused;
        }
    }

    private static XMLReader xmlReader() throws SAXException, ParserConfigurationException {
        var factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newSAXParser().getXMLReader();
    }

    private static final class Rows implements SheetContentsHandler {
        private final TextFlow text = new TextFlow();
        private final long before;
        private final Deadline deadline;

        Rows(long before, Deadline deadline) {
            this.before = before;
            this.deadline = deadline;
        }

        @Override
        public void startRow(int row) {
            deadline.check();
            text.line();
        }

        @Override
        public void endRow(int row) {
            text.line();
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            if (value != null && !value.isBlank()) {
                text.cell();
                text.verbatim(value.strip());
                tooMuch();
            }
        }

        private void tooMuch() {
            if (before + text.length() > Limits.TEXT) {
                throw new UncheckedIOException(new Limits.Exceeded());
            }
        }

        String text() {
            return text.toString();
        }
    }
}
