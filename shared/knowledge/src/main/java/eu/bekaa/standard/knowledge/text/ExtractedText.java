package eu.bekaa.standard.knowledge.text;

import java.util.List;
import java.util.stream.Collectors;

/// What a document says, page by page. Offsets of pieces count in [#whole], where a line break parts two pages.
public record ExtractedText(List<PageText> pages) {
    public ExtractedText {
        pages = List.copyOf(pages);
    }

    public static ExtractedText unpaged(String text) {
        return new ExtractedText(List.of(PageText.unpaged(text)));
    }

    public boolean isBlank() {
        return pages.stream().allMatch(page -> page.text().isBlank());
    }

    /// All pages as one text.
    public String whole() {
        return pages.stream().map(PageText::text).collect(Collectors.joining("\n"));
    }
}
