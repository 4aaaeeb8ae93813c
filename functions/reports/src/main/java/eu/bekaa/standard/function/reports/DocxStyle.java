package eu.bekaa.standard.function.reports;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabTlc;

/// The paragraph styles of a Word document; the headings carry outline levels, so that Word lists them.
enum DocxStyle {
    TITLE("Title", 30, true, "123A5E", -1),
    LONG_TITLE("Long title", 18, true, "123A5E", -1),
    KIND("Subtitle", 13, false, "56637A", -1),
    MARKING("Marking", 12, true, "B3362E", -1),
    HEADING_1("heading 1", 18, true, "123A5E", 0),
    HEADING_2("heading 2", 13, true, "123A5E", 1),
    HEADING_3("heading 3", 10.5, true, "123A5E", 2),
    CONTENTS("TOC Heading", 18, true, "123A5E", -1),
    CONTENTS_1("toc 1", 9.5, true, "1D2733", -1),
    CONTENTS_2("toc 2", 9.5, false, "1D2733", -1),
    BODY("Body Text", 9.5, false, "1D2733", -1),
    NOTE("Note", 9.5, false, "465063", -1),
    CAPTION("caption", 8.5, false, "56637A", -1),
    SMALL("Small", 7, false, "1D2733", -1),
    CELL("Cell", 8, false, "1D2733", -1),
    CELL_TITLE("Cell title", 8, true, "123A5E", -1);

    private final String label;
    private final double points;
    private final boolean bold;
    private final String colour;
    private final int outlineLevel;

    DocxStyle(String label, double points, boolean bold, String colour, int outlineLevel) {
        this.label = label;
        this.points = points;
        this.bold = bold;
        this.colour = colour;
        this.outlineLevel = outlineLevel;
    }

    static DocxStyle heading(int level) {
        return switch (level) {
            case 1 -> HEADING_1;
            case 2 -> HEADING_2;
            default -> HEADING_3;
        };
    }

    static DocxStyle contents(int level) {
        return level == 1 ? CONTENTS_1 : CONTENTS_2;
    }

    String id() {
        return label.replace(" ", "");
    }

    static void define(XWPFStyles styles) {
        for (var style : values()) {
            styles.addStyle(new XWPFStyle(style.definition()));
        }
    }

    private CTStyle definition() {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId(id());
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(label);
        style.addNewQFormat();
        var paragraph = style.addNewPPr();
        if (outlineLevel >= 0) {
            paragraph.addNewKeepNext();
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outlineLevel));
        }
        if (this == CONTENTS_1 || this == CONTENTS_2) {
            var tab = paragraph.addNewTabs().addNewTab();
            tab.setVal(STTabJc.RIGHT);
            tab.setLeader(STTabTlc.DOT);
            tab.setPos(BigInteger.valueOf(9640));
        }
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(outlineLevel >= 0 ? 240 : 20));
        spacing.setAfter(BigInteger.valueOf(outlineLevel >= 0 ? 80 : 60));
        if (this == CONTENTS_2) {
            paragraph.addNewInd().setLeft(BigInteger.valueOf(360));
        }
        var run = style.addNewRPr();
        var fonts = run.addNewRFonts();
        fonts.setAscii("Calibri");
        fonts.setHAnsi("Calibri");
        fonts.setCs("Arial");
        if (bold) {
            run.addNewB();
        }
        run.addNewColor().setVal(colour);
        run.addNewSz().setVal(BigInteger.valueOf(Math.round(points * 2)));
        return style;
    }
}
