package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.render.ChartPage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A chart as a picture, for documents that cannot hold a drawing. It goes by way of a PDF page, so that its letters
/// come from our fonts and not from the machine's.
/// @param png    the picture
/// @param width  in pixels, as height
record ChartPicture(byte[] png, int width, int height) {
    private static final int DPI = 160;

    /// Empty for a block that is no chart.
    static Optional<ChartPicture> of(Block block) {
        return ChartPage.of(block).map(page -> PdfDocument.of(page, ChartPicture::taken));
    }

    private static ChartPicture taken(PDDocument document) {
        try (var file = new ByteArrayOutputStream()) {
            var picture = trimmed(new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB));
            ImageIO.write(picture, "png", file);
            return new ChartPicture(file.toByteArray(), picture.getWidth(), picture.getHeight());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// Without the blank rows below the chart.
    private static BufferedImage trimmed(BufferedImage page) {
        int last = page.getHeight() - 1;
        while (last > 0 && blank(page, last)) {
            last--;
        }
        return page.getSubimage(0, 0, page.getWidth(), last + 1);
    }

    private static boolean blank(BufferedImage page, int row) {
        var pixels = page.getRGB(0, row, page.getWidth(), 1, null, 0, page.getWidth());
        return Arrays.stream(pixels).allMatch(pixel -> (pixel & 0xFFFFFF) == 0xFFFFFF);
    }
}
