package eu.bekaa.standard.knowledge.document;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A file name that somebody sent (STD-42).
/// @param original the last part of it, without control characters, at most 255 long: for display and download
/// @param safe     letters, digits, dot, hyphen and underscore only, at most 120 bytes, the extension kept: for
///         storage keys
public record FileName(String original, String safe) {
    private static final int ORIGINAL_LENGTH = 255;
    private static final int SAFE_BYTES = 120;
    private static final int EXTENSION_LENGTH = 10;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}._-]+");
    private static final Pattern DOTS = Pattern.compile("\\.{2,}");
    private static final Pattern EDGE = Pattern.compile("^[._-]+|[._-]+$");
    /// Names that mean a device on Windows, where a downloaded file may end up.
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    public static FileName of(String sent) {
        var original = cut(visible(lastPart(sent)), ORIGINAL_LENGTH);
        return new FileName(original.isEmpty() ? "file" : original, safe(original));
    }

    /// Lower case, without the dot; empty when there is none.
    public String extension() {
        return extension(original).toLowerCase(Locale.ROOT);
    }

    private static String safe(String name) {
        var plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        var clean =
                DOTS.matcher(UNSAFE.matcher(lastPart(plain)).replaceAll("_")).replaceAll(".");
        var bare =
                EDGE.matcher(Normalizer.normalize(clean, Normalizer.Form.NFC)).replaceAll("");
        if (bare.isEmpty()) {
            return "file";
        }
        return DEVICE.matcher(bare).matches() ? "_" + shortened(bare) : shortened(bare);
    }

    private static String shortened(String name) {
        var extension = extension(name);
        var tail = extension.isEmpty() ? "" : "." + extension;
        var stem = name.substring(0, name.length() - tail.length());
        while (stem.length() > 1 && (stem + tail).getBytes(StandardCharsets.UTF_8).length > SAFE_BYTES) {
            stem = cut(stem, stem.length() - 1);
        }
        return stem + tail;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.length() - dot - 1 > EXTENSION_LENGTH ? "" : name.substring(dot + 1);
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /// Without control, format (text direction), unassigned and lone surrogate characters.
    private static String visible(String text) {
        return text.codePoints()
                .filter(point -> switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
