package eu.bekaa.standard.web.multipart;

import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.web.Digestible;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The parts of a `multipart/form-data` request. A controller declares it as a parameter, with a [FileLimit] where 25
/// MB is not the limit. The body is read at the first question, on the controller's own thread; a body that cannot be
/// read as a form is a `VALIDATION_ERROR`, one with too large a file `FILE_TOO_LARGE`.
public final class MultipartForm implements Closeable, Digestible {
    private final Supplier<Parts> reader;
    private @Nullable Parts parts;

    record Parts(Map<String, FilePart> files, Map<String, String> texts) {}

    MultipartForm(Supplier<Parts> reader) {
        this.reader = reader;
    }

    /// Refuses parts under any other name (STD-6).
    public MultipartForm only(Set<String> names) {
        var unknown = new TreeMap<String, Object>(parts().texts());
        unknown.putAll(parts().files());
        unknown.keySet().removeAll(names);
        if (!unknown.isEmpty()) {
            throw Refusal.invalid(unknown.firstKey(), "There is no field " + unknown.firstKey() + ".");
        }
        return this;
    }

    /// The file sent under this name.
    /// @throws Refusal `VALIDATION_ERROR` when there is none
    public FilePart file(String name) {
        var file = parts().files().get(name);
        if (file == null) {
            throw Refusal.invalid(name, "A file is expected in the part " + name + ".");
        }
        return file;
    }

    /// The text sent under this name, null when there is none.
    public @Nullable String text(String name) {
        var text = parts().texts().get(name);
        if (text == null && parts().files().containsKey(name)) {
            throw Refusal.invalid(name, name + " is a text, not a file.");
        }
        return text;
    }

    /// SHA-256 over every part, by name.
    @Override
    public String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var text : new TreeMap<>(parts().texts()).entrySet()) {
                sha.update(framed(text.getKey()));
                sha.update(framed(text.getValue()));
            }
            for (var file : new TreeMap<>(parts().files()).entrySet()) {
                sha.update(framed(file.getKey()));
                sha.update(framed(file.getValue().filename()));
                sha.update(framed(String.valueOf(file.getValue().contentType())));
                try (var content = new DigestInputStream(file.getValue().stream(), sha)) {
                    content.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// With its length before it, so that two texts cannot be told apart differently.
    private static byte[] framed(String text) {
        return (text.length() + ":" + text).getBytes(StandardCharsets.UTF_8);
    }

    private synchronized Parts parts() {
        if (parts == null) {
            parts = reader.get();
        }
        return parts;
    }

    @Override
    public synchronized void close() throws IOException {
        if (parts != null) {
            for (var file : parts.files().values()) {
                file.content().close();
            }
        }
    }
}
