package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.text.FileType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Whether a file is one that is taken in: by its name, its label and its first bytes, which must agree (STD-40).
final class FileCheck {
    /// The largest document, in bytes.
    static final int MAX_BYTES = 25 << 20;

    private static final int HEAD = 8 << 10;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND_FILE = bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final List<byte[]> BINARIES = List.of(
            ZIP,
            COMPOUND_FILE,
            ascii("%PDF-"),
            ascii("MZ"),
            bytes(0x7F, 'E', 'L', 'F'),
            bytes(0x1F, 0x8B),
            ascii("GIF8"),
            bytes(0x89, 'P', 'N', 'G'),
            bytes(0xFF, 0xD8, 0xFF),
            ascii("Rar!"),
            bytes('7', 'z', 0xBC, 0xAF),
            ascii("{\\rtf"));

    private FileCheck() {}

    /// @throws Refusal `UNSUPPORTED_MEDIA_TYPE` for a name or label that is not allowed
    static FileType named(FileName name, @Nullable String declaredMimeType) {
        var type = FileType.ofExtension(name.extension())
                .orElseThrow(
                        () -> unsupported(
                                "Files of this kind are not accepted: txt, md, csv, json, pdf, docx, xlsx, pptx and html are."));
        if (!type.mayBeLabelled(declaredMimeType)) {
            throw unsupported("The file is called " + name.extension() + " but labelled as something else.");
        }
        return type;
    }

    /// @throws Refusal `VALIDATION_ERROR` for an empty file, `FILE_TOO_LARGE`, `UNSUPPORTED_MEDIA_TYPE` when the
    ///         content is not what the name says
    static void content(FileType type, byte[] content) {
        if (content.length == 0) {
            throw Refusal.invalid("file", "The file is empty.");
        }
        size(content.length);
        Predicate<byte[]> signature = switch (type) {
            case PDF -> bytes -> find(bytes, ascii("%PDF-"), 0, 1024) >= 0;
            case DOCX, XLSX, PPTX -> bytes -> office(type, bytes);
            case JSON -> bytes -> text(bytes) && "{[\"-0123456789tfn".indexOf(firstVisible(bytes)) >= 0;
            case HTML -> bytes -> text(bytes) && firstVisible(bytes) == '<';
            case TXT, MD, CSV -> FileCheck::text;
        };
        if (!signature.test(content)) {
            throw unsupported("The content of the file is not " + type.name().toLowerCase(Locale.ROOT) + ".");
        }
    }

    /// @throws Refusal `FILE_TOO_LARGE`
    static void size(long bytes) {
        if (bytes > MAX_BYTES) {
            throw new Refusal(ErrorCode.FILE_TOO_LARGE, "The file is larger than " + (MAX_BYTES >> 20) + " MB.");
        }
    }

    /// A package names its main part's type; one protected by a password is a compound file around the package, and
    /// is taken in so that its owner is told why it cannot be read.
    private static boolean office(FileType type, byte[] content) {
        if (startsWith(content, COMPOUND_FILE)) {
            return find(content, ENCRYPTED_PACKAGE, 0, content.length) >= 0;
        }
        return startsWith(content, ZIP) && OfficeContent.mayBe(type, content);
    }

    private static boolean text(byte[] content) {
        if (BINARIES.stream().anyMatch(binary -> startsWith(content, binary))) {
            return false;
        }
        if (utf16(content)) {
            return true;
        }
        for (int i = 0; i < Math.min(content.length, HEAD); i++) {
            if (content[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean utf16(byte[] content) {
        return startsWith(content, bytes(0xFE, 0xFF)) || startsWith(content, bytes(0xFF, 0xFE));
    }

    private static int firstVisible(byte[] content) {
        int at = startsWith(content, bytes(0xEF, 0xBB, 0xBF)) ? 3 : utf16(content) ? 2 : 0;
        while (at < content.length && content[at] >= 0 && content[at] <= ' ') {
            at++;
        }
        return at < content.length ? content[at] : -1;
    }

    static boolean startsWith(byte[] content, byte[] prefix) {
        return find(content, prefix, 0, 1) == 0;
    }

    /// The first place in `[from, to)` where the pattern begins, -1 if there is none.
    static int find(byte[] content, byte[] pattern, int from, int to) {
        int last = Math.min(to, content.length - pattern.length + 1);
        for (int at = from; at < last; at++) {
            int same = 0;
            while (same < pattern.length && content[at + same] == pattern[same]) {
                same++;
            }
            if (same == pattern.length) {
                return at;
            }
        }
        return -1;
    }

    private static Refusal unsupported(String message) {
        return new Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, message);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
