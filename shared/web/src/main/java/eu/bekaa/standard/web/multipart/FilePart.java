package eu.bekaa.standard.web.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// One uploaded file. Its name and type are what the client claims, nothing more.
/// @param filename    as sent, unsanitised; empty when the client named none
/// @param contentType as sent
public record FilePart(String filename, @Nullable String contentType, Spool content) {
    /// Size in bytes.
    public long size() {
        return content.size();
    }

    /// The bytes from the beginning; may be asked for as often as needed while the form is open.
    public InputStream stream() {
        return content.stream();
    }

    /// All bytes at once.
    public byte[] bytes() {
        try (var in = stream()) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
