package eu.bekaa.standard.function.reports;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/// The columns and rules of a Word table. Widths stand in the grid and in every cell: programs differ in which they
/// read.
final class DocxGrid {
    /// A4 less its margins, in twentieths of a point.
    private static final int PAGE_WIDTH = 9640;

    private static final String RULE = "D5DCE5";

    private DocxGrid() {}

    /// @param weights of the columns' widths, relative to each other
    static void lay(XWPFTable table, List<Integer> weights) {
        int total = weights.stream().mapToInt(Integer::intValue).sum();
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(PAGE_WIDTH);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        var grid = table.getCTTbl().getTblGrid();
        if (grid == null) {
            grid = table.getCTTbl().addNewTblGrid();
        }
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        var widths = weights.stream()
                .map(weight -> BigInteger.valueOf((long) PAGE_WIDTH * weight / total))
                .toList();
        for (var width : widths) {
            grid.addNewGridCol().setW(width);
        }
        for (var row : table.getRows()) {
            for (int i = 0; i < widths.size(); i++) {
                var cell = row.getCell(i).getCTTc();
                var properties = cell.isSetTcPr() ? cell.getTcPr() : cell.addNewTcPr();
                var width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
                width.setType(STTblWidth.DXA);
                width.setW(widths.get(i));
            }
        }
        rules(table);
    }

    private static void rules(XWPFTable table) {
        table.setInsideVBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        table.setLeftBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        table.setRightBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, "123A5E");
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, RULE);
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, RULE);
    }
}
