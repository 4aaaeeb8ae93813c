package eu.bekaa.standard.assurance.report.render;

/// Where an HTML report is read.
public enum Medium {
    SCREEN,
    /// Paged: the source of the PDF, with running headers, bookmarks and page numbers.
    PRINT
}
