package eu.bekaa.standard.function.catalog;

import eu.bekaa.standard.catalog.imports.Source;
import eu.bekaa.standard.catalog.imports.SourceType;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.web.multipart.FilePart;
import eu.bekaa.standard.web.multipart.MultipartForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A source on this machine for as long as its request runs.
record Upload(Source source) implements AutoCloseable {
    /// What senders call a workbook; those who do not know it send octets, or nothing.
    private static final Set<String> WORKBOOK = Set.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.ms-excel",
            "application/octet-stream");

    /// Base64 of the first bytes of a ZIP archive.
    private static final String ZIP_IN_BASE64 = "UEsDB";

    /// @throws Refusal `VALIDATION_ERROR` for what cannot be a workbook (STD-15)
    static Upload workbook(MultipartForm form) {
        var file = form.only(Set.of("file", "version_label")).file("file");
        if (file.size() > Source.MOST_BYTES) {
            throw Refusal.invalid("file", "A workbook has at most 50 MB.");
        }
        if (file.size() == 0) {
            throw Refusal.invalid("file", "The file is empty.");
        }
        if (!isWorkbook(file)) {
            throw Refusal.invalid("file", "The file is not sent as a workbook but as " + file.contentType() + ".");
        }
        return of(SourceType.XLSX, file.stream(), file.filename(), null, form.text("version_label"));
    }

    static Upload content(ImportRequest request) {
        var bytes = switch (request.sourceType()) {
            case XLSX -> decoded(request.content());
            case SYNTHETIC_FIXTURE ->
                request.content().startsWith(ZIP_IN_BASE64)
                        ? decoded(request.content())
                        : request.content().getBytes(StandardCharsets.UTF_8);
            case CSV, OSCAL_JSON -> request.content().getBytes(StandardCharsets.UTF_8);
        };
        return of(
                request.sourceType(),
                new ByteArrayInputStream(bytes),
                request.sourceFilename(),
                request.sourceUrl(),
                request.versionLabel());
    }

    private static boolean isWorkbook(FilePart file) {
        var type = file.contentType();
        return type == null || WORKBOOK.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw Refusal.invalid("content", "The content of a workbook is sent in base64.");
        }
    }

    private static Upload of(
            SourceType type,
            InputStream bytes,
            @Nullable String filename,
            @Nullable String url,
            @Nullable String label) {
        @Nullable Path file = null;
        try (bytes) {
            file = Files.createTempFile("standard-import", null);
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            return new Upload(new Source(type, file, filename, url, label));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        } catch (Refusal refused) {
            delete(file);
            throw refused;
        }
    }

    @Override
    public void close() {
        delete(source.file());
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
