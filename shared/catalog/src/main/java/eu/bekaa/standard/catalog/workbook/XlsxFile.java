package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.workbook.Table.Row;
import eu.bekaa.standard.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// A workbook read as a stream of events, so that its size does not decide the memory it takes. Hostile files are
/// refused: document types are forbidden, and so is unpacking beyond [#MOST_UNPACKED] bytes or, by the library's own
/// check of every entry, beyond a hundred times the packed size.
final class XlsxFile implements AutoCloseable {
    /// Bytes of XML read from one workbook; the largest published one has 14 million.
    static final long MOST_UNPACKED = 200_000_000;

    /// Filled cells kept of all sheets; the largest published workbook has 88,000.
    static final int MOST_CELLS = 600_000;

    /// Bytes of one of the parts that the library reads whole; the largest published one has 35,000.
    static final int MOST_IN_A_TREE = 2 << 20;

    /// The parts that the library reads whole.
    private static final Pattern WHOLE = Pattern.compile(
            "/?(\\[content_types]\\.xml|.*\\.rels|docprops/.*|xl/workbook\\.xml)", Pattern.CASE_INSENSITIVE);

    private static final int MOST_ENTRIES = 1_000;
    private static final int HEADER_WITHIN = 10;

    private final OPCPackage zip;
    private final Map<String, PackagePart> sheets = new LinkedHashMap<>();
    private final List<String> texts;
    private final TextBudget budget = new TextBudget();
    private long unpacked;
    private int kept;

    private XlsxFile(OPCPackage zip) throws IOException, OpenXML4JException, SAXException {
        this.zip = zip;
        var reader = new XSSFReader(zip);
        var parts = (XSSFReader.SheetIterator) reader.getSheetsData();
        while (parts.hasNext()) {
            parts.next().close();
            sheets.putIfAbsent(parts.getSheetName(), parts.getSheetPart());
        }
        var shared = new SharedTexts(budget);
        var stored = reader.getSharedStringsData();
        if (stored != null) {
            parse(stored, shared);
        }
        this.texts = shared.texts();
    }

    /// @throws Refusal `VALIDATION_ERROR` for what is no workbook, is damaged, or unpacks to too much
    @SuppressWarnings("IllegalCatch")
    static XlsxFile open(Path file) {
        OPCPackage zip = null;
        try {
            requireWholeArchive(file);
            zip = OPCPackage.open(file.toFile(), PackageAccess.READ);
            return new XlsxFile(zip);
        } catch (IOException | OpenXML4JException | SAXException | RuntimeException unreadable) {
            // the library answers damage with runtime exceptions of a dozen kinds
            if (zip != null) {
                zip.revert();
            }
            throw refusal(unreadable);
        }
    }

    /// Without a whole directory the library would unpack the file into memory, and some parts it always does.
    private static void requireWholeArchive(Path file) throws IOException {
        try (var archive = new ZipFile(file.toFile())) {
            if (archive.size() > MOST_ENTRIES) {
                throw Refusal.invalid("file", "The workbook has more than " + MOST_ENTRIES + " parts.");
            }
            for (var entry : Collections.list(archive.entries())) {
                if (WHOLE.matcher(entry.getName()).matches()) {
                    try (var part = archive.getInputStream(entry)) {
                        if (part.skip(MOST_IN_A_TREE + 1L) > MOST_IN_A_TREE) {
                            throw Refusal.invalid(
                                    "file",
                                    "Part " + entry.getName() + " unpacks to more than " + MOST_IN_A_TREE + " bytes.");
                        }
                    }
                }
            }
        }
    }

    Set<String> sheetNames() {
        return sheets.keySet();
    }

    /// The first of the topmost rows that looks like a header.
    Optional<Row> header(String sheet, Predicate<Row> header) {
        var found = new ArrayList<Row>(1);
        each(sheet, row -> {
            if (header.test(row)) {
                found.add(row);
            }
            return found.isEmpty() && row.number() < HEADER_WITHIN;
        });
        return found.stream().findFirst();
    }

    /// Every row below the header.
    Table below(String sheet, Row header) {
        var rows = new ArrayList<Row>();
        each(sheet, row -> {
            kept += row.cells().size();
            if (kept > MOST_CELLS) {
                throw Refusal.invalid("file", "The workbook has more than " + MOST_CELLS + " filled cells.");
            }
            if (row.number() > header.number()) {
                rows.add(row);
            }
            return true;
        });
        return new Table(sheet, header, rows);
    }

    @SuppressWarnings("IllegalCatch")
    private void each(String sheet, Predicate<Row> more) {
        var part = sheets.get(sheet);
        if (part == null) {
            throw new IllegalArgumentException("There is no sheet " + sheet + ".");
        }
        try {
            parse(part.getInputStream(), new SheetRows(texts, budget, more));
        } catch (SheetRows.Enough done) {
            return;
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException | SAXException | RuntimeException unreadable) {
            throw refusal(unreadable);
        }
    }

    private void parse(InputStream stored, DefaultHandler handler) throws IOException, SAXException {
        try (var guarded = new GuardedXml(stored, this::count)) {
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(handler);
            parser.setErrorHandler(handler);
            parser.parse(new InputSource(guarded));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("No XML parser.", impossible);
        }
    }

    private static Refusal refusal(Exception unreadable) {
        return unreadable instanceof Refusal refused
                ? refused
                : Refusal.invalid(
                        "file", "The workbook cannot be read: it is damaged, or holds what a workbook may not hold.");
    }

    @Override
    public void close() {
        zip.revert();
    }

    /// Counts what is unpacked over all parts of the workbook.
    private void count(long bytes) {
        unpacked += bytes;
        if (unpacked > MOST_UNPACKED) {
            throw Refusal.invalid("file", "The workbook unpacks to more than " + MOST_UNPACKED + " bytes.");
        }
    }
}
