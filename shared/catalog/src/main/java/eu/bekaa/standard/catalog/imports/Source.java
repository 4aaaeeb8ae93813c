package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.workbook.ScfWorkbook;
import eu.bekaa.standard.kernel.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A file offered for import.
/// @param file         on this machine, until the request or the job ends
/// @param filename     as its sender calls it
/// @param url          where it is published
/// @param versionLabel as its sender wishes; else the release that the file names
public record Source(
        SourceType type,
        Path file,
        @Nullable String filename,
        @Nullable String url,
        @Nullable String versionLabel) {
    /// The largest workbook that is taken (STD-15).
    public static final long MOST_BYTES = 50L << 20;

    private static final int MAX_LABEL = 100;
    private static final int MAX_NAME = 300;

    public Source {
        filename = shortened(filename);
        url = shortened(url);
        versionLabel = versionLabel == null || versionLabel.isBlank() ? null : versionLabel.strip();
        if (versionLabel != null && versionLabel.length() > MAX_LABEL) {
            throw Refusal.invalid("version_label", "version_label has at most " + MAX_LABEL + " characters.");
        }
    }

    /// The label of the version: as wished, else the release in the file's name, else in the source itself, else the
    /// file's name.
    /// @param release the release that the source names, if any
    String label(@Nullable String release) {
        if (versionLabel != null) {
            return versionLabel;
        }
        var named = ScfWorkbook.release(filename);
        if (named != null) {
            return named;
        }
        if (release != null) {
            return release;
        }
        var stem = filename == null
                ? ""
                : filename.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").strip();
        if (stem.isEmpty()) {
            throw Refusal.invalid(
                    "version_label", "Neither the source nor its name tells the version: send version_label.");
        }
        return stem.length() > MAX_LABEL ? stem.substring(0, MAX_LABEL) : stem;
    }

    long size() {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// SHA-256 in lower-case hex.
    String hash() {
        return hash(file);
    }

    static String hash(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @throws Refusal `VALIDATION_ERROR` when the sender announced another file
    void mustHash(@Nullable String announced, String actual) {
        if (announced == null || announced.isBlank()) {
            return;
        }
        var plain = announced.strip().toLowerCase(Locale.ROOT);
        if (!(plain.startsWith("sha256:") ? plain.substring("sha256:".length()) : plain).equals(actual)) {
            throw Refusal.invalid("source_hash", "source_hash is not the SHA-256 of the content.");
        }
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var plain = text.strip().replaceAll("\\p{Cntrl}", "");
        return plain.length() > MAX_NAME ? plain.substring(0, MAX_NAME) : plain;
    }
}
