package eu.bekaa.standard.function.reports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.render.Outline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/// What makes a Word document and a workbook good to work with.
class OfficeLayoutTest {
    private static final ReportContent CONTENT = SampleReport.of(12);

    @Test
    void theContentsOfAWordDocumentAreAFieldThatLeadsToItsHeadings() throws IOException {
        try (var document = document()) {
            var bookmarks = new ArrayList<String>();
            var instructions = new StringBuilder();
            var links = new ArrayList<String>();
            for (var paragraph : document.getParagraphs()) {
                paragraph.getCTP().getBookmarkStartList().forEach(bookmark -> bookmarks.add(bookmark.getName()));
                paragraph.getCTP().getHyperlinkList().forEach(link -> links.add(link.getAnchor()));
                paragraph
                        .getRuns()
                        .forEach(run -> run.getCTR()
                                .getInstrTextList()
                                .forEach(text -> instructions.append(text.getStringValue())));
            }
            var expected = new Outline(CONTENT)
                    .contents().stream()
                            .map(entry -> entry.anchor().replace('-', '_'))
                            .toList();
            assertThat(links).isEqualTo(expected);
            assertThat(bookmarks).containsAll(links).doesNotHaveDuplicates();
            assertThat(instructions).startsWith(" TOC ").contains("PAGEREF " + expected.getLast());
        }
    }

    @Test
    void theHeadingsOfAWordDocumentHaveWordsOwnStyles() throws IOException {
        try (var document = document()) {
            var styles = document.getParagraphs().stream()
                    .filter(paragraph ->
                            !paragraph.getCTP().getBookmarkStartList().isEmpty())
                    .map(paragraph ->
                            document.getStyles().getStyle(paragraph.getStyle()).getName())
                    .distinct();

            assertThat(styles).containsExactlyInAnyOrder("heading 1", "heading 2", "heading 3");
        }
    }

    @Test
    void everyRowOfAWordTableIsAsWideAsItsGridAndThePage() throws IOException {
        try (var document = document()) {
            assertThat(document.getTables()).hasSizeGreaterThan(10).allSatisfy(table -> {
                var grid = table.getCTTbl().getTblGrid().getGridColList().stream()
                        .map(column -> new BigInteger(column.getW().toString()))
                        .toList();
                assertThat(grid.stream().mapToInt(BigInteger::intValue).sum()).isBetween(9600, 9640);
                assertThat(table.getRow(0).isRepeatHeader()).isTrue();
                for (var row : table.getRows()) {
                    assertThat(row.getTableCells())
                            .extracting(cell -> BigInteger.valueOf(cell.getWidth()))
                            .isEqualTo(grid);
                }
            });
        }
    }

    @Test
    void aSheetKeepsItsHeadInSightCanBeFilteredAndPrintsOnePageWide() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(XlsxReport.render(CONTENT)))) {
            var sheet = workbook.getSheet("Gap findings");

            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Gap code");
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:D13");
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getRow(1).getCell(3).getCellStyle().getWrapText()).isTrue();
            assertThat(sheet.getColumnWidth(3)).isBetween(10 * 256, 60 * 256);
        }
    }

    private static XWPFDocument document() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(DocxReport.render(CONTENT)));
    }
}
