package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.knowledge.text.PageText;
import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import eu.bekaa.standard.knowledge.text.UnreadableDocument.Reason;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/// A PDF, page by page. Scripts, links, attachments and pictures in it are not looked at.
final class PdfText extends PDFTextStripper {
    private final List<PageText> pages = new ArrayList<>();
    private final StringWriter page = new StringWriter();
    private final Deadline deadline;
    private long length;

    private PdfText(Deadline deadline) {
        this.deadline = deadline;
        setLineSeparator("\n");
        setParagraphEnd("\n");
        setPageEnd("");
        setArticleEnd("");
    }

    static ExtractedText read(byte[] content, Deadline deadline) throws IOException, UnreadableDocument {
        PdfStreams.check(content, deadline);
        try (var document = Loader.loadPDF(content)) {
            if (document.getNumberOfPages() > Limits.PAGES) {
                throw new Limits.Exceeded();
            }
            PdfReach.check(document, deadline);
            return new PdfText(deadline).read(document);
        } catch (InvalidPasswordException encrypted) {
            throw new UnreadableDocument(Reason.FILE_ENCRYPTED);
        }
    }

    private ExtractedText read(PDDocument document) throws IOException {
        writeText(document, page);
        return new ExtractedText(pages);
    }

    @Override
    public void processPage(PDPage next) throws IOException {
        deadline.check();
        super.processPage(next);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        deadline.check();
        if (getGraphicsStackSize() > Limits.GRAPHICS_STATES) {
            throw new Limits.Exceeded();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void endPage(PDPage done) throws IOException {
        var text = page.toString().strip();
        length += text.length();
        Limits.text(length);
        pages.add(PageText.numbered(getCurrentPageNo(), text));
        page.getBuffer().setLength(0);
    }
}
