package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import eu.bekaa.standard.knowledge.text.UnreadableDocument.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Text files: what their byte order mark says, else strict UTF-8, else Windows-1252, which reads any byte as
/// something.
final class PlainText {
    private static final Charset FALLBACK = Charset.forName("windows-1252");
    private static final int CONTROLS_TOLERATED = 100;

    private PlainText() {}

    static String decode(byte[] content) throws UnreadableDocument {
        var utf16 = utf16(content);
        if (utf16.isPresent()) {
            return strict(content, 2, utf16.get()).orElseThrow(() -> new UnreadableDocument(Reason.FILE_DAMAGED));
        }
        int start = utf8Mark(content) ? 3 : 0;
        var utf8 = strict(content, start, StandardCharsets.UTF_8);
        return legible(utf8.orElseGet(() -> new String(content, start, content.length - start, FALLBACK)));
    }

    static Optional<String> strict(byte[] content, int start, Charset charset) {
        try {
            var decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return Optional.of(decoder.decode(ByteBuffer.wrap(content, start, content.length - start))
                    .toString());
        } catch (CharacterCodingException otherCharset) {
            return Optional.empty();
        }
    }

    static boolean utf8Mark(byte[] content) {
        return content.length >= 3
                && (content[0] & 0xff) == 0xEF
                && (content[1] & 0xff) == 0xBB
                && (content[2] & 0xff) == 0xBF;
    }

    private static Optional<Charset> utf16(byte[] content) {
        int mark = content.length < 2 ? 0 : (content[0] & 0xff) << 8 | content[1] & 0xff;
        return switch (mark) {
            case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
            default -> Optional.empty();
        };
    }

    /// Text has next to no control characters; whatever has many is something else under a text's name.
    private static String legible(String text) throws UnreadableDocument {
        long controls = text.chars()
                .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                .count();
        if (controls > 0 && controls * CONTROLS_TOLERATED > text.length()) {
            throw new UnreadableDocument(Reason.FILE_DAMAGED);
        }
        return text;
    }
}
