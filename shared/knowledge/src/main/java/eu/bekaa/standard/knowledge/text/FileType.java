package eu.bekaa.standard.knowledge.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The kinds of file that are taken in (STD-40): how they are named, how clients label them.
public enum FileType {
    TXT("text/plain", Set.of("txt", "text"), Set.of()),
    MD("text/markdown", Set.of("md", "markdown"), Set.of("text/x-markdown", "text/plain")),
    CSV("text/csv", Set.of("csv"), Set.of("application/csv", "text/plain", "application/vnd.ms-excel")),
    JSON("application/json", Set.of("json"), Set.of("text/json", "text/plain")),
    PDF("application/pdf", Set.of("pdf"), Set.of("application/x-pdf")),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Set.of("docx"),
            Set.of("application/zip")),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Set.of("xlsx"),
            Set.of("application/zip")),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Set.of("pptx"),
            Set.of("application/zip")),
    HTML("text/html", Set.of("html", "htm"), Set.of("application/xhtml+xml", "text/plain"));

    /// What clients send when they do not know.
    private static final String UNKNOWN = "application/octet-stream";

    private final String mimeType;
    private final Set<String> extensions;
    private final Set<String> aliases;

    FileType(String mimeType, Set<String> extensions, Set<String> aliases) {
        this.mimeType = mimeType;
        this.extensions = extensions;
        this.aliases = aliases;
    }

    /// The MIME type under which the file is stored and downloaded.
    public String mimeType() {
        return mimeType;
    }

    /// A ZIP container of XML parts.
    public boolean isOffice() {
        return switch (this) {
            case DOCX, XLSX, PPTX -> true;
            case TXT, MD, CSV, JSON, PDF, HTML -> false;
        };
    }

    /// @param extension in lower case, without the dot
    public static Optional<FileType> ofExtension(String extension) {
        for (var type : values()) {
            if (type.extensions.contains(extension)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// The kind that is stored under this MIME type.
    public static Optional<FileType> ofMimeType(String mimeType) {
        for (var type : values()) {
            if (type.mimeType.equals(mimeType)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// @param declared the client's `Content-Type` of the file, parameters and case ignored
    public boolean mayBeLabelled(@Nullable String declared) {
        if (declared == null || declared.isBlank()) {
            return true;
        }
        var bare = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.equals(mimeType) || bare.equals(UNKNOWN) || aliases.contains(bare);
    }
}
