package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import eu.bekaa.standard.knowledge.text.UnreadableDocument.Reason;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.filter.FilterFactory;

/// Unpacks every compressed stream of a PDF once, into nothing, before the library does so into memory: it knows no
/// limit. Pictures are passed over; text is read without unpacking them, and a white one may well be a thousand times
/// its packed size ([PdfReach] sees to it that nothing else calls itself a picture). What tries to hide how a stream is
/// packed is refused: no honest program spells `/Filter` with escapes, or says elsewhere what it is.
final class PdfStreams {
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCRYPT = "/Encrypt".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 64 << 10;

    /// The most that deflate can unpack from a byte.
    private static final int DEFLATE = 1_032;
    private static final Pattern IMAGE = Pattern.compile("/Subtype\\s*/Image");
    private static final Pattern FILTER = Pattern.compile("/Filter\\s*(\\[[^]]*]|/\\w+)");
    /// Streams of objects and of cross references, which are unpacked while a file is opened.
    private static final Pattern STRUCTURE = Pattern.compile("/First\\b|/W\\s*\\[");
    private static final Pattern ESCAPED_LETTER = Pattern.compile("/\\w*#(?:3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa])");
    private static final Pattern NAME = Pattern.compile("/(\\w+)");
    private static final Set<String> UNPACKING = Set.of(
            "FlateDecode",
            "Fl",
            "LZWDecode",
            "LZW",
            "RunLengthDecode",
            "RL",
            "ASCII85Decode",
            "A85",
            "ASCIIHexDecode",
            "AHx");

    private final byte[] pdf;
    private final Deadline deadline;
    private final Limits limits = new Limits();
    private final boolean encrypted;
    private long sealed;

    private PdfStreams(byte[] pdf, Deadline deadline) {
        this.pdf = pdf;
        this.deadline = deadline;
        this.encrypted = find(ENCRYPT, 0) >= 0;
    }

    /// @throws UnreadableDocument when they hide how they are packed
    /// @throws Limits.Exceeded when they unpack to too much
    static void check(byte[] pdf, Deadline deadline) throws IOException, UnreadableDocument {
        new PdfStreams(pdf, deadline).check();
    }

    private void check() throws IOException, UnreadableDocument {
        int from = 0;
        for (int at = find(STREAM, 0); at >= 0; at = find(STREAM, from)) {
            deadline.check();
            int end = find(END, at + STREAM.length);
            int last = end < 0 ? pdf.length : end;
            var dictionary = dictionary(from, at);
            var structure = STRUCTURE.matcher(dictionary).find();
            int start = afterLineBreak(at + STREAM.length);
            if (structure && encrypted) {
                count(filters(dictionary), last - start);
            }
            if (structure || !IMAGE.matcher(dictionary).find()) {
                unpack(filters(dictionary), start, last);
            }
            from = Math.min(pdf.length, last + END.length);
        }
    }

    private String dictionary(int from, int to) throws UnreadableDocument {
        int begin = Math.max(from, to - DICTIONARY);
        var before = new String(pdf, begin, to - begin, StandardCharsets.ISO_8859_1);
        int object = before.lastIndexOf(" obj");
        if ((object < 0 && begin > from)
                || ESCAPED_LETTER.matcher(before.substring(Math.max(0, object))).find()) {
            throw new UnreadableDocument(Reason.FILE_UNSAFE);
        }
        return before.substring(Math.max(0, object));
    }

    private static List<String> filters(String dictionary) throws UnreadableDocument {
        var names = new ArrayList<String>();
        var filter = FILTER.matcher(dictionary);
        if (filter.find()) {
            NAME.matcher(filter.group(1)).results().map(name -> name.group(1)).forEach(names::add);
        } else if (dictionary.contains("/Filter")) {
            throw new UnreadableDocument(Reason.FILE_UNSAFE);
        }
        return names;
    }

    /// What is encrypted cannot be unpacked here, so it counts as the most that it can hold.
    private void count(List<String> filters, long packed) throws Limits.Exceeded {
        sealed += packed * (filters.isEmpty() ? 1 : DEFLATE);
        if (sealed > Limits.UNPACKED
                || filters.size() > 1
                || !Set.of("FlateDecode", "Fl").containsAll(filters)) {
            throw new Limits.Exceeded();
        }
    }

    private void unpack(List<String> filters, int start, int end) throws IOException {
        // deflate knows its own end; a word inside it is not the end
        int to = filters.size() == 1 && filters.getFirst().startsWith("Fl") ? pdf.length : end;
        InputStream packed = new ByteArrayInputStream(pdf, start, Math.max(0, to - start));
        for (var name : filters) {
            if (!UNPACKING.contains(name)) {
                return;
            }
            var unpacked = new ByteArrayOutputStream();
            decode(
                    name,
                    packed,
                    new Bounded(end - start, filters.size() > 1 ? unpacked : OutputStream.nullOutputStream()));
            packed = new ByteArrayInputStream(unpacked.toByteArray());
        }
    }

    /// A stream that cannot be unpacked is the library's to judge; it goes no further than here either.
    private static void decode(String filter, InputStream packed, OutputStream to) throws IOException {
        // some filters write byte by byte
        try (var buffered = new BufferedOutputStream(to)) {
            FilterFactory.INSTANCE.getFilter(filter).decode(packed, buffered, new COSDictionary(), 0);
        } catch (Limits.Exceeded bomb) {
            throw bomb;
        } catch (IOException corrupt) {
            to.close();
        }
    }

    private int afterLineBreak(int at) {
        int start = at;
        while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n') && start - at < 2) {
            start++;
        }
        return start;
    }

    private int find(byte[] pattern, int from) {
        for (int at = from; at <= pdf.length - pattern.length; at++) {
            int same = 0;
            while (same < pattern.length && pdf[at + same] == pattern[same]) {
                same++;
            }
            if (same == pattern.length) {
                return at;
            }
        }
        return -1;
    }

    private final class Bounded extends OutputStream {
        private final long packed;
        private final OutputStream to;
        private long written;

        Bounded(long packed, OutputStream to) {
            this.packed = packed;
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            deadline.check();
            written += length;
            limits.count(packed, written, length);
            to.write(bytes, offset, length);
        }
    }
}
