package eu.bekaa.standard.function.reports;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

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
        for (int weight : weights) {
            grid.addNewGridCol().setW(BigInteger.valueOf((long) PAGE_WIDTH * weight / total));
        }
        for (var row : table.getRows()) {
            for (int i = 0; i < weights.size(); i++) {
                row.getCell(i).setWidth(String.valueOf(PAGE_WIDTH * weights.get(i) / total));
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
